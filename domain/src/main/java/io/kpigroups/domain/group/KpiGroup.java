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
 * A named group of KPIs in one account. Immutable: what changes it decides on a new one.
 *
 * <p>Only a rename changes {@code modified} and {@code revision}; members and favorites never do.
 *
 * @param account the account that the group belongs to for good
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

  /** A new group in its first revision, modified when it was created, by who created it. */
  public static KpiGroup create(AccountId account, KpiGroupId id, Name name, Stamp created) {
    return new KpiGroup(account, id, name, created, created, Revision.FIRST);
  }

  /**
   * Decides whether this new group joins those of its account. If it is there already, since the
   * call is repeated, nothing changes and the state is the group as it is there by now.
   *
   * @param present what has this group's id, whatever its account and its life
   * @param live how many live groups the account has; asked for only where it matters
   * @throws IdTaken if the id is another group's
   * @throws LimitReached if the account has as many groups as it may
   */
  public Decision<KpiGroup> join(
      Optional<KpiGroup> present, LongSupplier live, AccountLimits limits) {
    if (present.isPresent()) {
      if (!isBegunAs(present.get())) {
        throw new IdTaken();
      }
      return Decision.unchanged(present.get());
    }
    if (live.getAsLong() >= limits.groupsPerAccount()) {
      throw LimitReached.groups(limits.groupsPerAccount());
    }
    return Decision.of(this, new Change.GroupCreated(id, name, created));
  }

  /**
   * The group that was asked for in an account: the rule that a group belongs to one account, and
   * that one which is deleted is not there.
   *
   * @param found what has the id that was asked for, whatever its account and its life
   * @throws GroupNotFound if it is not there for users of the account
   */
  public static KpiGroup liveIn(AccountId account, Optional<KpiGroup> found) {
    return found
        .filter(group -> group.account.equals(account) && group.life.isLive())
        .orElseThrow(GroupNotFound::new);
  }

  /**
   * Decides on another name. A rename to the name that the group has changes nothing.
   *
   * <p>It counts as modified when it was created at the earliest, also where the clock went back.
   *
   * @throws GroupNotFound if the group is not live
   * @throws StaleRevision if it is in no revision that is expected
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
   * Decides that the group is deleted: gone for everybody, and kept as it is until it is purged.
   *
   * @throws GroupNotFound if the group is not live
   * @throws StaleRevision if it is in no revision that is expected
   */
  public Decision<KpiGroup> delete(Stamp deletion, RevisionMatch expected) {
    require(expected);
    return Decision.of(
        with(new GroupLife.Deleted(deletion)), new Change.GroupDeleted(id, name, deletion));
  }

  /**
   * Decides whether a purge removes the group for good: one that was deleted at or before {@code
   * deletedBy} is marked for it, and one that was marked stays so, whatever the time is now.
   *
   * @return the group as it is marked; empty if it is not due
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
   * Whether this, which was looked up after a change was sent and its answer lost, shows that the
   * change was made.
   *
   * @param decided the group as the change makes it
   */
  public boolean shows(KpiGroup decided) {
    return isBegunAs(decided)
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

  private boolean isBegunAs(KpiGroup other) {
    return account.equals(other.account) && id.equals(other.id) && created.equals(other.created);
  }

  private KpiGroup with(GroupLife newLife) {
    return new KpiGroup(account, id, name, created, modified, revision, newLife);
  }
}
