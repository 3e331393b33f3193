package io.kpigroups.domain.group;

import java.util.Optional;

/** The life of a group: live, then deleted, then being purged. */
public sealed interface GroupLife {
  /** It is there for everybody in the account. */
  GroupLife LIVE = new Live();

  /** It is there for everybody in the account. */
  record Live() implements GroupLife {}

  /**
   * It is gone for everybody, but kept until the retention time is over.
   *
   * @param deletion who deleted it, and when
   */
  record Deleted(Stamp deletion) implements GroupLife {}

  /**
   * A purge has begun to remove it.
   *
   * @param deletion who deleted it, and when
   */
  record Purging(Stamp deletion) implements GroupLife {}

  /** Who deleted it, and when; empty while it lives. */
  default Optional<Stamp> deleted() {
    if (this instanceof Deleted deleted) {
      return Optional.of(deleted.deletion());
    }
    return this instanceof Purging purging ? Optional.of(purging.deletion()) : Optional.empty();
  }

  /** Whether it is there for the users of its account. */
  default boolean isLive() {
    return this instanceof Live;
  }
}
