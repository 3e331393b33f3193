package io.kpigroups.bootstrap.service.pairwise;

import io.kpigroups.domain.filter.GroupFilter;
import io.kpigroups.domain.filter.SearchText;
import io.kpigroups.domain.query.KpiFilter;
import io.kpigroups.domain.query.Order;
import io.kpigroups.domain.query.Owner;
import io.kpigroups.domain.query.SortField;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** What is asked of a list, in the words of the domain. */
final class Question {
  final List<GroupFilter> filters = new ArrayList<>();
  String sort = "";
  int skip;
  int limit = 1_000;

  /** Behind so many rows a cursor leads on; 0 without one. */
  int behind;

  boolean counted = true;
  boolean deleted;

  /** What is told of each row; empty for what is told by itself. */
  List<String> fields = List.of();

  Optional<SearchText> search = Optional.empty();
  Optional<Owner> owner = Optional.empty();
  boolean ungrouped;

  /** The sort keys, of these fields. */
  <F extends Enum<F> & SortField<?>> List<Order<F>> order(F[] all) {
    List<Order<F>> order = new ArrayList<>();
    for (String key : sort.isEmpty() ? new String[0] : sort.split(",")) {
      String term = key.replace("-", "");
      F named =
          Arrays.stream(all).filter(field -> field.term().equals(term)).findAny().orElseThrow();
      order.add(new Order<>(named, key.startsWith("-")));
    }
    return order;
  }

  KpiFilter kpis() {
    return new KpiFilter(search, owner, ungrouped);
  }
}
