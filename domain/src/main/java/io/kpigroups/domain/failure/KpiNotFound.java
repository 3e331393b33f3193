package io.kpigroups.domain.failure;

import java.util.List;

/** KPIs that are not known in the account. */
public final class KpiNotFound extends KpiGroupException {
  public KpiNotFound(String id) {
    this(List.of(id));
  }

  /** All ids that are unknown, not the first only. */
  public KpiNotFound(List<String> ids) {
    this("Not known in the account as a KPI: ", String.join(", ", ids) + ".");
  }

  private KpiNotFound(String message, String ids) {
    super(message + ids);
  }

  /** KPIs that the system that a store forwards to does not know, in its own words. */
  public static KpiNotFound elsewhere(String message) {
    return new KpiNotFound(message, "");
  }
}
