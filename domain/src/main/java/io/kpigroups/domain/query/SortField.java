package io.kpigroups.domain.query;

import java.util.Comparator;

/** Something that rows of a list can be sorted by. */
public sealed interface SortField<T> permits GroupField, KpiField, MemberField {
  /** What it is called outside, in queries. */
  String term();

  /** The order that every store must give, lowest first. */
  Comparator<T> comparator();
}
