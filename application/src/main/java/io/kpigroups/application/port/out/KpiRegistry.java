package io.kpigroups.application.port.out;

import io.kpigroups.application.port.Call;
import io.kpigroups.domain.access.AccountLimits;
import io.kpigroups.domain.failure.KpiNotFound;
import io.kpigroups.domain.failure.LimitReached;
import io.kpigroups.domain.failure.StaleRevision;
import io.kpigroups.domain.kpi.Kpi;
import io.kpigroups.domain.kpi.KpiCondition;
import io.kpigroups.domain.kpi.KpiId;
import io.kpigroups.domain.kpi.RegisterEntry;

/**
 * Changes which KPIs are registered in an account.
 *
 * <p>{@link io.kpigroups.domain.kpi.RegisterEntry} decides what may be changed.
 */
public interface KpiRegistry {
  /**
   * Enters the KPI, or replaces its whole entry, if what is there is as expected, in one atomic
   * step. Of callers that enter the same new id at once exactly one gets {@link
   * RegisterEntry.Effect#NEW}; of those that expect the same state and change it, one succeeds.
   *
   * @throws io.kpigroups.domain.failure.AccountMismatch if the KPI is of another account than the
   *     call's
   * @throws StaleRevision if what is there is not as expected; nothing was changed
   * @throws LimitReached if the register is full and this KPI is not in it
   */
  RegisterEntry.Effect put(Call by, Kpi kpi, KpiCondition expected, AccountLimits limits);

  /**
   * Takes the KPI out of the register, if its entry is as expected, in one atomic step. It stays in
   * its groups.
   *
   * @throws KpiNotFound if it is not in the register, so also when the call is repeated
   * @throws StaleRevision if its entry is not as expected; nothing was changed
   */
  void remove(Call by, KpiId id, KpiCondition expected);
}
