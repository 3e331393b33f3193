package io.kpigroups.application.port.out;

import io.kpigroups.application.port.Call;
import io.kpigroups.application.port.Unsupported;
import io.kpigroups.domain.access.AccountLimits;
import io.kpigroups.domain.failure.GroupNotFound;
import io.kpigroups.domain.failure.IdTaken;
import io.kpigroups.domain.failure.LimitReached;
import io.kpigroups.domain.failure.StaleRevision;
import io.kpigroups.domain.group.KpiGroupId;
import io.kpigroups.domain.group.ViewedGroup;
import io.kpigroups.domain.query.GroupField;
import io.kpigroups.domain.query.GroupSelection;
import io.kpigroups.domain.query.ListQuery;
import io.kpigroups.domain.query.Page;
import io.kpigroups.domain.value.Name;
import io.kpigroups.domain.value.RevisionMatch;
import java.time.Instant;
import java.util.Optional;

/**
 * Stores groups. What is returned is for the user of the call: each group comes with that user's
 * favorite mark.
 *
 * <p>{@link io.kpigroups.domain.group.KpiGroup} decides what may be changed.
 */
public interface GroupStore {

  /**
   * The groups of the account that are selected, in the order asked for, and how many there are in
   * all if the query wants them counted. A page after the last row is empty. {@link
   * GroupSelection#matches} is the reference.
   *
   * <p>If the query begins after a place, what that costs must not grow with the rows before it.
   * Who goes on behind the last row of each page sees every group exactly once that was there all
   * the time and whose sort keys stayed as they were, whatever else is written meanwhile.
   *
   * @throws Unsupported if another system keeps the groups and does not tell what is asked for
   */
  Page<ViewedGroup> list(Call viewer, GroupSelection selection, ListQuery<GroupField> query);

  /** One group; empty if the account has none of this id. */
  Optional<ViewedGroup> find(Call viewer, KpiGroupId id);

  /**
   * Makes a group that is nobody's favorite, in one atomic step. A repeated call with the same id,
   * user and time makes no second group and answers the group as it is then, so a store may repeat
   * it after a lost answer. A store that forwards to another system may choose another id, and must
   * not repeat.
   *
   * @param id an id that no group has
   * @throws LimitReached if the account has as many groups as it may
   * @throws IdTaken if the id belongs to another group; nothing was made
   */
  ViewedGroup create(Call by, KpiGroupId id, Name name, Instant at, AccountLimits limits);

  /**
   * Renames a group if its revision is an expected one, in one atomic step: of two writers that
   * expect the same revision one wins. If the name is the same, nothing changes.
   *
   * @return the group as it is then
   * @throws GroupNotFound if there is none
   * @throws StaleRevision if it is in another revision; nothing was changed
   */
  ViewedGroup rename(Call by, KpiGroupId id, Name name, Instant at, RevisionMatch expected);

  /**
   * Deletes a group if its revision is an expected one, in one atomic step. Its members and
   * favorites are kept, unseen, until it is purged. A second call throws {@link GroupNotFound}. A
   * store that tries again after a lost answer must take "already done" as success.
   *
   * @throws GroupNotFound if there is none
   * @throws StaleRevision if it is in another revision; nothing was changed
   */
  void delete(Call by, KpiGroupId id, Instant at, RevisionMatch expected);

  /**
   * Undoes a deletion, in one atomic step: the group is live again as it was, with its members, the
   * favorites on it and its revision. A live group stays as it is, so a repeated call changes
   * nothing. Of a restore and a purge at the same time one wins, and the group is whole or gone.
   *
   * @param deletedAfter what was deleted at this time or before cannot be restored any more
   * @return the group as it is then
   * @throws GroupNotFound if there is none, or it cannot be restored any more
   * @throws LimitReached if the account has as many groups as it may
   * @throws Unsupported if another system keeps the groups and cannot restore them
   */
  ViewedGroup restore(
      Call by, KpiGroupId id, Instant at, Instant deletedAfter, AccountLimits limits);
}
