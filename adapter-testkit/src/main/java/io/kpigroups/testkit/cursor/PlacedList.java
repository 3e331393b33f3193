package io.kpigroups.testkit.cursor;

import static org.assertj.core.api.Assertions.assertThat;

import io.kpigroups.application.port.Call;
import io.kpigroups.domain.group.KpiGroup;
import io.kpigroups.domain.group.Member;
import io.kpigroups.domain.group.ViewedGroup;
import io.kpigroups.domain.kpi.Kpi;
import io.kpigroups.domain.query.GroupField;
import io.kpigroups.domain.query.GroupSelection;
import io.kpigroups.domain.query.KpiField;
import io.kpigroups.domain.query.KpiFilter;
import io.kpigroups.domain.query.ListQuery;
import io.kpigroups.domain.query.MemberField;
import io.kpigroups.domain.query.Order;
import io.kpigroups.domain.query.Page;
import io.kpigroups.domain.query.PageRange;
import io.kpigroups.domain.query.Position;
import io.kpigroups.domain.value.FieldValue;
import io.kpigroups.testkit.fixture.ListSteps;
import io.kpigroups.testkit.fixture.MemberSteps;
import io.kpigroups.testkit.fixture.Scene;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * A list of the store under test, which is walked from the place of a row to the place of another.
 *
 * @param list reads a page
 * @param placer tells where in the order a row is
 */
public record PlacedList<T, F extends Enum<F>>(
    Function<ListQuery<F>, Page<T>> list, BiFunction<List<Order<F>>, T, Position> placer) {

  public static PlacedList<ViewedGroup, GroupField> groups(
      Scene scene, Call viewer, GroupSelection selection) {
    return new PlacedList<>(
        query -> ListSteps.page(scene, viewer, selection, query),
        (order, row) -> Position.of(order, row.group()));
  }

  public static PlacedList<Kpi, KpiField> kpis(Scene scene, Call viewer, KpiFilter filter) {
    return new PlacedList<>(
        query -> scene.storage.kpis().list(viewer, filter, query), Position::of);
  }

  public static PlacedList<Member, MemberField> members(Scene scene, KpiGroup group) {
    return new PlacedList<>(query -> MemberSteps.page(scene, group, query), Position::of);
  }

  /** Reads all rows, each page from behind the last row of the one before. */
  public List<T> walk(ListQuery<F> first, Runnable behindEachPage) {
    List<T> walked = new ArrayList<>();
    ListQuery<F> query = first;
    Page<T> page;
    do {
      page = list.apply(query);
      assertBehindItsPlace(page, query);
      walked.addAll(page.items());
      assertThat(page.items().isEmpty() && page.hasNext()).as("an empty page ends it").isFalse();
      if (page.hasNext()) {
        query = behind(query, page.items().get(page.items().size() - 1));
      }
      behindEachPage.run();
    } while (page.hasNext());
    return walked;
  }

  /**
   * Every page on the way from the beginning of the query to the end is the right part of all rows,
   * and so is the one behind the last row.
   *
   * @param what described if it is not
   */
  public void assertWalk(List<T> all, ListQuery<F> first, String what) {
    int begin = Math.min(first.range().skip(), all.size());
    ListQuery<F> query = first;
    assertPage(all, begin, query, what);
    while (begin < all.size()) {
      begin = (int) Math.min(all.size(), (long) begin + first.range().limit());
      query = behind(query, all.get(begin - 1));
      assertPage(all, begin, query, what);
    }
  }

  /** The page behind the place is the right part of all rows, wherever the place is. */
  public void assertBehind(List<T> all, ListQuery<F> query, Position place, String what) {
    int before = (int) all.stream().filter(row -> !isBehind(row, place, query.order())).count();
    assertPage(all, before, behind(query, place), what);
  }

  private void assertBehindItsPlace(Page<T> page, ListQuery<F> query) {
    query
        .after()
        .ifPresent(
            place -> assertThat(page.items()).allMatch(row -> isBehind(row, place, query.order())));
  }

  private boolean isBehind(T row, Position place, List<Order<F>> order) {
    List<FieldValue> values = placer.apply(order, row).values();
    for (int i = 0; i < order.size(); i++) {
      int comparison = values.get(i).compareTo(place.values().get(i));
      if (comparison != 0) {
        return order.get(i).descending() ? comparison < 0 : comparison > 0;
      }
    }
    return false;
  }

  private void assertPage(List<T> all, int begin, ListQuery<F> query, String what) {
    ListSteps.assertPage(list.apply(query), all, begin, query, what + " " + query);
  }

  private ListQuery<F> behind(ListQuery<F> query, T row) {
    return behind(query, placer.apply(query.order(), row));
  }

  private static <F extends Enum<F>> ListQuery<F> behind(ListQuery<F> query, Position place) {
    return query.withRange(PageRange.first(query.range().limit())).after(place);
  }
}
