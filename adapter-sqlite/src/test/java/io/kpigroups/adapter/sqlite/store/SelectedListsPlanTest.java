package io.kpigroups.adapter.sqlite.store;

import static io.kpigroups.adapter.sqlite.Fixtures.freshCall;
import static io.kpigroups.adapter.sqlite.Fixtures.freshId;
import static io.kpigroups.adapter.sqlite.store.QueryPlans.SORTS_ALL;
import static io.kpigroups.adapter.sqlite.store.QueryPlans.orders;
import static io.kpigroups.adapter.sqlite.store.QueryPlans.usesAnIndex;
import static org.assertj.core.api.Assertions.assertThat;

import io.kpigroups.domain.kpi.Kpi;
import io.kpigroups.domain.kpi.KpiId;
import io.kpigroups.domain.query.GroupField;
import io.kpigroups.domain.query.GroupSelection;
import io.kpigroups.domain.query.KpiField;
import io.kpigroups.domain.query.KpiFilter;
import io.kpigroups.domain.query.ListQuery;
import io.kpigroups.domain.query.MemberField;
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
import org.junit.jupiter.params.provider.MethodSource;

/** Asks SQLite how it would run lists that are not of everything. */
class SelectedListsPlanTest {
  private static final PageRange PAGE = PageRange.first(10);
  private static final KpiId KPI = new KpiId("churn");
  private static final GroupSelection OF_KPI = GroupSelection.LIVE.with(KPI);
  private static final GroupSelection DELETED_OF_KPI = GroupSelection.DELETED.with(KPI);
  private static final String OF_KPI_FIRST =
      "SEARCH d USING COVERING INDEX kpi_group_memberships_by_kpi (account_id=? AND kpi_id=?)";
  private static final String MEMBERSHIPS =
      "SEARCH m USING COVERING INDEX kpi_group_memberships_by_kpi (account_id=? AND kpi_id=?)";

  private static final ListStatement<KpiField, Kpi> UNGROUPED =
      SqliteKpis.list(KpiFilter.UNGROUPED, freshCall().actor());

  @TempDir static Path folder;

  private static QueryPlans plans;

  @BeforeAll
  static void openFile() {
    plans = new QueryPlans(folder);
  }

  @AfterAll
  static void closeFile() {
    plans.close();
  }

  static List<List<Order<GroupField>>> groupOrders() {
    return orders(GroupField.values())
        .map(order -> ListQuery.groups(order, PAGE).order())
        .distinct()
        .toList();
  }

  private static List<String> plan(GroupSelection selection, List<Order<GroupField>> order) {
    return plans.of(GroupList.of(selection).sql(ListQuery.groups(order, PAGE)));
  }

  @ParameterizedTest
  @MethodSource("groupOrders")
  void theGroupsOfAKpiAreFoundByItsMemberships(List<Order<GroupField>> order) {
    assertThat(plan(OF_KPI, order))
        .startsWith(OF_KPI_FIRST, "SEARCH g USING INDEX kpi_groups_by_id (account_id=? AND id=?)")
        .satisfies(QueryPlans::usesAnIndexAndMaySort);
    assertThat(plan(DELETED_OF_KPI, order))
        .startsWith(
            OF_KPI_FIRST,
            "SEARCH g USING INDEX sqlite_autoindex_kpi_groups_1 (account_id=? AND id=?)")
        .satisfies(QueryPlans::usesAnIndexAndMaySort);
  }

  @ParameterizedTest
  @MethodSource("groupOrders")
  void deletedGroupsAreFoundByTheirDeletion(List<Order<GroupField>> order) {
    assertThat(plan(GroupSelection.DELETED, order))
        .contains("SEARCH g USING INDEX kpi_groups_by_deletion (account_id=? AND deleted_at>?)")
        .satisfies(QueryPlans::usesAnIndexAndMaySort);
  }

  @Test
  void deletedGroupsInTheOrderOfTheirDeletionAreNotSorted() {
    for (Order<GroupField> order :
        List.of(
            Order.ascending(GroupField.DATE_DELETED), Order.descending(GroupField.DATE_DELETED))) {
      usesAnIndex(plan(GroupSelection.DELETED, List.of(order)));
    }
  }

  @Test
  void selectedGroupsAreCountedInIndexes() {
    assertThat(plans.of(GroupList.of(GroupSelection.DELETED).count()))
        .containsExactly(
            "SEARCH g USING COVERING INDEX kpi_groups_by_deletion"
                + " (account_id=? AND deleted_at>?)");
    assertThat(plans.of(GroupList.of(OF_KPI).count()))
        .containsExactly(
            OF_KPI_FIRST, "SEARCH g USING COVERING INDEX kpi_groups_by_id (account_id=? AND id=?)");
    usesAnIndex(plans.of(GroupList.of(DELETED_OF_KPI).count()));
  }

  @Test
  void membersAreFoundByTheirGroupAndOnlySortedIfTheyHaveAnotherOrder() {
    for (List<Order<MemberField>> order : orders(MemberField.values()).toList()) {
      ListQuery<MemberField> query = ListQuery.members(order, PAGE, true);
      assertThat(plans.of(SqliteMemberships.list(freshId()).sql(query)))
          .contains("SEARCH m USING PRIMARY KEY (account_id=? AND group_id=?)")
          .satisfies(
              query.order().get(0).field() == MemberField.KPI_ID
                  ? QueryPlans::usesAnIndex
                  : QueryPlans::usesAnIndexAndMaySort);
    }
  }

  static Stream<String> kpiLists() {
    return orders(KpiField.values())
        .map(order -> UNGROUPED.sql(ListQuery.kpis(order, PAGE)).text())
        .distinct();
  }

  @ParameterizedTest
  @MethodSource("kpiLists")
  void filteredKpisAreReadInTheirOrder(String sql) {
    assertThat(plans.of(sql))
        .contains(
            MEMBERSHIPS, "SEARCH g USING COVERING INDEX kpi_groups_by_id (account_id=? AND id=?)")
        .doesNotContain(SORTS_ALL)
        .satisfies(QueryPlans::usesAnIndex);
  }

  @Test
  void filteredKpisAreCountedInAnIndexThatHasTheirNames() {
    assertThat(plans.of(UNGROUPED.count()))
        .contains("SEARCH k USING INDEX kpis_by_name (account_id=?)", MEMBERSHIPS)
        .satisfies(QueryPlans::usesAnIndex);
  }
}
