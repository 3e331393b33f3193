package io.kpigroups.adapter.sqlite.store;

import io.kpigroups.adapter.sqlite.connection.Database;
import io.kpigroups.adapter.sqlite.connection.PooledConnection;
import io.kpigroups.adapter.sqlite.connection.QueryResult;
import io.kpigroups.application.port.Call;
import io.kpigroups.domain.query.ListQuery;
import io.kpigroups.domain.query.Order;
import io.kpigroups.domain.query.Page;
import io.kpigroups.domain.value.AccountId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A list in any order. Its text is put together from constants, never from input.
 *
 * @param select what is read of each row
 * @param rows where the rows of the account {@code ?2} for the user {@code ?1} are, from FROM to
 *     their conditions; it may depend on what is asked for
 * @param columns what to sort by; a field without a column is the same in all rows
 * @param count counts these rows
 */
record ListStatement<F extends Enum<F>, T>(
    String select,
    Function<ListQuery<F>, Sql> rows,
    Map<F, String> columns,
    Sql count,
    RowOfAccount<T> mapper) {

  /** Makes something of a row of an account; {@code InvalidInput} if that cannot be. */
  @FunctionalInterface
  interface RowOfAccount<T> {
    T map(ResultSet row, AccountId account) throws SQLException;
  }

  /** The sort keys that have a column. */
  static <F extends Enum<F>> List<Order<F>> keys(ListQuery<F> query, Map<F, String> columns) {
    return query.order().stream().filter(key -> columns.containsKey(key.field())).toList();
  }

  /**
   * Reads the page and one row more. To this end the limit is a sum, and must stay one: whenever a
   * limit that is nothing but a parameter gets its value, SQLite plans the whole statement anew.
   */
  Sql sql(ListQuery<F> query) {
    String order =
        keys(query, columns).stream()
            .map(key -> columns.get(key.field()) + (key.descending() ? " DESC" : ""))
            .collect(Collectors.joining(", ", " ORDER BY ", " LIMIT ? + 1 OFFSET ?"));
    return Sql.join(
        "",
        Stream.of(
            rows.apply(query).in(select, ""),
            query
                .after()
                .map(place -> Keyset.behind(place, query, columns).in(" AND ", ""))
                .orElse(Sql.NOTHING),
            new Sql(order, query.range().limit(), query.range().skip())));
  }

  /**
   * Reads a page. One row more is asked for, which tells whether there is a next page, but it is
   * not read: a page fails for its own rows only.
   */
  Page<T> page(Database database, Call viewer, ListQuery<F> query) {
    Function<PooledConnection, Page<T>> work = connection -> page(connection, viewer, query);
    return query.count() ? database.readTogether(viewer, work) : database.read(viewer, work);
  }

  /** The same in a transaction that is open, if the query wants rows counted. */
  Page<T> page(PooledConnection connection, Call viewer, ListQuery<F> query) {
    Sql sql = sql(query);
    AccountId account = viewer.account();
    QueryResult<T> rows =
        connection.query(
            sql.text(),
            query.range().limit(),
            row -> mapper.map(row, account),
            values(viewer, sql));
    List<T> items = rows.all();
    boolean isAll = query.range().skip() == 0 && query.after().isEmpty() && !rows.hasMore();
    return query.page(
        items,
        rows.hasMore(),
        () -> isAll ? items.size() : connection.number(count.text(), values(viewer, count)));
  }

  private static Object[] values(Call viewer, Sql sql) {
    return Stream.concat(
            Stream.of(viewer.user().value(), viewer.account().value()), sql.values().stream())
        .toArray();
  }
}
