package io.kpigroups.adapter.client.store;

import io.kpigroups.domain.cursor.Cursor;
import io.kpigroups.domain.cursor.ListScope;
import io.kpigroups.domain.query.ListQuery;
import io.kpigroups.domain.query.Order;
import io.kpigroups.domain.query.SortField;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** The query parameters by which a service like this one is asked for a part of a list. */
final class ListParameters {
  private static final Set<String> IDS = Set.of("id", "kpiId");

  private ListParameters() {}

  /** The place and the length of the part, the order, and whether rows are counted. */
  static <F extends Enum<F> & SortField<?>> Map<String, String> of(
      ListQuery<F> query, ListScope scope) {
    Map<String, String> parameters = new LinkedHashMap<>();
    parameters.put("skip", String.valueOf(query.range().skip()));
    parameters.put("limit", String.valueOf(query.range().limit()));
    String sort = sort(query);
    if (!sort.isEmpty()) {
      parameters.put("sort", sort);
    }
    if (!query.count()) {
      parameters.put("count", "none");
    }
    query
        .after()
        .map(place -> Cursor.of(scope, query.order(), place))
        .ifPresent(
            cursor -> {
              parameters.remove("skip");
              parameters.put("cursor", cursor);
            });
    return parameters;
  }

  /** The sort keys with commas between them, and the id at the end if it must be named. */
  private static <F extends Enum<F> & SortField<?>> String sort(ListQuery<F> query) {
    List<Order<F>> keys = query.order();
    return keys.subList(0, isAdded(keys) ? keys.size() - 1 : keys.size()).stream()
        .map(key -> (key.descending() ? "-" : "") + key.field().term())
        .collect(Collectors.joining(","));
  }

  /**
   * Whether every version of a service like this one adds the last key by itself. Behind a
   * descending key older ones add the id in another direction than this one.
   */
  private static <F extends Enum<F> & SortField<?>> boolean isAdded(List<Order<F>> keys) {
    int last = keys.size() - 1;
    return IDS.contains(keys.get(last).field().term())
        && keys.subList(Math.max(0, last - 1), last + 1).stream().noneMatch(Order::descending);
  }
}
