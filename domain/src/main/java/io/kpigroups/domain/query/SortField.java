package io.kpigroups.domain.query;

import io.kpigroups.domain.value.FieldValue;
import java.util.Comparator;

/** Something that rows of a list can be sorted by. */
public sealed interface SortField<T> permits GroupField, KpiField, MemberField {
  /** What it is called outside, in queries. */
  String term();

  /** What the row has; stores sort by it, lowest first. */
  FieldValue value(T row);

  /** Whether its values are times; else they are texts. */
  default boolean isTime() {
    return false;
  }

  /** The order of rows by it, lowest first. */
  default Comparator<T> comparator() {
    return Comparator.comparing(this::value);
  }
}
