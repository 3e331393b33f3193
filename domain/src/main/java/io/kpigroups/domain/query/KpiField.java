package io.kpigroups.domain.query;

import io.kpigroups.domain.kpi.Kpi;
import io.kpigroups.domain.value.NameKey;
import java.util.Comparator;

/** What registered KPIs can be sorted by. */
public enum KpiField implements SortField<Kpi> {
  /** By code point. */
  ID("id", Comparator.comparing(kpi -> kpi.id().value())),
  /** Without case and accents, see {@link NameKey}. */
  NAME("name", Comparator.comparing(kpi -> kpi.name().key()));

  private final String term;
  private final Comparator<Kpi> comparator;

  KpiField(String term, Comparator<Kpi> comparator) {
    this.term = term;
    this.comparator = comparator;
  }

  @Override
  public String term() {
    return term;
  }

  @Override
  public Comparator<Kpi> comparator() {
    return comparator;
  }
}
