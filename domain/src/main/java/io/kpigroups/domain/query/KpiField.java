package io.kpigroups.domain.query;

import io.kpigroups.domain.kpi.Kpi;
import io.kpigroups.domain.value.FieldValue;
import io.kpigroups.domain.value.FieldValue.Text;
import io.kpigroups.domain.value.NameKey;
import java.util.function.Function;

/** What registered KPIs can be sorted by. */
public enum KpiField implements SortField<Kpi> {
  /** By code point. */
  ID("id", kpi -> new Text(kpi.id().value())),
  /** Without case and accents, see {@link NameKey}. */
  NAME("name", kpi -> new Text(kpi.name().key().value()));

  private final String term;
  private final Function<Kpi, FieldValue> value;

  KpiField(String term, Function<Kpi, FieldValue> value) {
    this.term = term;
    this.value = value;
  }

  @Override
  public String term() {
    return term;
  }

  @Override
  public FieldValue value(Kpi row) {
    return value.apply(row);
  }
}
