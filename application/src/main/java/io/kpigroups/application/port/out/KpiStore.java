package io.kpigroups.application.port.out;

import io.kpigroups.domain.Actor;
import io.kpigroups.domain.Kpi;
import io.kpigroups.domain.KpiId;
import io.kpigroups.domain.KpiNotFound;
import io.kpigroups.domain.KpiQuery;
import io.kpigroups.domain.Page;
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
   * Enters the KPI, or replaces the entry of its id as a whole. Of callers that enter the same new
   * id at once exactly one is told {@link Entry#NEW}.
   *
   * @throws io.kpigroups.domain.AccountMismatch if the KPI is of another account than the actor's
   */
  Entry put(Actor by, Kpi kpi);

  /**
   * Takes the KPI out of the register and leaves its memberships alone.
   *
   * @throws KpiNotFound if it is not in the register, so also when the call is repeated
   */
  void remove(Actor by, KpiId id);
}
