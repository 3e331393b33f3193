package io.kpigroups.domain;

import java.util.List;
import java.util.stream.Collectors;

/** KPIs that are not known in the account. */
public final class KpiNotFound extends KpiGroupException {
  private static final long serialVersionUID = 1L;

  private final transient List<KpiId> unknown;

  public KpiNotFound(KpiId unknown) {
    this(List.of(unknown));
  }

  public KpiNotFound(List<KpiId> unknown) {
    super(
        "Not known in the account as a KPI: "
            + unknown.stream().map(KpiId::value).collect(Collectors.joining(", "))
            + ".");
    this.unknown = List.copyOf(unknown);
  }

  /** All ids that are unknown. */
  public List<KpiId> unknown() {
    return unknown;
  }
}
