package io.kpigroups.domain;

import java.util.Comparator;

/** What registered KPIs can be sorted by, each with the order that every store must give. */
public enum KpiField {
  /** By code point. */
  ID(Comparator.comparing(kpi -> kpi.id().value())),
  /** Without case and accents, see {@link NameKey}. */
  NAME(Comparator.comparing(kpi -> kpi.name().key()));

  private final Comparator<Kpi> comparator;

  KpiField(Comparator<Kpi> comparator) {
    this.comparator = comparator;
  }

  /** Lowest first. */
  public Comparator<Kpi> comparator() {
    return comparator;
  }
}
