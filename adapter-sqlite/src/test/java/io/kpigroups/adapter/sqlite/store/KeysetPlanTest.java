package io.kpigroups.adapter.sqlite.store;

import static io.kpigroups.adapter.sqlite.Fixtures.freshCall;
import static io.kpigroups.adapter.sqlite.Fixtures.freshId;
import static io.kpigroups.adapter.sqlite.store.QueryPlans.orders;
import static org.assertj.core.api.Assertions.assertThat;

import io.kpigroups.domain.kpi.Kpi;
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

/** Asks SQLite how it would go on behind a place: it must seek it, whatever the order. */
class KeysetPlanTest {
  private static final PageRange PAGE = PageRange.first(10);

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

  private static List<String> plan(GroupSelection selection, List<Order<GroupField>> order) {
    return plans.of(GroupList.of(selection).sql(Behind.somewhere(ListQuery.groups(order, PAGE))));
  }

  static Stream<List<Order<GroupField>>> groupOrders() {
    return orders(GroupField.values());
  }

  @ParameterizedTest
  @MethodSource("groupOrders")
  void everyListOfGroupsGoesOnInTheIndexOfItsFirstSortKey(List<Order<GroupField>> order) {
    assertThat(plan(GroupSelection.LIVE, order))
        .satisfies(QueryPlans::usesAnIndex)
        .first()
        .asString()
        .matches("SEARCH g USING INDEX kpi_groups_by_\\w+ \\(account_id=\\? AND .*[<>].*\\)");
  }

  static Stream<Order<GroupField>> singleKeys() {
    return Stream.of(GroupField.values())
        .flatMap(field -> Stream.of(Order.ascending(field), Order.descending(field)));
  }

  @ParameterizedTest
  @MethodSource("singleKeys")
  void groupsInTheOrderOfOneKeyAreSoughtByItAndTheIdAndNotSorted(Order<GroupField> order) {
    String sign = order.descending() ? "<" : ">";
    String sought =
        switch (order.field()) {
          case ID, DATE_DELETED -> "id (account_id=? AND id" + sign + "?)";
          case NAME -> "name (account_id=? AND (name_key,id)" + sign + "(?,?))";
          case DATE_CREATED -> "creation (account_id=? AND (created_at,id)" + sign + "(?,?))";
          case DATE_UPDATED -> "update (account_id=? AND (modified_at,id)" + sign + "(?,?))";
        };
    assertThat(plan(GroupSelection.LIVE, List.of(order)))
        .startsWith("SEARCH g USING INDEX kpi_groups_by_" + sought)
        .noneMatch(step -> step.contains("TEMP B-TREE"));
  }

  @ParameterizedTest
  @MethodSource("singleKeys")
  void deletedGroupsAreSoughtByTheirDeletionIfThatIsTheirOrder(Order<GroupField> order) {
    String sought =
        order.field() != GroupField.DATE_DELETED
            ? "deleted_at>?"
            : order.descending()
                ? "deleted_at>? AND (deleted_at,id)<(?,?)"
                : "(deleted_at,id)>(?,?)";
    assertThat(plan(GroupSelection.DELETED, List.of(order)))
        .startsWith("SEARCH g USING INDEX kpi_groups_by_deletion (account_id=? AND " + sought + ")")
        .satisfies(
            order.field() == GroupField.DATE_DELETED
                ? QueryPlans::usesAnIndex
                : QueryPlans::usesAnIndexAndMaySort);
  }

  @Test
  void kpisGoOnInTheIndexOfTheirFirstSortKeyWhateverTheyAreFilteredBy() {
    for (KpiFilter filter : List.of(KpiFilter.ALL, KpiFilter.UNGROUPED)) {
      ListStatement<KpiField, Kpi> list = SqliteKpis.list(filter, freshCall().actor());
      assertThat(orders(KpiField.values()))
          .allSatisfy(
              order ->
                  assertThat(plans.of(list.sql(Behind.somewhere(ListQuery.kpis(order, PAGE)))))
                      .satisfies(QueryPlans::usesAnIndex)
                      .first()
                      .asString()
                      .matches("SEARCH k USING INDEX \\w+ \\(account_id=\\? AND .*[<>].*\\)"));
    }
  }

  @Test
  void membersGoOnByTheirIdAndAreReadAsAWholeInAnotherOrder() {
    assertThat(orders(MemberField.values()))
        .allSatisfy(
            order -> {
              ListQuery<MemberField> query = ListQuery.members(order, PAGE, false);
              boolean byId = query.order().get(0).field() == MemberField.KPI_ID;
              String more = byId ? " AND kpi_id[<>]\\?" : "";
              assertThat(plans.of(SqliteMemberships.list(freshId()).sql(Behind.somewhere(query))))
                  .satisfies(byId ? QueryPlans::usesAnIndex : QueryPlans::usesAnIndexAndMaySort)
                  .first()
                  .asString()
                  .matches(
                      "SEARCH m USING PRIMARY KEY \\(account_id=\\? AND group_id=\\?"
                          + more
                          + "\\)");
            });
  }
}
