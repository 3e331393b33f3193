package io.kpigroups.application.port.in;

import io.kpigroups.application.port.Call;
import io.kpigroups.domain.failure.GroupNotFound;
import io.kpigroups.domain.failure.KpiNotFound;
import io.kpigroups.domain.failure.LimitReached;
import io.kpigroups.domain.group.KpiGroupId;
import io.kpigroups.domain.kpi.KpiId;

/** Which KPIs are in a group. Both calls may be repeated; they never change the group itself. */
public interface GroupMembership {

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
