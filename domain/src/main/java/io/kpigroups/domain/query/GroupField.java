package io.kpigroups.domain.query;

import io.kpigroups.domain.group.KpiGroup;
import io.kpigroups.domain.group.Stamp;
import io.kpigroups.domain.value.FieldValue;
import io.kpigroups.domain.value.FieldValue.Text;
import io.kpigroups.domain.value.FieldValue.Time;
import io.kpigroups.domain.value.NameKey;
import java.time.Instant;
import java.util.function.Function;

/** What groups can be sorted by. */
public enum GroupField implements SortField<KpiGroup> {
  ID("id", group -> new Text(group.id().value())),
  /** Without case and accents, see {@link NameKey}. */
  NAME("name", group -> new Text(group.name().key().value())),
  DATE_CREATED("dateCreated", group -> new Time(group.created().at())),
  DATE_UPDATED("dateUpdated", group -> new Time(group.modified().at())),
  /** Live groups have no such date, and come first. */
  DATE_DELETED("dateDeleted", group -> new Time(deletion(group)));

  private final String term;
  private final Function<KpiGroup, FieldValue> value;

  GroupField(String term, Function<KpiGroup, FieldValue> value) {
    this.term = term;
    this.value = value;
  }

  @Override
  public String term() {
    return term;
  }

  @Override
  public FieldValue value(KpiGroup row) {
    return value.apply(row);
  }

  @Override
  public boolean isTime() {
    return this == DATE_CREATED || this == DATE_UPDATED || this == DATE_DELETED;
  }

  private static Instant deletion(KpiGroup group) {
    return group.life().deleted().map(Stamp::at).orElse(Instant.EPOCH);
  }
}
