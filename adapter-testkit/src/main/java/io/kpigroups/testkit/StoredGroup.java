package io.kpigroups.testkit;

import io.kpigroups.domain.KpiGroup;
import io.kpigroups.domain.Stamp;
import java.time.Instant;
import java.util.Optional;

/**
 * A group as it is kept.
 *
 * @param deleted who deleted it and when; empty while it lives
 * @param isPurging whether a purge has marked it
 */
record StoredGroup(KpiGroup group, Optional<Stamp> deleted, boolean isPurging) {
  static StoredGroup live(KpiGroup group) {
    return new StoredGroup(group, Optional.empty(), false);
  }

  static StoredGroup deleted(KpiGroup group, Stamp deleted) {
    return new StoredGroup(group, Optional.of(deleted), false);
  }

  StoredGroup marked() {
    return new StoredGroup(group, deleted, true);
  }

  /** Whether it is to be removed for good when groups deleted by then are. */
  boolean isDue(Instant deadline) {
    return isPurging || deleted.filter(stamp -> !stamp.at().isAfter(deadline)).isPresent();
  }

  boolean isLive() {
    return deleted.isEmpty();
  }
}
