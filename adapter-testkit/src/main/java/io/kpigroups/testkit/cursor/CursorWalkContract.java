package io.kpigroups.testkit.cursor;

import static io.kpigroups.testkit.fixture.Scene.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import io.kpigroups.domain.group.KpiGroup;
import io.kpigroups.domain.group.KpiGroupId;
import io.kpigroups.domain.group.ViewedGroup;
import io.kpigroups.domain.query.GroupField;
import io.kpigroups.domain.query.GroupSelection;
import io.kpigroups.domain.query.ListQuery;
import io.kpigroups.domain.query.Order;
import io.kpigroups.domain.query.PageRange;
import io.kpigroups.domain.value.Name;
import io.kpigroups.domain.value.RevisionMatch;
import io.kpigroups.testkit.fixture.Scene;
import io.kpigroups.testkit.fixture.StorageFixture;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Who walks the groups from place to place sees what stays once, whatever others write. */
public interface CursorWalkContract extends StorageFixture {
  /** How many groups are walked; a store may take more. */
  default int groupsToWalk() {
    return 2_000;
  }

  @Test
  default void everyGroupWhosePlaceStaysIsSeenOnceWhileOthersInsertRenameAndDelete() {
    Scene scene = new Scene(this);
    List<KpiGroup> groups = given(scene);
    Set<KpiGroupId> staying =
        Stream.concat(part(groups, 0), part(groups, 1))
            .map(KpiGroup::id)
            .collect(Collectors.toSet());
    List<KpiGroup> moving = part(groups, 2).toList();
    List<KpiGroup> leaving = part(groups, 3).toList();
    List<ListQuery<GroupField>> queries = queries();

    List<List<ViewedGroup>> walks =
        Meanwhile.walk(
            queries.stream().map(query -> walk(scene, query)).toList(),
            List.of(
                i -> make(scene, "New " + i, i * 31),
                i -> rename(scene, moving.get(i % moving.size()), i),
                i -> leaving.stream().skip(i).limit(1).forEach(one -> scene.delete(one, NOON))));

    Set<KpiGroupId> living = moving.stream().map(KpiGroup::id).collect(Collectors.toSet());
    living.addAll(staying);
    for (int i = 0; i < queries.size(); i++) {
      List<Order<GroupField>> order = queries.get(i).order();
      List<KpiGroup> walked = walks.get(i).stream().map(ViewedGroup::group).toList();
      assertThat(walked).as("in order").isSortedAccordingTo(Order.comparator(order));
      assertSeenOnce(walked, staying, order);
      if (!isChangedByARename(order.get(0).field())) {
        assertSeenOnce(walked, living, order);
        assertThat(walked).extracting(KpiGroup::id).doesNotHaveDuplicates();
      }
    }
  }

  private static void assertSeenOnce(
      List<KpiGroup> walked, Set<KpiGroupId> all, List<Order<GroupField>> order) {
    assertThat(walked.stream().map(KpiGroup::id).filter(all::contains).toList())
        .as("sorted by %s", order)
        .doesNotHaveDuplicates()
        .hasSize(all.size());
  }

  private static boolean isChangedByARename(GroupField field) {
    return field == GroupField.NAME || field == GroupField.DATE_UPDATED;
  }

  /** By each field that live groups have, in both directions. */
  private static List<ListQuery<GroupField>> queries() {
    List<ListQuery<GroupField>> queries = new ArrayList<>();
    for (GroupField field : GroupField.values()) {
      for (boolean descending : new boolean[] {true, false}) {
        if (field != GroupField.DATE_DELETED) {
          List<Order<GroupField>> order = List.of(new Order<>(field, descending));
          queries.add(ListQuery.groups(order, PageRange.first(50 + queries.size()), descending));
        }
      }
    }
    return queries;
  }

  private static Function<Runnable, List<ViewedGroup>> walk(
      Scene scene, ListQuery<GroupField> query) {
    return behindEachPage ->
        PlacedList.groups(scene, scene.ann, GroupSelection.LIVE).walk(query, behindEachPage);
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
