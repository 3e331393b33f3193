package com.example.kpigroups.postgres;

import io.kpigroups.domain.query.ListQuery;
import io.kpigroups.domain.query.Order;
import io.kpigroups.domain.query.Page;
import io.kpigroups.domain.query.Position;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Pages of a list.
 *
 * @param column what each field is sorted by
 * @param columns what is read of each row
 * @param rows from where, and which: it ends with a condition
 */
record PageSql<F extends Enum<F>>(Function<F, String> column, Sql columns, Sql rows) {

  <T> Page<T> read(Transaction tx, ListQuery<F> query, Transaction.Reader<T> reader) {
    Transaction.Rows<T> found = tx.rows(reader, query.range().limit(), statement(query));
    return query.page(
        found.items(), found.more(), () -> total(tx, query, found.items().size(), found.more()));
  }

  Sql statement(ListQuery<F> query) {
    return Sql.of("SELECT ").then(columns).then(rows).then(tail(query));
  }

  /** A list that ends on this page is counted already. */
  private long total(Transaction tx, ListQuery<F> query, int size, boolean more) {
    int skip = query.range().skip();
    if (query.after().isEmpty() && !more && (size > 0 || skip == 0)) {
      return (long) skip + size;
    }
    return tx.all(row -> row.getLong(1), Sql.of("SELECT count(*)").then(rows)).get(0);
  }

  /** One row more than the page has tells whether there are more. */
  private Sql tail(ListQuery<F> query) {
    String order =
        query.order().stream()
            .map(by -> column.apply(by.field()) + (by.descending() ? " DESC" : ""))
            .collect(Collectors.joining(", "));
    return query
        .after()
        .map(place -> Sql.of(" AND ").then(behind(query.order(), place)))
        .orElse(Sql.NOTHING)
        .then(
            " ORDER BY " + order + " LIMIT ? OFFSET ?",
            query.range().limit() + 1L,
            query.range().skip());
  }

  /**
   * What is behind the place. Keys that have one direction are compared as one row, where an index
   * can be entered. Behind a text that no row can have, other keys say nothing.
   */
  private Sql behind(List<Order<F>> order, Position place) {
    boolean descending = order.get(0).descending();
    int end = 0;
    boolean nul = false;
    while (end < order.size() && order.get(end).descending() == descending && !nul) {
      nul = Sql.hasNul(place.values().get(end));
      end++;
    }
    String sign = descending ? "<" : ">";
    if (nul || end == order.size()) {
      return compare(order, place, end, nul && descending ? "<=" : sign);
    }
    Position rest = new Position(place.values().subList(end, order.size()));
    return compare(order, place, end, sign + "=")
        .then(" AND (")
        .then(compare(order, place, end, sign))
        .then(" OR (")
        .then(behind(order.subList(end, order.size()), rest))
        .then("))");
  }

  private Sql compare(List<Order<F>> order, Position place, int end, String sign) {
    String keys =
        order.subList(0, end).stream()
            .map(by -> column.apply(by.field()))
            .collect(Collectors.joining(", "));
    String marks = Stream.generate(() -> "?").limit(end).collect(Collectors.joining(", "));
    return Sql.of(
        "(" + keys + ") " + sign + " (" + marks + ")", place.values().subList(0, end).toArray());
  }
}
