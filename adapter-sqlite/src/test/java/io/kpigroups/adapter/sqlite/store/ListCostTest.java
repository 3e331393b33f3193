package io.kpigroups.adapter.sqlite.store;

import static io.kpigroups.adapter.sqlite.store.ManyGroups.CHOSEN;
import static io.kpigroups.adapter.sqlite.store.ManyGroups.LARGE;
import static io.kpigroups.adapter.sqlite.store.ManyGroups.SIZE;
import static io.kpigroups.adapter.sqlite.store.ManyGroups.SMALL;
import static org.assertj.core.api.Assertions.assertThat;

import io.kpigroups.adapter.sqlite.connection.CountedSteps;
import io.kpigroups.application.port.Call;
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

/** What lists cost, in steps of SQLite's virtual machine, however many groups there are. */
class ListCostTest {
  private static final int PAGE = 100;

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
  private record Listing(Call viewer, GroupSelection selection, List<Order<GroupField>> order) {
    ListQuery<GroupField> query(int skip, int limit) {
      return ListQuery.groups(order, new PageRange(skip, limit), false);
    }

    Page<ViewedGroup> page(ListQuery<GroupField> query) {
      List<Page<ViewedGroup>> pages = new ArrayList<>();
      steps.of(c -> pages.add(GroupList.of(selection).page(c, viewer, query)));
      return pages.get(0);
    }

    long cost(ListQuery<GroupField> query) {
      return steps.of(connection -> GroupList.of(selection).page(connection, viewer, query));
    }

    /** The place of the row with this number, counted from 0. */
    ListQuery<GroupField> behind(int row, int limit) {
      ListQuery<GroupField> query = query(row, 1);
      Position place = Position.of(query.order(), page(query).items().get(0).group());
      return Behind.behind(query(0, limit), place);
    }

    /**
     * How many rows are read for each that is answered behind the row with this number. SQLite
     * reads the index in order, as its plan says; so what a page costs more than the first one of a
     * small account is for rows that are passed by.
     */
    double rowsReadPerRow(int row) {
      Listing small = new Listing(SMALL, selection, order);
      double passed = (cost(query(PAGE, PAGE)) - cost(query(0, PAGE))) / (double) PAGE;
      long more = cost(behind(row, PAGE)) - small.cost(small.behind(0, PAGE));
      return 1 + more / passed / PAGE;
    }
  }

  static Stream<Listing> singleKeys() {
    return Stream.of(GroupField.values())
        .flatMap(field -> Stream.of(Order.ascending(field), Order.descending(field)))
        .map(order -> new Listing(LARGE, GroupSelection.LIVE, List.of(order)));
  }

  @ParameterizedTest
  @MethodSource("singleKeys")
  void aPageReadsItsRowsAndNoOthersAtAnyDepth(Listing list) {
    for (int row : List.of(0, SIZE / 2, SIZE - PAGE - 2)) {
      assertThat(list.rowsReadPerRow(row)).as("behind row %s", row).isLessThanOrEqualTo(1.1);
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void theGroupsOfAKpiInTheOrderOfTheirIdsAreReadLikewise(boolean descending) {
    Listing list =
        new Listing(
            LARGE, selected("{kpiId: \"usual\"}"), List.of(new Order<>(GroupField.ID, descending)));

    for (int row : List.of(0, SIZE / 4, SIZE / 2 - PAGE - 2)) {
      assertThat(list.rowsReadPerRow(row)).as("behind row %s", row).isLessThanOrEqualTo(1.1);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{favorite: true}",
        "{kpiId: \"rare\"}",
        "{name: {$regex: \"^Sales\"}}",
        "{name: {$regex: \"^S.*les.* \"}}"
      })
  void whatFindsFewGroupsCostsTheSameAmongManyMoreOthers(String filter) {
    for (List<Order<GroupField>> order : QueryPlans.orders(GroupField.values()).toList()) {
      Listing large = new Listing(LARGE, selected(filter), order);
      Listing small = new Listing(SMALL, selected(filter), order);

      assertThat(large.page(large.query(0, PAGE)).items()).hasSize(CHOSEN);
      assertThat(large.cost(large.behind(CHOSEN / 2, PAGE)))
          .as("sorted by %s", order)
          .isLessThan(small.cost(small.behind(CHOSEN / 2, PAGE)) * 11 / 10);
      assertThat(countCost(large)).isLessThan(countCost(small) * 11 / 10);
    }
  }

  private static long countCost(Listing list) {
    return list.cost(ListQuery.groups(list.order, PageRange.first(1), true))
        - list.cost(list.query(0, 1));
  }

  @Test
  void aTotalCostsStepsForEveryGroupAndAPageWithoutItDoesNot() {
    Listing list = new Listing(LARGE, GroupSelection.LIVE, List.of());

    assertThat(countCost(list)).isBetween(SIZE * 1L, SIZE * 4L);
    assertThat(list.cost(list.query(0, PAGE))).isLessThan(PAGE * 60L);
  }
}
