package io.kpigroups.testkit.cursor;

import static org.assertj.core.api.Assertions.assertThat;

import io.kpigroups.domain.filter.FilterField;
import io.kpigroups.domain.filter.FilterWriter;
import io.kpigroups.domain.filter.GroupFilter.Favorite;
import io.kpigroups.domain.filter.GroupFilter.HasKpi;
import io.kpigroups.domain.filter.GroupFilter.NameContains;
import io.kpigroups.domain.filter.GroupFilter.NoneOf;
import io.kpigroups.domain.filter.SearchText;
import io.kpigroups.domain.group.KpiGroup;
import io.kpigroups.domain.group.ViewedGroup;
import io.kpigroups.domain.kpi.KpiId;
import io.kpigroups.domain.query.GroupField;
import io.kpigroups.domain.query.GroupSelection;
import io.kpigroups.domain.query.ListQuery;
import io.kpigroups.domain.query.Order;
import io.kpigroups.domain.query.PageRange;
import io.kpigroups.domain.query.Position;
import io.kpigroups.domain.value.FieldValue.Text;
import io.kpigroups.testkit.fixture.GroupSorts;
import io.kpigroups.testkit.fixture.Scene;
import io.kpigroups.testkit.fixture.StorageFixture;
import io.kpigroups.testkit.sample.GivenGroups;
import io.kpigroups.testkit.sample.RandomFilters;
import io.kpigroups.testkit.sample.RandomTexts;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Groups are walked from place to place, in every order, whatever is asked for. */
public interface GroupCursorContract extends StorageFixture {
  /** How many groups there are, live or deleted. */
  int GROUPS = 14;

  @Test
  default void everyListOfGroupsIsWalkedInEveryOrder() {
    walkEach(
        GroupSorts.all(),
        GroupSelection.LIVE,
        GroupSelection.LIVE.withKpiCount().with(new KpiId("k1")),
        GroupSelection.LIVE.with(new HasKpi(List.of(new KpiId("k1"), new KpiId("k2")))),
        GroupSelection.LIVE.with(new Favorite(true)),
        GroupSelection.LIVE.with(new Favorite(false)).with(new KpiId("k2")),
        GroupSelection.LIVE.with(new NameContains(SearchText.of("e"))),
        GroupSelection.LIVE.with(new NoneOf(FilterField.NAME, List.of(new Text("beta")))));
  }

  @Test
  default void everyListOfDeletedGroupsIsWalkedInEveryOrder() {
    walkEach(
        GroupSorts.ofDeleted(),
        GroupSelection.DELETED,
        GroupSelection.DELETED.with(new KpiId("k1")),
        GroupSelection.DELETED.with(new Favorite(true)));
  }

  private void walkEach(List<List<Order<GroupField>>> orders, GroupSelection... selections) {
    Random random = new Random(5);
    Scene scene = new Scene(this);
    GivenGroups groups = new GivenGroups(scene, random, new RandomTexts(random, this), GROUPS);
    for (GroupSelection selection : selections) {
      for (List<Order<GroupField>> order : orders) {
        walk(scene, groups, selection, order, new PageRange(0, 1), true);
        walk(scene, groups, selection, order, new PageRange(1, 2), false);
        walk(scene, groups, selection, order, new PageRange(2, GROUPS), true);
        walk(scene, groups, selection, order, new PageRange(0, Integer.MAX_VALUE), false);
      }
    }
  }

  private static void walk(
      Scene scene,
      GivenGroups groups,
      GroupSelection selection,
      List<Order<GroupField>> order,
      PageRange range,
      boolean count) {
    ListQuery<GroupField> query = ListQuery.groups(order, range, count);
    List<ViewedGroup> all = groups.selected(scene.ann, selection, query.order());
    PlacedList.groups(scene, scene.ann, selection).assertWalk(all, query, selection.toString());
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2})
  default void whatAnyFilterFindsIsWalkedFromPlaceToPlace(long seed) {
    Random random = new Random(seed);
    Scene scene = new Scene(this);
    RandomTexts texts = new RandomTexts(random, this);
    GivenGroups groups = new GivenGroups(scene, random, texts, GROUPS);
    RandomFilters filters = new RandomFilters(random, texts, groups);

    for (int i = 0; i < 25; i++) {
      GroupSelection selection = GroupSelection.LIVE.with(filters.next());
      if (canSay(selection.filter())) {
        ListQuery<GroupField> query =
            ListQuery.groups(
                texts.oneOf(GroupSorts.all()),
                PageRange.first(1 + random.nextInt(4)),
                random.nextBoolean());
        List<ViewedGroup> all = groups.selected(scene.bob, selection, query.order());
        PlacedList.groups(scene, scene.bob, selection)
            .assertWalk(
                all, query, "seed " + seed + ", filter " + FilterWriter.write(selection.filter()));
      }
    }
  }

  @Test
  default void aPlaceInTheListOfAnotherAccountLeadsToNoneOfItsRows() {
    Scene scene = new Scene(this);
    Scene elsewhere = new Scene(this);
    KpiGroup own = scene.group("Own");
    elsewhere.group("A");
    KpiGroup foreign = elsewhere.group("B");
    elsewhere.group("C");
    List<Order<GroupField>> byName = List.of(Order.ascending(GroupField.NAME));
    ListQuery<GroupField> query = ListQuery.groups(byName, PageRange.first(10));
    Position place = Position.of(query.order(), foreign);

    assertThat(scene.list(scene.ann, query.after(place)).items())
        .containsExactly(scene.listed(own, false));
  }
}
