package io.kpigroups.testkit.cursor;

import static io.kpigroups.testkit.fixture.Scene.NOON;

import io.kpigroups.domain.filter.GroupFilter.NameContains;
import io.kpigroups.domain.filter.GroupFilter.NameMatches;
import io.kpigroups.domain.filter.NamePattern;
import io.kpigroups.domain.filter.SearchText;
import io.kpigroups.domain.group.KpiGroup;
import io.kpigroups.domain.group.KpiGroupId;
import io.kpigroups.domain.group.ViewedGroup;
import io.kpigroups.domain.kpi.KpiId;
import io.kpigroups.domain.query.GroupField;
import io.kpigroups.domain.query.GroupSelection;
import io.kpigroups.domain.query.ListQuery;
import io.kpigroups.domain.query.Order;
import io.kpigroups.domain.query.PageRange;
import io.kpigroups.domain.value.Name;
import io.kpigroups.domain.value.RevisionMatch;
import io.kpigroups.testkit.fixture.Race;
import io.kpigroups.testkit.fixture.Scene;
import io.kpigroups.testkit.fixture.StorageFixture;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Who walks the groups from place to place sees what stays once, whatever others write. */
public interface CursorWalkContract extends StorageFixture {
  @Test
  @Tag(Race.TAG)
  default void everyGroupWhosePlaceStaysIsSeenOnceWhileOthersInsertRenameAndDelete() {
    Scene scene = new Scene(this);
    KpiId kpi = scene.kpi("k1");
    List<KpiGroup> groups = given(scene);
    part(groups, 0).forEach(group -> scene.join(group, kpi));
    List<KpiGroup> moving = part(groups, 2).toList();
    List<KpiGroup> leaving = part(groups, 3).toList();
    Set<KpiGroupId> staying = ids(part(groups, 0), part(groups, 1));
    Set<KpiGroupId> living = ids(part(groups, 0), part(groups, 1), moving.stream());
    List<GroupWalk> walks = new ArrayList<>();
    for (GroupField field : EnumSet.complementOf(EnumSet.of(GroupField.DATE_DELETED))) {
      Set<KpiGroupId> once = GroupWalk.isChangedByARename(field) ? staying : living;
      for (boolean descending : new boolean[] {true, false}) {
        walks.add(new GroupWalk(GroupSelection.LIVE, query(field, descending), once));
      }
    }
    walks.add(new GroupWalk(named("roup"), query(GroupField.ID, false), living));
    walks.add(new GroupWalk(beginningWith("Group"), query(GroupField.NAME, true), staying));
    for (GroupField field : List.of(GroupField.ID, GroupField.NAME)) {
      GroupSelection ofKpi = GroupSelection.LIVE.with(kpi);
      walks.add(new GroupWalk(ofKpi, query(field, true), ids(part(groups, 0))));
    }

    List<List<ViewedGroup>> walked =
        Meanwhile.walk(
            walks.stream().map(walk -> walking(scene, walk)).toList(),
            List.of(
                i -> make(scene, "New " + i, i * 31),
                i -> rename(scene, moving.get(i % moving.size()), i),
                i -> leaving.stream().skip(i).limit(1).forEach(one -> scene.delete(one, NOON))));

    for (int i = 0; i < walks.size(); i++) {
      walks.get(i).assertRight(walked.get(i).stream().map(ViewedGroup::group).toList());
    }
  }

  private static ListQuery<GroupField> query(GroupField field, boolean descending) {
    return ListQuery.groups(
        List.of(new Order<>(field, descending)), PageRange.first(50 + field.ordinal()), descending);
  }

  private static GroupSelection named(String text) {
    return GroupSelection.LIVE.with(new NameContains(SearchText.of(text)));
  }

  private static GroupSelection beginningWith(String text) {
    return GroupSelection.LIVE.with(new NameMatches(new NamePattern(List.of(text), true, false)));
  }

  private static Function<Runnable, List<ViewedGroup>> walking(Scene scene, GroupWalk walk) {
    return behindEachPage ->
        PlacedList.groups(scene, scene.ann, walk.selection()).walk(walk.query(), behindEachPage);
  }

  @SafeVarargs
  private static Set<KpiGroupId> ids(Stream<KpiGroup>... parts) {
    return Stream.of(parts).flatMap(part -> part).map(KpiGroup::id).collect(Collectors.toSet());
  }

  /** Many of the same name, and some of the same time. */
  private List<KpiGroup> given(Scene scene) {
    return IntStream.range(0, groupsToWalk())
        .mapToObj(i -> make(scene, "Group " + i % 97, i))
        .toList();
  }

  private static Stream<KpiGroup> part(List<KpiGroup> groups, int of4) {
    return IntStream.range(0, groups.size()).filter(i -> i % 4 == of4).mapToObj(groups::get);
  }

  private static KpiGroup make(Scene scene, String name, int time) {
    return scene
        .create(scene.ann, new Name(name), NOON.plusMillis(time % 500), Integer.MAX_VALUE)
        .group();
  }

  /** Puts the group anywhere in the orders by name and by change. */
  private static void rename(Scene scene, KpiGroup group, int round) {
    Name name = new Name((char) ('a' + round * 7 % 26) + " Group " + round);
    scene
        .storage
        .groups()
        .rename(
            scene.bob,
            group.id(),
            name,
            NOON.plusMillis(round * 131 % 1_000),
            RevisionMatch.unconditional());
  }
}
