package io.kpigroups.adapter.sqlite.store;

import io.kpigroups.adapter.sqlite.connection.Database;
import io.kpigroups.adapter.sqlite.connection.PooledConnection;
import io.kpigroups.adapter.sqlite.connection.QueryResult;
import io.kpigroups.adapter.sqlite.connection.QueryResult.RowMapper;
import io.kpigroups.adapter.sqlite.connection.Transaction;
import io.kpigroups.application.port.Call;
import io.kpigroups.domain.query.ListQuery;
import io.kpigroups.domain.query.Order;
import io.kpigroups.domain.query.Page;
import io.kpigroups.domain.query.PageRange;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * A list in any order. Its text is put together from constants, never from input.
 *
 * @param select selects the rows of the account {@code ?2} for the user {@code ?1}; it may depend
 *     on the first sort key
 * @param columns what to sort by
 * @param count counts the rows of the account {@code ?1}
 */
record ListStatement<F extends Enum<F>, T>(
    Function<F, String> select, Map<F, String> columns, String count, RowMapper<T> mapper) {

  String sql(List<Order<F>> order) {
    return order.stream()
        .map(o -> columns.get(o.field()) + (o.descending() ? " DESC" : ""))
        .collect(
            Collectors.joining(
                ", ", select.apply(order.get(0).field()) + " ORDER BY ", " LIMIT ?3 OFFSET ?4"));
  }

  /**
   * Reads a page. One row more is asked for, which tells whether there is a next page, but it is
   * not read: a page fails for its own rows only.
   */
  Page<T> page(Database database, Call viewer, ListQuery<F> query) {
    Function<PooledConnection, Page<T>> work = connection -> page(connection, viewer, query);
    return database.read(
        viewer.deadline(),
        query.count() ? connection -> Transaction.READ.run(connection, work) : work);
  }

  private Page<T> page(PooledConnection connection, Call viewer, ListQuery<F> query) {
    String account = viewer.account().value();
    PageRange range = query.range();
    QueryResult<T> rows =
        connection.query(
            sql(query.order()),
            range.limit(),
            mapper,
            viewer.user().value(),
            account,
            range.limit() + 1L,
            range.skip());
    return query.count()
        ? new Page<>(rows.all(), connection.number(count, account), range)
        : Page.uncounted(rows.all(), range, rows.hasMore());
  }
}
