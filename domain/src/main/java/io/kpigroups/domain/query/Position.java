package io.kpigroups.domain.query;

import io.kpigroups.domain.value.FieldValue;
import java.util.List;

/**
 * A place in an ordered list, which stays where it is whatever is written: that of a row which is
 * there, or was.
 *
 * @param values what the row has, for each sort key
 */
public record Position(List<FieldValue> values) {
  public Position {
    values = List.copyOf(values);
  }

  /** The place of a row. */
  public static <T, F extends Enum<F> & SortField<T>> Position of(List<Order<F>> order, T row) {
    return new Position(order.stream().map(by -> by.field().value(row)).toList());
  }

  /** Whether it has a value of the right kind for each sort key. */
  boolean fits(List<? extends Order<?>> order) {
    if (values.size() != order.size()) {
      return false;
    }
    for (int i = 0; i < values.size(); i++) {
      boolean time = order.get(i).field() instanceof SortField<?> field && field.isTime();
      if (time != values.get(i) instanceof FieldValue.Time) {
        return false;
      }
    }
    return true;
  }

  /** Which place comes first in the order, as a comparator tells. */
  int compareTo(Position other, List<? extends Order<?>> order) {
    for (int i = 0; i < values.size(); i++) {
      int comparison = values.get(i).compareTo(other.values.get(i));
      if (comparison != 0) {
        return order.get(i).descending() ? -comparison : comparison;
      }
    }
    return 0;
  }
}
