package io.kpigroups.adapter.sqlite.store;

import io.kpigroups.adapter.sqlite.connection.Database;
import io.kpigroups.adapter.sqlite.connection.PooledConnection;
import io.kpigroups.adapter.sqlite.connection.QueryResult;
import io.kpigroups.adapter.sqlite.connection.QueryResult.RowMapper;
import io.kpigroups.application.port.Call;
import io.kpigroups.domain.query.ListQuery;
import io.kpigroups.domain.query.Order;
import io.kpigroups.domain.query.Page;
import io.kpigroups.domain.query.PageRange;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A list in any order. Its text is put together from constants, never from input.
 *
 * @param select selects the rows of the account {@code ?2} for the user {@code ?1}, by as many more
 *     parameters as it needs; it may depend on the first sort key
 * @param columns what to sort by; a field without a column is the same in all rows
 * @param count counts these rows, by the same parameters
 */
record ListStatement<F extends Enum<F>, T>(
    Function<F, String> select, Map<F, String> columns, String count, RowMapper<T> mapper) {

  String sql(List<Order<F>> order) {
    List<Order<F>> keys = order.stream().filter(o -> columns.containsKey(o.field())).toList();
    return keys.stream()
        .map(o -> columns.get(o.field()) + (o.descending() ? " DESC" : ""))
        .collect(
            Collectors.joining(
                ", ", select.apply(keys.get(0).field()) + " ORDER BY ", " LIMIT ? OFFSET ?"));
  }

  /**
   * Reads a page. One row more is asked for, which tells whether there is a next page, but it is
   * not read: a page fails for its own rows only.
   *
   * @param more the values of the further parameters
   */
  Page<T> page(Database database, Call viewer, ListQuery<F> query, Object... more) {
    Function<PooledConnection, Page<T>> work = connection -> page(connection, viewer, query, more);
    return query.count()
        ? database.readTogether(viewer.deadline(), work)
        : database.read(viewer.deadline(), work);
  }

  /** The same in a transaction that is open, if the query wants rows counted. */
  Page<T> page(PooledConnection connection, Call viewer, ListQuery<F> query, Object... more) {
    PageRange range = query.range();
    Object[] values = values(Stream.of(viewer.user().value(), viewer.account().value()), more);
    QueryResult<T> rows =
        connection.query(
            sql(query.order()),
            range.limit(),
            mapper,
            values(Stream.of(values), range.limit() + 1L, range.skip()));
    return query.count()
        ? new Page<>(rows.all(), connection.number(count, values), range)
        : Page.uncounted(rows.all(), range, rows.hasMore());
  }

  private static Object[] values(Stream<Object> first, Object... more) {
    return Stream.concat(first, Stream.of(more)).toArray();
  }
}
