package io.kpigroups.domain.query;

import io.kpigroups.domain.failure.InvalidInput;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** One sort key: a field and its direction. */
public record Order<F extends Enum<F>>(F field, boolean descending) {

  /** Lowest first. */
  public static <F extends Enum<F>> Order<F> ascending(F field) {
    return new Order<>(field, false);
  }

  /** Highest first. */
  public static <F extends Enum<F>> Order<F> descending(F field) {
    return new Order<>(field, true);
  }

  /**
   * Reads sort keys as people write them: terms of fields with commas between, each with {@code -}
   * in front if it goes down.
   *
   * @param fields what may be sorted by
   * @throws InvalidInput if anything else is named, or a field twice; says what may be
   */
  public static <F extends Enum<F> & SortField<?>> List<Order<F>> parse(String text, F[] fields) {
    Map<String, F> byTerm = new TreeMap<>();
    Stream.of(fields).forEach(field -> byTerm.put(field.term(), field));
    String terms = String.join(", ", byTerm.keySet());
    List<Order<F>> orders = new ArrayList<>();
    for (String key : text.split(",", -1)) {
      F field = byTerm.remove(key.startsWith("-") ? key.substring(1) : key);
      if (field == null) {
        throw new InvalidInput(
            "sort must list one or more of " + terms + ", each once, with - in front to reverse.");
      }
      orders.add(new Order<>(field, key.startsWith("-")));
    }
    return List.copyOf(orders);
  }

  /**
   * The order as a comparator of rows: that of their {@link Position}s, by which {@link
   * ListQuery#cut} sorts. It does not ask those, so that tests can hold the one against the other.
   */
  public static <T, F extends Enum<F> & SortField<T>> Comparator<T> comparator(
      List<Order<F>> orders) {
    return orders.stream()
        .map(o -> o.descending ? o.field.comparator().reversed() : o.field.comparator())
        .reduce(Comparator::thenComparing)
        .orElseThrow();
  }

  /**
   * Returns the order with {@code last} as its final tie-break, so that it is total. It has the
   * direction of the key before, so that an index can be read from either end. Keys behind it would
   * say nothing, and are left out.
   *
   * @throws InvalidInput if a field is named twice
   */
  static <F extends Enum<F>> List<Order<F>> total(List<Order<F>> orders, F last) {
    EnumSet<F> seen = EnumSet.noneOf(last.getDeclaringClass());
    for (Order<F> order : orders) {
      if (!seen.add(order.field())) {
        throw new InvalidInput("A field may be sorted by only once.");
      }
    }
    if (seen.contains(last)) {
      int end = orders.stream().map(Order::field).toList().indexOf(last) + 1;
      return List.copyOf(orders.subList(0, end));
    }
    List<Order<F>> total = new ArrayList<>(orders);
    total.add(new Order<>(last, !orders.isEmpty() && orders.get(orders.size() - 1).descending()));
    return List.copyOf(total);
  }
}
