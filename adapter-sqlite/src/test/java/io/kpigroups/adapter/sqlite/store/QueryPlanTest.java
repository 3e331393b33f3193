package io.kpigroups.adapter.sqlite.store;

import static io.kpigroups.adapter.sqlite.Fixtures.freshCall;
import static io.kpigroups.adapter.sqlite.store.QueryPlans.orders;
import static io.kpigroups.adapter.sqlite.store.QueryPlans.usesAnIndex;
import static io.kpigroups.adapter.sqlite.store.Statements.named;
import static org.assertj.core.api.Assertions.assertThat;

import io.kpigroups.domain.group.ViewedGroup;
import io.kpigroups.domain.kpi.Kpi;
import io.kpigroups.domain.query.GroupField;
import io.kpigroups.domain.query.GroupSelection;
import io.kpigroups.domain.query.KpiField;
import io.kpigroups.domain.query.KpiFilter;
import io.kpigroups.domain.query.ListQuery;
import io.kpigroups.domain.query.Order;
import io.kpigroups.domain.query.PageRange;
import java.nio.file.Path;
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

  private static final ListStatement<GroupField, ViewedGroup> LIVE =
      GroupList.of(GroupSelection.LIVE);

  private static final ListStatement<KpiField, Kpi> KPIS =
      SqliteKpis.list(KpiFilter.ALL, freshCall().actor());

  private static QueryPlans plans;

  @BeforeAll
  static void openFile() {
    plans = new QueryPlans(folder);
  }

  @AfterAll
  static void closeFile() {
    plans.close();
  }

  static Stream<String> lists() {
    return Stream.concat(
            orders(GroupField.values())
                .map(order -> LIVE.sql(ListQuery.groups(order, PAGE)).text()),
            orders(KpiField.values()).map(order -> KPIS.sql(ListQuery.kpis(order, PAGE)).text()))
        .distinct();
  }

  /** Every statement of the stores, but those that only insert and the heads of lists. */
  static Stream<String> statements() {
    return Stream.concat(
            Stream.of(
                GroupTable.FIND,
                GroupTable.FIND_LIVE,
                GroupList.COUNT_LIVE,
                SqliteKpis.FIND,
                SqliteDeletedGroups.FIND_DUE,
                SqliteDeletedGroups.COUNT_DUE),
            Statements.TEXTS.values().stream().filter(sql -> !sql.equals(GroupTable.LIVE_COLUMNS)))
        .filter(sql -> sql.matches("(?s)(SELECT .*\\sWHERE|UPDATE|DELETE)\\s.*"));
  }

  @ParameterizedTest
  @MethodSource("lists")
  void everyListUsesTheIndexOfItsFirstSortKey(String sql) {
    usesAnIndex(plans.of(sql));
  }

  /** SQLite plans a statement anew when a limit that is nothing but a parameter gets its value. */
  @ParameterizedTest
  @MethodSource("lists")
  void noListIsPlannedAnewForItsLimit(String sql) {
    assertThat(sql).contains(" LIMIT ").doesNotContainPattern("LIMIT \\?\\d* OFFSET");
  }

  @ParameterizedTest
  @MethodSource("statements")
  void everyStatementUsesAnIndex(String sql) {
    usesAnIndex(plans.of(sql));
  }

  @ParameterizedTest
  @EnumSource(GroupField.class)
  void groupsSortedByOneFieldAreNotSortedAtAll(GroupField field) {
    ListQuery<GroupField> query = ListQuery.groups(List.of(Order.ascending(field)), PAGE);
    assertThat(plans.of(LIVE.sql(query))).noneMatch(step -> step.contains("TEMP B-TREE"));
  }

  @Test
  void thePurgeLooksAtDeletedGroupsOnly() {
    assertThat(plans.of(SqliteDeletedGroups.FIND_DUE))
        .contains("SEARCH g USING INDEX kpi_groups_to_purge (deleted_at>?)")
        .noneMatch(step -> step.contains("TEMP B-TREE"));
    assertThat(plans.of(SqliteDeletedGroups.COUNT_DUE))
        .containsExactly(
            "SEARCH kpi_groups USING COVERING INDEX kpi_groups_to_purge (deleted_at>?)");
  }

  @Test
  void favoritesAreCountedByThoseOfTheUserAndNotByTheGroupsOfTheAccount() {
    assertThat(plans.of(named("count favorites")))
        .containsExactly("SEARCH favorite_counts USING PRIMARY KEY (account_id=? AND user_id=?)");
    assertThat(plans.of(named("count live favorites")))
        .containsExactly(
            "SEARCH f USING PRIMARY KEY (account_id=? AND user_id=?)",
            "SEARCH g USING COVERING INDEX kpi_groups_by_id (account_id=? AND id=?)");
  }

  @Test
  void theMembersOfAGroupAndTheGroupsAndKpisOfAnAccountAreNotCountedOneByOne() {
    assertThat(plans.of(LIVE.count()))
        .isEqualTo(plans.of(GroupList.COUNT_LIVE))
        .containsExactly("SEARCH group_counts USING PRIMARY KEY (account_id=?)");
    assertThat(plans.of(SqliteKpis.COUNT))
        .containsExactly("SEARCH kpi_counts USING PRIMARY KEY (account_id=?)");
    assertThat(plans.of(named("count members")))
        .singleElement()
        .asString()
        .startsWith("SEARCH kpi_groups USING INDEX")
        .endsWith("(account_id=? AND id=?)");
  }

  @Test
  void someKpisOfManyAreFoundByTheirIds() {
    assertThat(plans.of(named("find kpis")))
        .contains(
            "SEARCH kpis USING COVERING INDEX sqlite_autoindex_kpis_1 (account_id=? AND id=?)");
    for (String statement : List.of("find members", "delete members")) {
      assertThat(plans.of(named(statement)))
          .first()
          .asString()
          .contains("account_id=? AND ", "group_id=?", "kpi_id=?");
    }
  }

  @Test
  void aRenameWritesTheOrdersOfNamesAndUpdatesAndNoOther() {
    assertThat(plans.entriesWritten(named("rename group"))).isEqualTo(2);
  }

  @Test
  void keysAreFoundByTheirUserTheirGroupAndTheirTime() {
    assertThat(plans.of(named("find key")))
        .containsExactly(
            "SEARCH idempotency_keys USING PRIMARY KEY (account_id=? AND user_id=? AND key=?)");
    assertThat(plans.of(named("finish keys of group")))
        .containsExactly(
            "SEARCH idempotency_keys USING INDEX idempotency_keys_by_group"
                + " (account_id=? AND group_id=?)");
    assertThat(plans.of(named("sweep keys")))
        .singleElement()
        .asString()
        .endsWith("INDEX idempotency_keys_by_creation (created_at<?)");
  }
}
