package io.kpigroups.domain.query;

import static io.kpigroups.domain.Samples.NOON;
import static io.kpigroups.domain.query.GroupField.DATE_CREATED;
import static io.kpigroups.domain.query.GroupField.ID;
import static io.kpigroups.domain.query.GroupField.NAME;
import static io.kpigroups.domain.query.Order.ascending;
import static io.kpigroups.domain.query.Order.descending;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kpigroups.domain.Samples;
import io.kpigroups.domain.failure.InvalidInput;
import io.kpigroups.domain.group.KpiGroup;
import io.kpigroups.domain.value.FieldValue;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class PositionTest {
  private static final KpiGroup A = Samples.group("a", "One", NOON);
  private static final KpiGroup B = Samples.group("b", "\u00F3ne", NOON.plusMillis(1));
  private static final KpiGroup C = Samples.group("c", "Two", NOON);
  private static final KpiGroup D = Samples.group("d", "two", NOON.plusMillis(1));
  private static final List<KpiGroup> ALL = List.of(C, A, D, B);
  private static final List<List<Order<GroupField>>> ORDERS =
      List.of(
          List.of(),
          List.of(descending(ID)),
          List.of(ascending(NAME)),
          List.of(descending(NAME)),
          List.of(descending(NAME), ascending(ID)),
          List.of(descending(DATE_CREATED)),
          List.of(ascending(DATE_CREATED), descending(NAME)));

  @Test
  void whoGoesOnBehindTheLastRowSeesEachOnceInEveryOrder() {
    for (List<Order<GroupField>> order : ORDERS) {
      for (int limit = 1; limit <= 5; limit++) {
        ListQuery<GroupField> query = ListQuery.groups(order, PageRange.first(limit));
        List<KpiGroup> walked = new ArrayList<>();
        Page<KpiGroup> page = cut(query);
        walked.addAll(page.items());
        while (page.hasNext()) {
          page = cut(query.after(Position.of(query.order(), walked.get(walked.size() - 1))));
          assertThat(page.totalCount()).isEqualTo(4);
          walked.addAll(page.items());
        }

        assertThat(walked)
            .as("%s %s", order, limit)
            .isEqualTo(ALL.stream().sorted(Order.comparator(query.order())).toList());
      }
    }
  }

  @Test
  void aWalkGivesEachRowOnceAndFetchesNoMoreThanIsRead() {
    for (int limit = 1; limit <= 5; limit++) {
      List<ListQuery<GroupField>> asked = new ArrayList<>();
      Supplier<Stream<KpiGroup>> walk = walk(PageRange.first(limit), asked);

      assertThat(walk.get()).as("pages of %d", limit).containsExactly(D, C, B, A);
      assertThat(asked).hasSize((4 + limit - 1) / limit).noneMatch(ListQuery::count);

      asked.clear();
      assertThat(walk.get().findFirst()).contains(D);
      assertThat(asked).hasSize(1);
    }
  }

  @Test
  void aWalkBeginsWhereItsQueryDoes() {
    ListQuery<GroupField> query =
        ListQuery.groups(List.of(descending(ID)), PageRange.first(1))
            .after(new Position(List.of(new FieldValue.Text(C.id().value()))));

    assertThat(walk(new PageRange(1, 2), new ArrayList<>()).get()).containsExactly(C, B, A);
    assertThat(walk(new PageRange(4, 2), new ArrayList<>()).get()).isEmpty();
    assertThat(ListQuery.walk(query, PositionTest::cut, row -> row)).containsExactly(B, A);
  }

  /** From the last id to the first, noting what was asked. */
  private static Supplier<Stream<KpiGroup>> walk(
      PageRange range, List<ListQuery<GroupField>> asked) {
    ListQuery<GroupField> first = ListQuery.groups(List.of(descending(ID)), range);
    return () ->
        ListQuery.walk(
            first,
            query -> {
              asked.add(query);
              return cut(query);
            },
            row -> row);
  }

  @Test
  void aPageIsCutFromAllRowsAndTellsWhetherThereAreMore() {
    for (int skip : new int[] {0, 1, 2, 3, 4, 9}) {
      PageRange range = new PageRange(skip, 2);
      List<KpiGroup> rows = List.of(A, B, C, D).subList(Math.min(skip, 4), Math.min(skip + 2, 4));

      assertThat(cut(ListQuery.groups(range)))
          .isEqualTo(new Page<>(rows, OptionalLong.of(4), range, skip < 2));
      assertThat(cut(ListQuery.groups(List.of(), range, false)))
          .isEqualTo(new Page<>(rows, OptionalLong.empty(), range, skip < 2));
    }
    assertThat(cut(ListQuery.groups(PageRange.first(Integer.MAX_VALUE))).items())
        .containsExactly(A, B, C, D);
  }

  @Test
  void aPlaceStaysWhereItIsWhenItsRowIsGone() {
    ListQuery<GroupField> query = ListQuery.groups(List.of(ascending(NAME)), PageRange.first(9));
    Position place = Position.of(query.order(), B);

    Page<KpiGroup> page =
        query.after(place).cut(List.of(D, A, C).stream(), row -> Position.of(query.order(), row));

    assertThat(page.items()).containsExactly(C, D);
  }

  @Test
  void aPlaceIsOfItsOrderOnlyAndNothingIsSkippedBehindIt() {
    ListQuery<GroupField> byName = ListQuery.groups(List.of(ascending(NAME)), PageRange.first(9));
    ListQuery<GroupField> byDate =
        ListQuery.groups(List.of(ascending(DATE_CREATED)), PageRange.first(9));
    Position place = Position.of(byName.order(), A);

    assertThat(byName.after(place).atMost(2).after()).contains(place);
    assertThatThrownBy(() -> byDate.after(place)).isInstanceOf(InvalidInput.class);
    assertThatThrownBy(() -> ListQuery.groups(PageRange.first(9)).after(place))
        .isInstanceOf(InvalidInput.class);
    assertThatThrownBy(() -> byName.withRange(new PageRange(1, 9)).after(place))
        .isInstanceOf(InvalidInput.class);
  }

  private static Page<KpiGroup> cut(ListQuery<GroupField> query) {
    return query.cut(ALL.stream(), row -> Position.of(query.order(), row));
  }
}
