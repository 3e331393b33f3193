package io.kpigroups.adapter.sqlite.store;

import static io.kpigroups.adapter.sqlite.store.ManyGroups.CHOSEN;
import static io.kpigroups.adapter.sqlite.store.ManyGroups.LARGE;
import static io.kpigroups.adapter.sqlite.store.ManyGroups.SIZE;
import static org.assertj.core.api.Assertions.assertThat;

import io.kpigroups.adapter.sqlite.connection.CountedSteps;
import io.kpigroups.domain.filter.FilterParser;
import io.kpigroups.domain.group.ViewedGroup;
import io.kpigroups.domain.query.GroupField;
import io.kpigroups.domain.query.GroupSelection;
import io.kpigroups.domain.query.ListQuery;
import io.kpigroups.domain.query.Order;
import io.kpigroups.domain.query.Page;
import io.kpigroups.domain.query.PageRange;
import io.kpigroups.domain.query.Position;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What lists cost, in rows that are read and steps of SQLite's virtual machine. */
class ListCostTest {
  private static final int PAGE = 100;
  private static final long MOST_STEPS_PER_ROW = 40;

  @TempDir static Path folder;

  private static CountedSteps steps;

  @BeforeAll
  static void openFile() throws SQLException {
    new ManyGroups(folder, SIZE).write();
    steps = new CountedSteps(folder);
  }

  @AfterAll
  static void closeFile() {
    steps.close();
  }

  private static GroupSelection selected(String filter) {
    return GroupSelection.LIVE.with(FilterParser.parse(filter));
  }

  /** A list that is read without a count. */
  private record Listing(GroupSelection selection, List<Order<GroupField>> order) {

    ListQuery<GroupField> query(int skip, int limit) {
      return ListQuery.groups(order, new PageRange(skip, limit), false);
    }

    Page<ViewedGroup> page(ListQuery<GroupField> query) {
      List<Page<ViewedGroup>> pages = new ArrayList<>();
      steps.of(c -> pages.add(GroupList.of(selection).page(c, LARGE, query)));
      return pages.get(0);
    }

    long cost(ListQuery<GroupField> query) {
      return steps.of(connection -> GroupList.of(selection).page(connection, LARGE, query));
    }

    /** The place of the row with this number, counted from 0. */
    ListQuery<GroupField> behind(int row, int limit) {
      ListQuery<GroupField> query = query(row, 1);
      Position place = Position.of(query.order(), page(query).items().get(0).group());
      return Behind.behind(query(0, limit), place);
    }

    /** How many rows SQLite looks at, in the table or index that it reads first. */
    long rowsRead(ListQuery<GroupField> query) {
      return rowsRead(GroupList.of(selection).sql(query));
    }

    long rowsRead(Sql sql) {
      String id = sql.text().contains(" d ") ? "d.group_id" : "g.id";
      String text =
          sql.text().replace(" WHERE g.account_id", " WHERE seen(" + id + ") AND g.account_id");
      Object[] values =
          Stream.concat(
                  Stream.of(LARGE.user().value(), LARGE.account().value()), sql.values().stream())
              .toArray();
      return steps.rowsOf(c -> c.query(text, Integer.MAX_VALUE, row -> row.getString(1), values));
    }
  }

  static Stream<Listing> singleKeys() {
    return Stream.of(GroupField.values())
        .flatMap(field -> Stream.of(Order.ascending(field), Order.descending(field)))
        .map(order -> new Listing(GroupSelection.LIVE, List.of(order)));
  }

  @ParameterizedTest
  @MethodSource("singleKeys")
  void aPageReadsItsRowsAndNoOthersAtAnyDepth(Listing list) {
    for (int row : List.of(0, SIZE / 2, SIZE - PAGE - 2)) {
      readsItsRowsOnly(list, list.behind(row, PAGE));
    }
    readsItsRowsOnly(list, list.query(0, PAGE));
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void theGroupsOfAKpiInTheOrderOfTheirIdsAreReadLikewise(boolean descending) {
    Listing list =
        new Listing(
            selected("{kpiId: \"usual\"}"), List.of(new Order<>(GroupField.ID, descending)));

    for (int row : List.of(0, SIZE / 4, SIZE / 2 - PAGE - 2)) {
      readsItsRowsOnly(list, list.behind(row, PAGE));
    }
  }

  /** And the one at the place, and one more, which tells that there is a next page. */
  private static void readsItsRowsOnly(Listing list, ListQuery<GroupField> page) {
    assertThat(list.page(page).items()).hasSize(PAGE);
    assertThat(list.rowsRead(page)).as("%s", page).isBetween(PAGE + 1L, PAGE + 2L);
    assertThat(list.cost(page)).as("%s", page).isLessThan(PAGE * MOST_STEPS_PER_ROW);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{favorite: true}",
        "{kpiId: \"rare\"}",
        "{kpiId: {$in: [\"rare\", \"another\"]}}",
        "{name: {$regex: \"^Sales\"}}",
        "{name: {$regex: \"^S.*les.* \"}}"
      })
  void fewGroupsAreFoundAmongManyWithoutAnyOfTheOthersWhateverTheOrder(String filter) {
    for (List<Order<GroupField>> order : QueryPlans.orders(GroupField.values()).toList()) {
      Listing list = new Listing(selected(filter), order);

      assertThat(list.page(list.query(0, PAGE)).items()).hasSize(CHOSEN);
      assertThat(list.rowsRead(list.query(0, PAGE))).isEqualTo(CHOSEN);
      assertThat(list.rowsRead(list.behind(CHOSEN / 2, PAGE)))
          .as("sorted by %s", order)
          .isBetween(CHOSEN / 2 - 1L, (long) CHOSEN);
      assertThat(list.rowsRead(GroupList.of(list.selection).count())).isEqualTo(CHOSEN);
    }
  }

  @Test
  void theTotalOfAllGroupsIsKeptAndThatOfAFilterReadsThem() {
    Listing filtered = new Listing(selected("{createdById: \"ann\"}"), List.of());

    assertThat(costOfTotal(new Listing(GroupSelection.LIVE, List.of()))).isBetween(1L, 50L);
    assertThat(filtered.rowsRead(GroupList.of(filtered.selection).count())).isEqualTo(SIZE);
    assertThat(costOfTotal(filtered)).isBetween(SIZE * 1L, SIZE * 20L);
  }

  private static long costOfTotal(Listing list) {
    ListQuery<GroupField> counted = ListQuery.groups(list.order, PageRange.first(PAGE));
    // The first time its statements are prepared, which takes steps too.
    assertThat(list.page(counted).totalCount()).isEqualTo(SIZE);
    return list.cost(counted) - list.cost(list.query(0, PAGE));
  }
}
