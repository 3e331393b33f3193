package io.kpigroups.application.port.out;

import io.kpigroups.domain.Actor;
import io.kpigroups.domain.Kpi;
import io.kpigroups.domain.KpiCondition;
import io.kpigroups.domain.KpiId;
import io.kpigroups.domain.KpiNotFound;
import io.kpigroups.domain.KpiQuery;
import io.kpigroups.domain.Page;
import io.kpigroups.domain.StaleRevision;
import java.util.Optional;

/** Keeps the register of KPIs that may be grouped. */
public interface KpiStore {

  /** What {@link #put} did. */
  enum Entry {
    NEW,
    REPLACED
  }

  /** The registered KPIs in the order asked for, and how many there are in all. */
  Page<Kpi> list(Actor viewer, KpiQuery query);

  /** One registered KPI; empty if the account has none of this id. */
  Optional<Kpi> find(Actor viewer, KpiId id);

  /**
   * Enters the KPI, or replaces the entry of its id as a whole, if what is there is as expected, in
   * one step. Of callers that enter the same new id at once exactly one is told {@link Entry#NEW};
   * of those that expect the same state and change it, one succeeds.
   *
   * @throws io.kpigroups.domain.AccountMismatch if the KPI is of another account than the actor's
   * @throws StaleRevision if what is there is not as expected; nothing was changed
   */
  Entry put(Actor by, Kpi kpi, KpiCondition expected);

  /** Enters the KPI, or replaces its entry, whatever is there. */
  default Entry put(Actor by, Kpi kpi) {
    return put(by, kpi, KpiCondition.NONE);
  }

  /**
   * Takes the KPI out of the register, if its entry is as expected, in one step, and leaves its
   * memberships alone.
   *
   * @throws KpiNotFound if it is not in the register, so also when the call is repeated
   * @throws StaleRevision if its entry is not as expected; nothing was changed
   */
  void remove(Actor by, KpiId id, KpiCondition expected);

  /** Takes the KPI out of the register, whatever its entry is. */
  default void remove(Actor by, KpiId id) {
    remove(by, id, KpiCondition.NONE);
  }
}
