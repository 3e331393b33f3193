package io.kpigroups.application.port.in;

import io.kpigroups.application.port.Call;
import io.kpigroups.application.port.OutcomeUnknown;
import io.kpigroups.application.port.StorageUnavailable;
import io.kpigroups.application.port.Unsupported;
import io.kpigroups.domain.failure.GroupNotFound;
import io.kpigroups.domain.failure.IdempotencyKeyInUse;
import io.kpigroups.domain.failure.IdempotencyKeyReused;
import io.kpigroups.domain.failure.KpiNotFound;
import io.kpigroups.domain.failure.LimitReached;
import io.kpigroups.domain.failure.NotPermitted;
import io.kpigroups.domain.failure.RevisionRequired;
import io.kpigroups.domain.failure.StaleRevision;
import io.kpigroups.domain.group.KeyedCreate;
import io.kpigroups.domain.group.KpiGroupId;
import io.kpigroups.domain.group.ViewedGroup;
import io.kpigroups.domain.kpi.KpiId;
import io.kpigroups.domain.query.GroupField;
import io.kpigroups.domain.query.GroupSelection;
import io.kpigroups.domain.query.ListQuery;
import io.kpigroups.domain.query.Page;
import io.kpigroups.domain.value.IdempotencyKey;
import io.kpigroups.domain.value.Name;
import io.kpigroups.domain.value.RevisionMatch;
import java.util.Optional;

/**
 * Looking at and changing the groups of an account.
 *
 * <p>Every call throws {@link NotPermitted} if the actor lacks the permission that {@link
 * Operation} names, and {@link StorageUnavailable} if the store cannot answer; the changing calls
 * also {@link OutcomeUnknown}. A store that forwards has the other failures of {@link
 * io.kpigroups.application.port.PortFailure} besides. A group of another account is a group that
 * does not exist.
 */
public interface KpiGroups {

  /**
   * The groups of the account that are selected, as the actor sees them; the page's limit is cut to
   * the maximum. Of deleted groups only those are listed that can be restored, each with the time
   * from when on it cannot.
   *
   * @throws Unsupported if the store can only list all live groups
   */
  Page<ViewedGroup> list(Call call, GroupSelection selection, ListQuery<GroupField> query);

  /** The live groups of the account, as the actor sees them. */
  default Page<ViewedGroup> list(Call call, ListQuery<GroupField> query) {
    return list(call, GroupSelection.LIVE, query);
  }

  /**
   * Those of the selected groups that contain the KPI, as {@link #list}.
   *
   * @throws KpiNotFound if KPIs must be registered and this one neither is nor is in any group
   * @throws Unsupported if the store cannot tell
   */
  Page<ViewedGroup> listOf(
      Call call, KpiId kpi, GroupSelection selection, ListQuery<GroupField> query);

  /**
   * One group as the actor sees it.
   *
   * @throws GroupNotFound if there is none
   */
  ViewedGroup get(Call call, KpiGroupId id);

  /**
   * Makes a new, empty group; another of the same name may exist. The same call with the same key
   * within {@link KeyedCreate#KEPT_FOR} makes no other group, and answers the group as it was made,
   * whatever became of it. A refusal frees the key.
   *
   * @param key marks the call; empty if each call is to make a group
   * @throws IdempotencyKeyReused if the key was used with another name
   * @throws IdempotencyKeyInUse if the first call with this key is still at work
   * @throws LimitReached if the account has as many groups as it may
   * @throws Unsupported if there is a key and the store cannot keep it
   */
  ViewedGroup create(Call call, Name name, Optional<IdempotencyKey> key);

  /** Makes a new, empty group; each call makes another. */
  default ViewedGroup create(Call call, Name name) {
    return create(call, name, Optional.empty());
  }

  /**
   * Gives a group another name and answers the group as it is then. A rename to the name that it
   * has changes nothing, its revision included.
   *
   * @throws GroupNotFound if there is none
   * @throws RevisionRequired if {@code expected} states nothing although the settings demand it
   * @throws StaleRevision if the group is in no revision that is expected
   */
  ViewedGroup rename(Call call, KpiGroupId id, Name name, RevisionMatch expected);

  /**
   * Deletes a group: the grouping and its favorites, never a KPI.
   *
   * @throws GroupNotFound if there is none, so also when it is deleted already
   * @throws RevisionRequired if {@code expected} states nothing although the settings demand it
   * @throws StaleRevision if the group is in no revision that is expected
   */
  void delete(Call call, KpiGroupId id, RevisionMatch expected);

  /**
   * Undoes a deletion within the retention time, and answers the group as it is then: with its
   * members, the favorites on it and its revision of before. A live group stays as it is.
   *
   * @throws GroupNotFound if there is none, or it was deleted too long ago
   * @throws LimitReached if the account has as many groups as it may
   * @throws Unsupported if the store cannot restore
   */
  ViewedGroup restore(Call call, KpiGroupId id);
}
