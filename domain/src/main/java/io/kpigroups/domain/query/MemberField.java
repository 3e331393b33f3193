package io.kpigroups.domain.query;

import io.kpigroups.domain.group.Member;
import io.kpigroups.domain.value.Name;
import io.kpigroups.domain.value.NameKey;
import java.util.Comparator;

/** What the members of a group can be sorted by. */
public enum MemberField implements SortField<Member> {
  /** By code point. */
  KPI_ID("kpiId", Comparator.comparing(member -> member.kpi().value())),
  /** Without case and accents, see {@link NameKey}; a KPI that has no name comes first. */
  NAME("name", Comparator.comparing(member -> key(member))),
  DATE_ADDED("dateAdded", Comparator.comparing(member -> member.added().at()));

  private static final NameKey NONE = new NameKey("");

  private final String term;
  private final Comparator<Member> comparator;

  MemberField(String term, Comparator<Member> comparator) {
    this.term = term;
    this.comparator = comparator;
  }

  @Override
  public String term() {
    return term;
  }

  @Override
  public Comparator<Member> comparator() {
    return comparator;
  }

  private static NameKey key(Member member) {
    return member.name().map(Name::key).orElse(NONE);
  }
}
