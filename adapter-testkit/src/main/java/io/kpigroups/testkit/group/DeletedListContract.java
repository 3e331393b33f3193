package io.kpigroups.testkit.group;

import static io.kpigroups.testkit.fixture.ListSteps.groups;
import static io.kpigroups.testkit.fixture.ListSteps.ids;
import static io.kpigroups.testkit.fixture.Scene.EVENING;
import static org.assertj.core.api.Assertions.assertThat;

import io.kpigroups.domain.group.KpiGroup;
import io.kpigroups.domain.group.ViewedGroup;
import io.kpigroups.domain.query.GroupField;
import io.kpigroups.domain.query.GroupSelection;
import io.kpigroups.domain.query.ListQuery;
import io.kpigroups.domain.query.Order;
import io.kpigroups.domain.query.Page;
import io.kpigroups.domain.query.PageRange;
import io.kpigroups.domain.value.RevisionMatch;
import io.kpigroups.testkit.fixture.GroupSorts;
import io.kpigroups.testkit.fixture.ListSteps;
import io.kpigroups.testkit.fixture.Scene;
import io.kpigroups.testkit.fixture.StorageFixture;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Deleted groups are listed by themselves, as they were. */
public interface DeletedListContract extends StorageFixture {

  @Test
  default void deletedAndLiveGroupsAreTwoLists() {
    Scene scene = new Scene(this);
    KpiGroup live = scene.group("Live");
    assertThat(ids(scene, GroupSelection.DELETED)).isEmpty();
    KpiGroup deleted = scene.deletedGroup("Deleted", EVENING);

    assertThat(ids(scene, GroupSelection.LIVE)).isEqualTo(ids(live));
    assertThat(ids(scene, GroupSelection.DELETED)).isEqualTo(ids(deleted));
  }

  @Test
  default void aDeletedGroupIsListedAsItWasWithWhoDeletedIt() {
    Scene scene = new Scene(this);
    KpiGroup made = scene.group("Sales");
    KpiGroup group = scene.rename(made, "Revenue", RevisionMatch.any());
    scene.storage.groups().delete(scene.bob, group.id(), EVENING, RevisionMatch.unconditional());

    KpiGroup listed = groups(scene, scene.ann, GroupSelection.DELETED).get(0).group();

    assertThat(listed.id()).isEqualTo(group.id());
    assertThat(listed.account()).isEqualTo(scene.account);
    assertThat(listed.name()).isEqualTo(group.name());
    assertThat(listed.created()).isEqualTo(group.created());
    assertThat(listed.modified()).isEqualTo(group.modified());
    assertThat(listed.life().isLive()).isFalse();
    assertThat(listed.life().deleted().orElseThrow().by()).isEqualTo(scene.bob.user());
  }

  @Test
  default void aDeletedGroupKeepsTheMarksOfThoseWhoWatchIt() {
    Scene scene = new Scene(this);
    KpiGroup watched = scene.group("Watched");
    KpiGroup other = scene.group("Other");
    scene.favor(scene.ann, watched);
    scene.delete(watched, EVENING);
    scene.delete(other, EVENING);

    assertThat(groups(scene, scene.ann, GroupSelection.DELETED))
        .filteredOn(ViewedGroup::favorite)
        .extracting(row -> row.group().id())
        .containsExactly(watched.id());
    assertThat(groups(scene, scene.bob, GroupSelection.DELETED)).noneMatch(ViewedGroup::favorite);
  }

  @ParameterizedTest
  @MethodSource("io.kpigroups.testkit.fixture.GroupSorts#ofDeleted")
  default void deletedGroupsComeInEveryOrderPageByPage(List<Order<GroupField>> order) {
    Scene scene = new Scene(this);
    int place = 0;
    for (KpiGroup group : GroupSorts.givenGroups(scene)) {
      if (place++ % 2 == 0) {
        scene.delete(group, EVENING.plusMillis(place % 3));
      }
    }

    for (boolean count : new boolean[] {true, false}) {
      List<KpiGroup> walked =
          ListSteps.walk(range -> page(scene, ListQuery.groups(order, range, count))).stream()
              .map(ViewedGroup::group)
              .toList();
      assertThat(walked)
          .hasSize(8)
          .doesNotHaveDuplicates()
          .isSortedAccordingTo(
              Order.comparator(ListQuery.groups(order, PageRange.first(1)).order()));
    }
  }

  @Test
  default void onlyDeletedGroupsAreCounted() {
    Scene scene = new Scene(this);
    for (int i = 0; i < 3; i++) {
      scene.group("Live " + i);
      scene.deletedGroup("Deleted " + i, EVENING);
    }
    PageRange two = PageRange.first(2);

    assertThat(page(scene, ListQuery.groups(two)).totalCount()).isEqualTo(3);
    Page<ViewedGroup> behind = page(scene, ListQuery.groups(new PageRange(3, 2)));
    assertThat(behind.items()).isEmpty();
    assertThat(behind.totalCount()).isEqualTo(3);
    Page<ViewedGroup> uncounted = page(scene, ListQuery.groups(List.of(), two, false));
    assertThat(uncounted.total()).isEmpty();
    assertThat(uncounted.hasNext()).isTrue();
  }

  private static Page<ViewedGroup> page(Scene scene, ListQuery<GroupField> query) {
    return scene.storage.groups().list(scene.ann, GroupSelection.DELETED, query);
  }
}
