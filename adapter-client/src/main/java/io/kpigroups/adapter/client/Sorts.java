package io.kpigroups.adapter.client;

import io.kpigroups.domain.query.Order;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Writes an order as the parameter {@code sort} has it. */
final class Sorts {
  private static final String ID = "id";

  private Sorts() {}

  /** The keys with commas between; the id at the end goes without saying. Empty if nothing else. */
  static <F extends Enum<F>> String of(List<Order<F>> orders, Function<F, String> name) {
    List<String> keys = new ArrayList<>();
    for (Order<F> order : orders) {
      keys.add((order.descending() ? "-" : "") + name.apply(order.field()));
    }
    if (keys.get(keys.size() - 1).equals(ID)) {
      keys.remove(keys.size() - 1);
    }
    return keys.stream().collect(Collectors.joining(","));
  }
}
