package io.kpigroups.benchmarks.scale;

import io.kpigroups.application.port.Call;
import io.kpigroups.application.port.in.KpiGroups;
import io.kpigroups.benchmarks.report.Figures;
import io.kpigroups.domain.filter.GroupFilter;
import io.kpigroups.domain.filter.SearchText;
import io.kpigroups.domain.query.GroupField;
import io.kpigroups.domain.query.GroupSelection;
import io.kpigroups.domain.query.ListQuery;
import io.kpigroups.domain.query.Order;
import io.kpigroups.domain.query.PageRange;
import io.kpigroups.domain.query.Position;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The lists of groups that are measured. */
record GroupLists(KpiGroups groups, SeededFile file) {
  private static final Order<GroupField> BY_ID = Order.ascending(GroupField.ID);
  private static final Order<GroupField> BY_NAME = Order.ascending(GroupField.NAME);

  /** Lists in the middle begin at one place after the other, so that pages are not at hand. */
  private static final int PLACES = 16;

  Stream<ScaleOperation<?>> all() {
    return Stream.of(
            Stream.of(BY_ID, BY_NAME).flatMap(this::plain),
            Stream.of(false, true).flatMap(this::search),
            Stream.of(favorites(SeededFile.FEW, file.amounts().fewFavorites())),
            Stream.of(favorites(SeededFile.MANY, file.amounts().favorites())))
        .flatMap(some -> some);
  }

  private ListQuery<GroupField> query(Order<GroupField> order, boolean count) {
    return ListQuery.groups(List.of(order), PageRange.first(file.amounts().page()), count);
  }

  private Stream<ScaleOperation<?>> plain(Order<GroupField> order) {
    List<Position> places = IntStream.range(0, PLACES).mapToObj(i -> place(order, i)).toList();
    String by = order.equals(BY_ID) ? "list by id" : "list by name";
    return Stream.of(false, true)
        .flatMap(
            count -> {
              String name = by + (count ? ", exact count" : "");
              ListQuery<GroupField> query = query(order, count);
              return Stream.of(
                  plain(name + ", first page", times -> query),
                  plain(
                      name + ", page in the middle",
                      times -> query.after(places.get(times % PLACES))));
            });
  }

  private ScaleOperation<?> plain(String name, IntFunction<ListQuery<GroupField>> query) {
    int page = file.amounts().page();
    return list(name, SeededFile.NONE, GroupSelection.LIVE, query, page);
  }

  /** A place between the first quarter and the last. */
  private Position place(Order<GroupField> order, int number) {
    int skipped = file.own() / 4 + (int) (number * (file.own() / 2L) / PLACES);
    ListQuery<GroupField> one = ListQuery.groups(List.of(order), new PageRange(skipped, 1), false);
    Call call = Operations.callOf(SeededFile.NONE);
    return Position.of(one.order(), groups.list(call, one).items().get(0).group());
  }

  private Stream<ScaleOperation<?>> search(boolean count) {
    int found = file.amounts().found();
    String counted = count ? ", exact count" : "";
    return Stream.of(
        list(
            "q that finds " + found + counted,
            SeededFile.NONE,
            containing(SeededFile.FOUND),
            times -> query(BY_ID, count),
            file.amounts().page()),
        list(
            "q that finds nothing" + counted,
            SeededFile.NONE,
            containing("absent"),
            times -> query(BY_ID, count),
            0));
  }

  private static GroupSelection containing(String text) {
    return GroupSelection.LIVE.with(new GroupFilter.NameContains(SearchText.of(text)));
  }

  private ScaleOperation<?> favorites(String user, int favorites) {
    return list(
        "favorite=true, " + Figures.whole(favorites) + " favorites, exact count",
        user,
        GroupSelection.LIVE.with(new GroupFilter.Favorite(true)),
        times -> query(BY_ID, true),
        Math.min(favorites, file.amounts().page()));
  }

  private ScaleOperation<?> list(
      String name,
      String user,
      GroupSelection selection,
      IntFunction<ListQuery<GroupField>> query,
      int expected) {
    Call call = Operations.callOf(user);
    return ScaleOperation.reading(
        name,
        times ->
            MemberLists.checked(name, groups.list(call, selection, query.apply(times)), expected));
  }
}
