package io.kpigroups.adapter.sqlite.store;

import static io.kpigroups.adapter.sqlite.Fixtures.open;
import static io.kpigroups.adapter.sqlite.Fixtures.plain;
import static io.kpigroups.adapter.sqlite.store.Statements.named;
import static org.assertj.core.api.Assertions.assertThat;

import io.kpigroups.domain.query.GroupField;
import io.kpigroups.domain.query.KpiField;
import io.kpigroups.domain.query.ListQuery;
import io.kpigroups.domain.query.Order;
import io.kpigroups.domain.query.PageRange;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Asks SQLite how it would run every statement that the adapter has. */
class QueryPlanTest {
  private static final PageRange PAGE = PageRange.first(10);

  @TempDir static Path folder;

  private static Connection connection;

  @BeforeAll
  static void openFile() throws SQLException {
    open(folder).close();
    connection = plain(folder);
  }

  @AfterAll
  static void closeFile() throws SQLException {
    connection.close();
  }

  private static List<String> plan(String sql) throws SQLException {
    List<String> plan = new ArrayList<>();
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery("EXPLAIN QUERY PLAN " + sql)) {
      while (rows.next()) {
        plan.add(rows.getString("detail"));
      }
    }
    return plan;
  }

  /** No table is read from end to end, and nothing is sorted as a whole. */
  private static void usesAnIndex(List<String> plan) {
    assertThat(plan)
        .isNotEmpty()
        .allMatch(
            step ->
                step.matches("SEARCH .* USING (COVERING )?(INDEX|(INTEGER )?PRIMARY KEY).*")
                    || step.matches("(CORRELATED )?SCALAR SUBQUERY .*")
                    || step.matches("USE TEMP B-TREE FOR LAST .*TERMS? OF ORDER BY"));
  }

  private static <F extends Enum<F>> Stream<List<Order<F>>> orders(F[] fields) {
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

  static Stream<String> lists() {
    return Stream.concat(
            orders(GroupField.values())
                .map(order -> GroupTable.LIST.sql(ListQuery.groups(order, PAGE).order())),
            orders(KpiField.values())
                .map(order -> SqliteKpis.LIST.sql(ListQuery.kpis(order, PAGE).order())))
        .distinct();
  }

  /** Every statement of the stores, but those that only insert and the heads of lists. */
  static Stream<String> statements() {
    return Stream.concat(
            Stream.of(
                GroupTable.FIND,
                SqliteKpis.FIND,
                SqliteDeletedGroups.FIND_DUE,
                SqliteDeletedGroups.COUNT_DUE),
            Statements.TEXTS.values().stream().filter(sql -> !sql.equals(GroupTable.SELECT)))
        .filter(sql -> sql.matches("(?s)(SELECT .*\\sWHERE|UPDATE|DELETE)\\s.*"));
  }

  @ParameterizedTest
  @MethodSource("lists")
  void everyListUsesTheIndexOfItsFirstSortKey(String sql) throws SQLException {
    usesAnIndex(plan(sql));
  }

  @ParameterizedTest
  @MethodSource("statements")
  void everyStatementUsesAnIndex(String sql) throws SQLException {
    usesAnIndex(plan(sql));
  }

  @ParameterizedTest
  @EnumSource(GroupField.class)
  void groupsSortedByOneFieldAreNotSortedAtAll(GroupField field) throws SQLException {
    ListQuery<GroupField> query = ListQuery.groups(List.of(Order.ascending(field)), PAGE);
    assertThat(plan(GroupTable.LIST.sql(query.order())))
        .noneMatch(step -> step.contains("TEMP B-TREE"));
  }

  @Test
  void groupsAreCountedInAnIndexThatLeavesDeletedOnesOut() throws SQLException {
    assertThat(plan(GroupTable.COUNT)).singleElement().asString().contains("COVERING INDEX");
  }

  @Test
  void thePurgeLooksAtDeletedGroupsOnly() throws SQLException {
    assertThat(plan(SqliteDeletedGroups.FIND_DUE))
        .contains("SEARCH g USING INDEX kpi_groups_to_purge (deleted_at>?)")
        .noneMatch(step -> step.contains("TEMP B-TREE"));
    assertThat(plan(SqliteDeletedGroups.COUNT_DUE))
        .containsExactly(
            "SEARCH kpi_groups USING COVERING INDEX kpi_groups_to_purge (deleted_at>?)");
  }

  @Test
  void favoritesAreCountedByThoseOfTheUserAndNotByTheGroupsOfTheAccount() throws SQLException {
    assertThat(plan(named("count favorites")))
        .containsExactly(
            "SEARCH f USING PRIMARY KEY (account_id=? AND user_id=?)",
            "SEARCH g USING COVERING INDEX kpi_groups_by_id (account_id=? AND id=?)");
  }

  @Test
  void theMembersOfAGroupAndTheKpisOfAnAccountAreNotCountedOneByOne() throws SQLException {
    assertThat(plan(SqliteKpis.COUNT))
        .containsExactly("SEARCH kpi_counts USING PRIMARY KEY (account_id=?)");
    assertThat(plan(named("count members")))
        .singleElement()
        .asString()
        .startsWith("SEARCH kpi_groups USING INDEX")
        .endsWith("(account_id=? AND id=?)");
  }

  @Test
  void theGroupsThatAKpiIsInAreFoundByAnIndex() throws SQLException {
    assertThat(
            plan(
                "SELECT group_id FROM kpi_group_memberships"
                    + " WHERE account_id = ?1 AND kpi_id = ?2 ORDER BY group_id"))
        .containsExactly(
            "SEARCH kpi_group_memberships USING COVERING INDEX kpi_group_memberships_by_kpi"
                + " (account_id=? AND kpi_id=?)");
  }

  @Test
  void whatWasDeletedInAnAccountIsFoundByAnIndexInTheOrderOfItsDeletion() throws SQLException {
    assertThat(
            plan(
                "SELECT id FROM kpi_groups WHERE account_id = ?1 AND state = 'deleted'"
                    + " ORDER BY deleted_at DESC, id DESC"))
        .containsExactly(
            "SEARCH kpi_groups USING COVERING INDEX kpi_groups_by_deletion (account_id=?)");
  }
}
