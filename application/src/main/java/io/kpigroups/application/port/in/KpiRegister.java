package io.kpigroups.application.port.in;

import io.kpigroups.application.port.Call;
import io.kpigroups.application.port.Unsupported;
import io.kpigroups.domain.failure.KpiNotFound;
import io.kpigroups.domain.failure.LimitReached;
import io.kpigroups.domain.failure.StaleRevision;
import io.kpigroups.domain.kpi.Kpi;
import io.kpigroups.domain.kpi.KpiCondition;
import io.kpigroups.domain.kpi.KpiId;
import io.kpigroups.domain.query.KpiField;
import io.kpigroups.domain.query.KpiFilter;
import io.kpigroups.domain.query.ListQuery;
import io.kpigroups.domain.query.Page;
import io.kpigroups.domain.value.Name;
import io.kpigroups.domain.value.UserId;
import java.util.List;

/**
 * The register of KPIs that may be grouped. KPIs are owned by another system; this is its view.
 *
 * <p>Every call fails as those of {@link KpiGroups} do, besides what it says itself.
 */
public interface KpiRegister {

  /** What {@link #put} did. */
  record Registration(Kpi kpi, boolean isNew) {}

  /**
   * The registered KPIs that pass the filter; the page's limit is cut to the maximum.
   *
   * @throws Unsupported if the store can only list the whole register
   */
  Page<Kpi> list(Call call, KpiFilter filter, ListQuery<KpiField> query);

  /** All registered KPIs. */
  default Page<Kpi> list(Call call, ListQuery<KpiField> query) {
    return list(call, KpiFilter.ALL, query);
  }

  /**
   * One registered KPI.
   *
   * @throws KpiNotFound if it is not in the register
   */
  Kpi get(Call call, KpiId id);

  /**
   * Enters a KPI into the register, or replaces its entry, if what is there is as expected.
   *
   * @throws StaleRevision if it is not; nothing was changed
   * @throws LimitReached if the register is full and this KPI is not in it
   * @throws Unsupported if the register is kept elsewhere
   */
  Registration put(Call call, KpiId id, Name name, List<UserId> owners, KpiCondition expected);

  /** Enters a KPI into the register, or replaces its entry, whatever is there. */
  default Registration put(Call call, KpiId id, Name name, List<UserId> owners) {
    return put(call, id, name, owners, KpiCondition.NONE);
  }

  /**
   * Takes a KPI out of the register, if its entry is as expected. It stays in its groups.
   *
   * @throws KpiNotFound if it is not in the register, so also when it was taken out already
   * @throws StaleRevision if its entry is not as expected; nothing was changed
   * @throws Unsupported if the register is kept elsewhere
   */
  void remove(Call call, KpiId id, KpiCondition expected);

  /** Takes a KPI out of the register, whatever its entry is. */
  default void remove(Call call, KpiId id) {
    remove(call, id, KpiCondition.NONE);
  }
}
