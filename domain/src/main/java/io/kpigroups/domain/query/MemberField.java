package io.kpigroups.domain.query;

import io.kpigroups.domain.group.Member;
import io.kpigroups.domain.value.FieldValue;
import io.kpigroups.domain.value.FieldValue.Text;
import io.kpigroups.domain.value.FieldValue.Time;
import io.kpigroups.domain.value.NameKey;
import java.util.function.Function;

/** What the members of a group can be sorted by. */
public enum MemberField implements SortField<Member> {
  /** By code point. */
  KPI_ID("kpiId", member -> new Text(member.kpi().value())),
  /** Without case and accents, see {@link NameKey}; a KPI that has no name comes first. */
  NAME("name", member -> new Text(member.name().map(name -> name.key().value()).orElse(""))),
  DATE_ADDED("dateAdded", member -> new Time(member.added().at()));

  private final String term;
  private final Function<Member, FieldValue> value;

  MemberField(String term, Function<Member, FieldValue> value) {
    this.term = term;
    this.value = value;
  }

  @Override
  public String term() {
    return term;
  }

  @Override
  public FieldValue value(Member row) {
    return value.apply(row);
  }

  @Override
  public boolean isTime() {
    return this == DATE_ADDED;
  }
}
