package io.kpigroups.domain;

import java.util.Comparator;

/** What groups can be sorted by, each with the order that every store must give. */
public enum GroupField {
  ID(Comparator.comparing(KpiGroup::id)),
  /** Without case and accents, see {@link NameKey}. */
  NAME(Comparator.comparing(group -> group.name().key())),
  DATE_CREATED(Comparator.comparing(group -> group.created().at())),
  DATE_UPDATED(Comparator.comparing(group -> group.modified().at()));

  private final Comparator<KpiGroup> comparator;

  GroupField(Comparator<KpiGroup> comparator) {
    this.comparator = comparator;
  }

  /** Lowest first. */
  public Comparator<KpiGroup> comparator() {
    return comparator;
  }
}
