package io.kpigroups.domain.filter;

import io.kpigroups.domain.group.KpiGroup;
import io.kpigroups.domain.value.FieldValue;
import io.kpigroups.domain.value.FieldValue.Text;
import io.kpigroups.domain.value.FieldValue.Time;
import io.kpigroups.domain.value.Name;
import java.text.Normalizer;
import java.util.function.Function;

/** What of a group a filter can compare. */
public enum FilterField {
  ID("id", group -> new Text(group.id().value())),
  NAME("name", group -> new Text(composed(group.name()))),
  CREATED_BY_ID("createdById", group -> new Text(group.created().by().value())),
  MODIFIED_BY_ID("modifiedById", group -> new Text(group.modified().by().value())),
  DATE_CREATED("dateCreated", group -> new Time(group.created().at())),
  DATE_UPDATED("dateUpdated", group -> new Time(group.modified().at()));

  private final String term;
  private final Function<KpiGroup, FieldValue> value;

  FilterField(String term, Function<KpiGroup, FieldValue> value) {
    this.term = term;
    this.value = value;
  }

  /** As literals are. A name that another service has stored is shown as it is there. */
  private static String composed(Name name) {
    return Normalizer.normalize(name.value(), Normalizer.Form.NFC);
  }

  /** What it is called outside, in filters. */
  public String term() {
    return term;
  }

  /** Whether its values are {@link Time}s; else they are {@link Text}s. */
  public boolean isTime() {
    return this == DATE_CREATED || this == DATE_UPDATED;
  }

  /** What the group has; of its name, the normalisation form C. */
  public FieldValue of(KpiGroup group) {
    return value.apply(group);
  }
}
