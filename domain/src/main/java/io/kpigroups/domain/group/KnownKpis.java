package io.kpigroups.domain.group;

import io.kpigroups.domain.failure.KpiNotFound;
import io.kpigroups.domain.kpi.KpiId;
import java.util.function.BooleanSupplier;

/** Which KPIs may be put into groups. */
public enum KnownKpis {
  /** Those in the account's register. */
  REGISTERED,
  /** Every well-formed KPI id. */
  ANY;

  /**
   * Checks that a KPI is known, so that its groups can be asked for. A fact is asked for only if it
   * is needed.
   *
   * @param registered whether the KPI is in the register
   * @param grouped whether the KPI is in a live group
   * @throws KpiNotFound if it is not
   */
  public void require(KpiId kpi, BooleanSupplier registered, BooleanSupplier grouped) {
    if (this == REGISTERED && !registered.getAsBoolean() && !grouped.getAsBoolean()) {
      throw new KpiNotFound(kpi.value());
    }
  }
}
