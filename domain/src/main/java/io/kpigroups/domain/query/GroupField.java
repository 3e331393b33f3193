package io.kpigroups.domain.query;

import io.kpigroups.domain.group.KpiGroup;
import io.kpigroups.domain.group.Stamp;
import io.kpigroups.domain.value.NameKey;
import java.time.Instant;
import java.util.Comparator;

/** What groups can be sorted by. */
public enum GroupField implements SortField<KpiGroup> {
  ID("id", Comparator.comparing(KpiGroup::id)),
  /** Without case and accents, see {@link NameKey}. */
  NAME("name", Comparator.comparing(group -> group.name().key())),
  DATE_CREATED("dateCreated", Comparator.comparing(group -> group.created().at())),
  DATE_UPDATED("dateUpdated", Comparator.comparing(group -> group.modified().at())),
  /** Live groups have no such date, and come first. */
  DATE_DELETED("dateDeleted", Comparator.comparing(group -> deletion(group)));

  private final String term;
  private final Comparator<KpiGroup> comparator;

  GroupField(String term, Comparator<KpiGroup> comparator) {
    this.term = term;
    this.comparator = comparator;
  }

  private static Instant deletion(KpiGroup group) {
    return group.life().deleted().map(Stamp::at).orElse(Instant.MIN);
  }

  @Override
  public String term() {
    return term;
  }

  @Override
  public Comparator<KpiGroup> comparator() {
    return comparator;
  }
}
