package io.kpigroups.application.port.out;

import io.kpigroups.domain.Actor;
import io.kpigroups.domain.GroupNotFound;
import io.kpigroups.domain.KnownKpis;
import io.kpigroups.domain.KpiGroupId;
import io.kpigroups.domain.KpiId;
import io.kpigroups.domain.KpiNotFound;
import io.kpigroups.domain.LimitReached;
import java.time.Instant;

/** Keeps which KPIs are in which group. A repeated call changes nothing and succeeds again. */
public interface MembershipStore {

  /**
   * Sees to it that the KPI is in the group. What is wrong is reported in the order of the
   * exceptions below. However many callers do the same at once, there is one membership, with the
   * adder and the time of the first.
   *
   * @param known whether the KPI must be in the register
   * @param limit how many KPIs the group may have; writers at the same moment may overshoot it
   * @throws GroupNotFound if there is no such group
   * @throws KpiNotFound if the KPI is not known
   * @throws LimitReached if the group has as many already and the KPI is not one of them
   */
  void add(Actor by, KpiGroupId group, KpiId kpi, Instant at, KnownKpis known, int limit);

  /**
   * Sees to it that the KPI is not in the group.
   *
   * @param known whether a KPI that is not a member must be in the register
   * @throws GroupNotFound if there is no such group
   * @throws KpiNotFound if the KPI is neither a member nor known
   */
  void remove(Actor by, KpiGroupId group, KpiId kpi, KnownKpis known);
}
