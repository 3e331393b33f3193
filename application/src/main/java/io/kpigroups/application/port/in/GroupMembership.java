package io.kpigroups.application.port.in;

import io.kpigroups.application.port.Call;
import io.kpigroups.application.port.Unsupported;
import io.kpigroups.domain.failure.GroupNotFound;
import io.kpigroups.domain.failure.KpiNotFound;
import io.kpigroups.domain.failure.LimitReached;
import io.kpigroups.domain.group.KpiBatch;
import io.kpigroups.domain.group.KpiGroupId;
import io.kpigroups.domain.group.Member;
import io.kpigroups.domain.kpi.KpiId;
import io.kpigroups.domain.query.ListQuery;
import io.kpigroups.domain.query.MemberField;
import io.kpigroups.domain.query.Page;

/**
 * Which KPIs are in a group. A change may be repeated; it never changes the group itself.
 *
 * <p>Every call fails as those of {@link KpiGroups} do, besides what it says itself.
 */
public interface GroupMembership {

  /**
   * The KPIs in a group; the page's limit is cut to the maximum.
   *
   * @throws GroupNotFound if there is no such group
   * @throws Unsupported if the store cannot list members
   */
  Page<Member> list(Call call, KpiGroupId group, ListQuery<MemberField> query);

  /**
   * Puts KPIs into the group and takes KPIs out, all of that or nothing.
   *
   * @throws GroupNotFound if there is no such group
   * @throws KpiNotFound with all of them, if some that are to be added are not known in the account
   * @throws LimitReached if KPIs come and the group would have more than it may
   * @throws Unsupported if the store has no batches
   */
  KpiBatch.Result change(Call call, KpiGroupId group, KpiBatch batch);

  /**
   * Puts the KPI into the group. A repeated call changes nothing.
   *
   * @throws GroupNotFound if there is no such group
   * @throws KpiNotFound if the KPI is not known in the account
   * @throws LimitReached if the group is full and the KPI is not in it
   */
  void add(Call call, KpiId kpi, KpiGroupId group);

  /**
   * Takes the KPI out of the group, also if the KPI itself no longer exists. A repeated call
   * changes nothing.
   *
   * @throws GroupNotFound if there is no such group
   * @throws KpiNotFound if the KPI is neither in the group nor known in the account
   */
  void remove(Call call, KpiId kpi, KpiGroupId group);
}
