package io.kpigroups.testkit.memory;

import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.kpigroups.application.port.Call;
import io.kpigroups.application.port.out.GroupStore;
import io.kpigroups.domain.group.KpiGroupId;
import io.kpigroups.domain.group.ViewedGroup;
import io.kpigroups.domain.query.GroupField;
import io.kpigroups.domain.query.GroupSelection;
import io.kpigroups.domain.query.ListQuery;
import io.kpigroups.domain.query.Order;
import io.kpigroups.domain.query.PageRange;
import io.kpigroups.domain.query.Position;
import io.kpigroups.domain.value.FieldValue.Text;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.Arguments;

/** Mistakes that authors of a store make with places in lists. */
final class BrokenCursors {
  private BrokenCursors() {}

  static Stream<Arguments> mistakes() {
    String walked = "everyListOfGroupsIsWalkedInEveryOrder";
    return Stream.of(
        arguments(ThePlaceIsIgnored.class, walked),
        arguments(AnEqualKeyIsRepeated.class, walked),
        arguments(AnEqualKeyIsSkipped.class, walked),
        arguments(AllKeysHaveOneDirection.class, "everyPlaceLeadsToTheGroupsThatAreBehindIt"),
        arguments(BrokenWalks.OnlyTheRestIsCounted.class, walked),
        arguments(BrokenWalks.AFullPageHasANext.class, walked),
        arguments(BrokenWalks.NextIsReckonedFromSkip.class, walked),
        arguments(
            BrokenWalks.TheFilterIsForgotten.class, "whatAnyFilterFindsIsWalkedFromPlaceToPlace"),
        arguments(PlacesAreComparedByUtf16.class, "aPlaceBeyondTheBasicPlaneIsBehindAllOthers"),
        arguments(
            ThePlaceIsThatOfTheRowNow.class, "thePlaceOfAGroupStaysWhereTheGroupWasWhenItWasRead"),
        arguments(ThePlaceIsANumber.class, "thePlaceOfAGroupThatIsGoneStillLeadsOn"),
        arguments(
            BrokenWalks.ARenamedGroupIsAwayForAWhile.class,
            "everyGroupWhosePlaceStaysIsSeenOnceWhileOthersInsertRenameAndDelete"),
        arguments(
            BrokenWalks.NamelessMembersAreBehindNothing.class, "membersAreWalkedInEveryOrder"));
  }

  static class ThePlaceIsIgnored extends BrokenStore {
    {
      groups = comparing(groups, (order, row, place) -> 1);
    }
  }

  static class AnEqualKeyIsRepeated extends BrokenStore {
    {
      groups = comparing(groups, (order, row, place) -> firstKey(order, row, place) < 0 ? -1 : 1);
    }
  }

  static class AnEqualKeyIsSkipped extends BrokenStore {
    {
      groups = comparing(groups, BrokenCursors::firstKey);
    }
  }

  private static int firstKey(List<Order<GroupField>> order, Position row, Position place) {
    return row.values().get(0).compareTo(place.values().get(0))
        * (order.get(0).descending() ? -1 : 1);
  }

  static class AllKeysHaveOneDirection extends BrokenStore {
    {
      groups =
          comparing(
              groups,
              (order, row, place) -> {
                int i = 0;
                while (i < order.size() - 1 && row.values().get(i).equals(place.values().get(i))) {
                  i++;
                }
                return row.values().get(i).compareTo(place.values().get(i))
                    * (order.get(0).descending() ? -1 : 1);
              });
    }
  }

  static class PlacesAreComparedByUtf16 extends BrokenStore {
    {
      groups = comparing(groups, (order, row, place) -> text(row).compareTo(text(place)));
    }

    private static String text(Position place) {
      return place.values().get(0) instanceof Text text ? text.value() : "";
    }
  }

  static class ThePlaceIsThatOfTheRowNow extends BrokenStore {
    {
      groups =
          BrokenLists.listing(
              groups,
              (sound, viewer, selection, query) ->
                  sound.list(
                      viewer,
                      selection,
                      query
                          .after()
                          .flatMap(place -> sound.find(viewer, id(place)))
                          .map(row -> query.after(Position.of(query.order(), row.group())))
                          .orElse(query)));
    }

    private static KpiGroupId id(Position place) {
      return new KpiGroupId(((Text) place.values().get(1)).value());
    }
  }

  static class ThePlaceIsANumber extends BrokenStore {
    private final Map<Position, Integer> numbers = new ConcurrentHashMap<>();

    {
      groups =
          BrokenLists.listing(
              groups,
              (sound, viewer, selection, query) ->
                  query
                      .after()
                      .map(
                          place -> {
                            List<ViewedGroup> all = all(sound, viewer, selection, query);
                            int rest = behind(sound, viewer, selection, query);
                            int number = numbers.computeIfAbsent(place, first -> all.size() - rest);
                            return query.page(all.stream().skip(number).toList(), all.size());
                          })
                      .orElseGet(() -> sound.list(viewer, selection, query)));
    }
  }

  private interface Mistake {
    int compare(List<Order<GroupField>> order, Position row, Position place);
  }

  /** The rows behind a place are those of which the mistake says more than 0. */
  private static GroupStore comparing(GroupStore groups, Mistake mistake) {
    return BrokenLists.listing(
        groups,
        (sound, viewer, selection, query) ->
            query
                .after()
                .map(
                    place -> {
                      List<ViewedGroup> all = all(sound, viewer, selection, query);
                      return query.page(
                          all.stream()
                              .filter(
                                  row ->
                                      mistake.compare(query.order(), place(query, row), place) > 0)
                              .toList(),
                          all.size());
                    })
                .orElseGet(() -> sound.list(viewer, selection, query)));
  }

  private static Position place(ListQuery<GroupField> query, ViewedGroup row) {
    return Position.of(query.order(), row.group());
  }

  /** How many rows are behind the place where the query begins. */
  static int behind(
      GroupStore sound, Call viewer, GroupSelection selection, ListQuery<GroupField> query) {
    PageRange range = new PageRange(query.range().skip(), Integer.MAX_VALUE);
    return sound.list(viewer, selection, query.withRange(range)).items().size();
  }

  /** All rows, wherever the query begins. */
  private static List<ViewedGroup> all(
      GroupStore sound, Call viewer, GroupSelection selection, ListQuery<GroupField> query) {
    PageRange range = PageRange.first(Integer.MAX_VALUE);
    return sound.list(viewer, selection, ListQuery.groups(query.order(), range)).items();
  }
}
