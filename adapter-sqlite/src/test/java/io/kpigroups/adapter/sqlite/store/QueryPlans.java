package io.kpigroups.adapter.sqlite.store;

import static io.kpigroups.adapter.sqlite.Fixtures.MAX_WAIT;
import static io.kpigroups.adapter.sqlite.Fixtures.ample;
import static io.kpigroups.adapter.sqlite.Fixtures.file;
import static io.kpigroups.adapter.sqlite.Fixtures.open;
import static org.assertj.core.api.Assertions.assertThat;

import io.kpigroups.adapter.sqlite.connection.PooledConnection;
import io.kpigroups.domain.query.Order;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** Tells how SQLite would run a statement on a new file. */
final class QueryPlans implements AutoCloseable {
  static final String SORTS_ALL = "USE TEMP B-TREE FOR ORDER BY";

  private final PooledConnection connection;

  QueryPlans(Path folder) {
    open(folder).close();
    connection = new PooledConnection(file(folder));
    connection.limit(MAX_WAIT, ample());
  }

  @Override
  public void close() {
    connection.close();
  }

  List<String> of(Sql sql) {
    return of(sql.text());
  }

  List<String> of(String sql) {
    return connection
        .query("EXPLAIN QUERY PLAN " + sql, Integer.MAX_VALUE, row -> row.getString("detail"))
        .all();
  }

  /** How many entries of indexes a statement writes, with those of its triggers. */
  long entriesWritten(String sql) {
    return connection
        .query("EXPLAIN " + sql, Integer.MAX_VALUE, row -> row.getString("opcode"))
        .all()
        .stream()
        .filter("IdxInsert"::equals)
        .count();
  }

  /** No table is read from end to end, and nothing is sorted as a whole. */
  static void usesAnIndex(List<? extends String> plan) {
    assertThat(plan)
        .isNotEmpty()
        .allMatch(
            step ->
                step.matches("SEARCH .* USING (COVERING )?(INDEX|(INTEGER )?PRIMARY KEY).*")
                    || step.equals("SCAN json_each VIRTUAL TABLE INDEX 1:")
                    || step.equals("CREATE BLOOM FILTER")
                    || step.matches("(CORRELATED SCALAR|SCALAR|LIST) SUBQUERY .*")
                    || step.matches("USE TEMP B-TREE FOR LAST .*TERMS? OF ORDER BY"));
  }

  /** No table is read from end to end; what was found may be sorted. */
  static void usesAnIndexAndMaySort(List<? extends String> plan) {
    usesAnIndex(plan.stream().filter(step -> !step.equals(SORTS_ALL)).toList());
  }

  /** By no field, by each of them, and by each two, in both directions. */
  static <F extends Enum<F>> Stream<List<Order<F>>> orders(F[] fields) {
    return Stream.concat(
        Stream.of(List.of()),
        Arrays.stream(fields)
            .flatMap(first -> Stream.of(Order.ascending(first), Order.descending(first)))
            .flatMap(
                first ->
                    Stream.concat(
                        Stream.of(List.of(first)),
                        Arrays.stream(fields)
                            .filter(second -> second != first.field())
                            .flatMap(f -> Stream.of(Order.ascending(f), Order.descending(f)))
                            .map(second -> List.of(first, second)))));
  }
}
