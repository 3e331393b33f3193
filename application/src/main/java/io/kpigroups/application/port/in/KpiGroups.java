package io.kpigroups.application.port.in;

import io.kpigroups.application.port.Call;
import io.kpigroups.application.port.OutcomeUnknown;
import io.kpigroups.application.port.StorageUnavailable;
import io.kpigroups.domain.GroupNotFound;
import io.kpigroups.domain.GroupQuery;
import io.kpigroups.domain.KpiGroupId;
import io.kpigroups.domain.KpiGroupName;
import io.kpigroups.domain.LimitReached;
import io.kpigroups.domain.NotPermitted;
import io.kpigroups.domain.Page;
import io.kpigroups.domain.RevisionMatch;
import io.kpigroups.domain.RevisionRequired;
import io.kpigroups.domain.StaleRevision;
import io.kpigroups.domain.ViewedGroup;

/**
 * Looking at and changing the groups of an account.
 *
 * <p>Every call throws {@link NotPermitted} if the actor lacks the permission that {@link
 * Operation} names, and {@link StorageUnavailable} if the store cannot answer; the changing calls
 * also {@link OutcomeUnknown}. A group of another account is a group that does not exist.
 */
public interface KpiGroups {

  /** The groups that match, as the actor sees them; the page's limit is cut to the maximum. */
  Page<ViewedGroup> list(Call call, GroupQuery query);

  /**
   * One group as the actor sees it.
   *
   * @throws GroupNotFound if there is none
   */
  ViewedGroup get(Call call, KpiGroupId id);

  /**
   * Makes a new, empty group; another of the same name may exist.
   *
   * @throws LimitReached if the account has as many groups as it may
   */
  ViewedGroup create(Call call, KpiGroupName name);

  /**
   * Gives a group another name and answers the group as it is then. A rename to the name that it
   * has changes nothing, its revision included.
   *
   * @throws GroupNotFound if there is none
   * @throws RevisionRequired if {@code expected} states nothing although the settings demand it
   * @throws StaleRevision if the group is in no revision that is expected
   */
  ViewedGroup rename(Call call, KpiGroupId id, KpiGroupName name, RevisionMatch expected);

  /**
   * Deletes a group: the grouping and its favorites, never a KPI.
   *
   * @throws GroupNotFound if there is none, so also when it is deleted already
   * @throws RevisionRequired if {@code expected} states nothing although the settings demand it
   * @throws StaleRevision if the group is in no revision that is expected
   */
  void delete(Call call, KpiGroupId id, RevisionMatch expected);
}
