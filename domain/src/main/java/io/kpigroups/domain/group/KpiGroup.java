package io.kpigroups.domain.group;

import io.kpigroups.domain.access.AccountLimits;
import io.kpigroups.domain.failure.GroupNotFound;
import io.kpigroups.domain.failure.IdTaken;
import io.kpigroups.domain.failure.LimitReached;
import io.kpigroups.domain.failure.StaleRevision;
import io.kpigroups.domain.value.AccountId;
import io.kpigroups.domain.value.Name;
import io.kpigroups.domain.value.Revision;
import io.kpigroups.domain.value.RevisionMatch;
import java.time.Instant;
import java.util.Optional;
import java.util.function.LongSupplier;

/**
 * A named group of KPIs in one account. Immutable: a change returns a new group.
 *
 * <p>{@code modified} and {@code revision} change with a rename only, not with members or
 * favorites.
 *
 * @param account the account that it belongs to, for ever
 * @param life whether it is live, deleted or being purged
 */
public record KpiGroup(
    AccountId account,
    KpiGroupId id,
    Name name,
    Stamp created,
    Stamp modified,
    Revision revision,
    GroupLife life) {

  /** A group that is live. */
  public KpiGroup(
      AccountId account,
      KpiGroupId id,
      Name name,
      Stamp created,
      Stamp modified,
      Revision revision) {
    this(account, id, name, created, modified, revision, GroupLife.LIVE);
  }

  /** A new group in its first revision. */
  public static KpiGroup create(AccountId account, KpiGroupId id, Name name, Stamp created) {
    return new KpiGroup(account, id, name, created, created, Revision.FIRST);
  }

  /**
   * Decides whether the account gets this new group. A repeated call finds the group there already:
   * nothing changes, and the state is the group as it is now.
   *
   * @param present the group with this id, if any; it may be deleted, or in another account
   * @param live counts the live groups of the account; called only if needed
   * @throws IdTaken if the id belongs to another group
   * @throws LimitReached if the account has as many groups as it may
   */
  public Decision<KpiGroup> join(
      Optional<KpiGroup> present, LongSupplier live, AccountLimits limits) {
    if (present.isPresent()) {
      if (!isSameCreation(present.get())) {
        throw new IdTaken();
      }
      return Decision.unchanged(present.get());
    }
    requireRoom(live, limits);
    return Decision.of(this, new Change.GroupCreated(id, name, created));
  }

  /**
   * The group that was asked for in an account, whatever its life. Here is the rule that a group
   * belongs to one account.
   *
   * @param found the group with this id, if any; it may be in another account
   * @throws GroupNotFound if there is none, or it belongs to another account
   */
  public static KpiGroup in(AccountId account, Optional<KpiGroup> found) {
    return found.filter(group -> group.account.equals(account)).orElseThrow(GroupNotFound::new);
  }

  /**
   * The live group that was asked for in an account: a deleted group does not exist.
   *
   * @param found the group with this id, if any; it may be deleted, or in another account
   * @throws GroupNotFound if there is none, it is deleted, or it belongs to another account
   */
  public static KpiGroup liveIn(AccountId account, Optional<KpiGroup> found) {
    KpiGroup group = in(account, found);
    if (!group.life.isLive()) {
      throw new GroupNotFound();
    }
    return group;
  }

  /**
   * Decides on another name. If it is the same, nothing changes.
   *
   * <p>The time of the modification is never before the creation, even if the clock was set back.
   *
   * @throws GroupNotFound if the group is not live
   * @throws StaleRevision if its revision is not an expected one
   */
  public Decision<KpiGroup> rename(Name newName, Stamp modification, RevisionMatch expected) {
    require(expected);
    if (newName.equals(name)) {
      return Decision.unchanged(this);
    }
    Stamp stamp = modification.notBefore(created.at());
    return Decision.of(
        new KpiGroup(account, id, newName, created, stamp, revision.next(), life),
        new Change.GroupRenamed(id, name, newName, stamp));
  }

  /**
   * Decides that the group is deleted: gone for everybody, but kept until it is purged.
   *
   * @throws GroupNotFound if the group is not live
   * @throws StaleRevision if its revision is not an expected one
   */
  public Decision<KpiGroup> delete(Stamp deletion, RevisionMatch expected) {
    require(expected);
    return Decision.of(
        with(new GroupLife.Deleted(deletion)), new Change.GroupDeleted(id, name, deletion));
  }

  /**
   * Decides whether a deleted group is there again, as it was, with its revision. A live group
   * stays as it is.
   *
   * @param deletedAfter what was deleted at this time or before cannot be restored any more
   * @param live counts the live groups of the account; called only if needed
   * @throws GroupNotFound if it cannot be restored any more, or a purge has begun to remove it
   * @throws LimitReached if the account has as many groups as it may
   */
  public Decision<KpiGroup> restore(
      Stamp restoration, Instant deletedAfter, LongSupplier live, AccountLimits limits) {
    if (life.isLive()) {
      return Decision.unchanged(this);
    }
    if (!(life instanceof GroupLife.Deleted deleted)
        || !deleted.deletion().at().isAfter(deletedAfter)) {
      throw new GroupNotFound();
    }
    requireRoom(live, limits);
    return Decision.of(with(GroupLife.LIVE), new Change.GroupRestored(id, name, restoration));
  }

  /**
   * Decides whether a purge may remove the group for good: if it was deleted at or before {@code
   * deletedBy}, or if an earlier purge has marked it already.
   *
   * @return the group, marked for the purge; empty if it is not due
   */
  public Optional<KpiGroup> purge(Instant deletedBy) {
    if (life instanceof GroupLife.Purging) {
      return Optional.of(this);
    }
    return life.deleted()
        .filter(deletion -> !deletion.at().isAfter(deletedBy))
        .map(deletion -> with(new GroupLife.Purging(deletion)));
  }

  /**
   * Whether this group, read again after the answer to a change was lost, shows that the change was
   * made.
   *
   * @param decided the group as it is after the change
   */
  public boolean shows(KpiGroup decided) {
    return isSameCreation(decided)
        && name.equals(decided.name)
        && modified.equals(decided.modified)
        && revision.equals(decided.revision)
        && life.deleted().equals(decided.life.deleted());
  }

  private void require(RevisionMatch expected) {
    if (!life.isLive()) {
      throw new GroupNotFound();
    }
    if (!expected.allows(revision)) {
      throw new StaleRevision();
    }
  }

  private static void requireRoom(LongSupplier live, AccountLimits limits) {
    if (live.getAsLong() >= limits.groupsPerAccount()) {
      throw LimitReached.groups(limits.groupsPerAccount());
    }
  }

  private boolean isSameCreation(KpiGroup other) {
    return account.equals(other.account) && id.equals(other.id) && created.equals(other.created);
  }

  private KpiGroup with(GroupLife newLife) {
    return new KpiGroup(account, id, name, created, modified, revision, newLife);
  }
}
