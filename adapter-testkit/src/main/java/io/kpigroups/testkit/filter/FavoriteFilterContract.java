package io.kpigroups.testkit.filter;

import static io.kpigroups.testkit.fixture.ListSteps.groups;
import static io.kpigroups.testkit.fixture.ListSteps.ids;
import static org.assertj.core.api.Assertions.assertThat;

import io.kpigroups.application.port.Call;
import io.kpigroups.domain.filter.GroupFilter;
import io.kpigroups.domain.filter.GroupFilter.Favorite;
import io.kpigroups.domain.filter.GroupFilter.HasKpi;
import io.kpigroups.domain.filter.GroupFilter.Or;
import io.kpigroups.domain.group.KpiGroup;
import io.kpigroups.domain.group.KpiGroupId;
import io.kpigroups.domain.group.ViewedGroup;
import io.kpigroups.domain.kpi.KpiId;
import io.kpigroups.domain.query.GroupField;
import io.kpigroups.domain.query.GroupSelection;
import io.kpigroups.domain.query.ListQuery;
import io.kpigroups.domain.query.Order;
import io.kpigroups.domain.query.PageRange;
import io.kpigroups.testkit.fixture.GroupSorts;
import io.kpigroups.testkit.fixture.ListSteps;
import io.kpigroups.testkit.fixture.RestoreSteps;
import io.kpigroups.testkit.fixture.Scene;
import io.kpigroups.testkit.fixture.StorageFixture;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Groups that the user who asks watches, and those that he does not. */
public interface FavoriteFilterContract extends StorageFixture {
  GroupSelection WATCHED = GroupSelection.LIVE.with(new Favorite(true));

  GroupSelection UNWATCHED = GroupSelection.LIVE.with(new Favorite(false));

  @Test
  default void everyUserFindsHisOwnFavorites() {
    Scene scene = new Scene(this);
    KpiGroup anns = scene.group("Ann's");
    KpiGroup bobs = scene.group("Bob's");
    KpiGroup both = scene.group("Of both");
    KpiGroup nobodys = scene.group("Nobody's");
    List.of(anns, both).forEach(group -> scene.favor(scene.ann, group));
    List.of(bobs, both).forEach(group -> scene.favor(scene.bob, group));

    assertThat(groups(scene, scene.ann, WATCHED)).allMatch(ViewedGroup::favorite);
    assertThat(found(scene, scene.ann, WATCHED)).isEqualTo(ids(anns, both));
    assertThat(found(scene, scene.ann, UNWATCHED)).isEqualTo(ids(bobs, nobodys));
    assertThat(found(scene, scene.bob, WATCHED)).isEqualTo(ids(bobs, both));
    assertThat(found(scene, scene.bob, UNWATCHED)).isEqualTo(ids(anns, nobodys));
    assertThat(found(scene, scene.user("eve"), WATCHED)).isEmpty();
    assertThat(found(scene, scene.user("eve"), UNWATCHED)).hasSize(4);
    assertThat(found(scene, scene.ann, WATCHED.with(new Favorite(false)))).isEmpty();
  }

  @Test
  default void theSameUserHasOtherFavoritesInAnotherAccount() {
    Scene scene = new Scene(this);
    Scene elsewhere = new Scene(this);
    KpiGroup here = scene.group("Here");
    KpiGroup there = elsewhere.group("There");
    elsewhere.favor(elsewhere.ann, there);

    assertThat(found(scene, scene.ann, WATCHED)).isEmpty();
    assertThat(found(scene, scene.ann, UNWATCHED)).isEqualTo(ids(here));
    assertThat(found(elsewhere, elsewhere.ann, WATCHED)).isEqualTo(ids(there));
  }

  @Test
  default void aFavoriteIsFoundAsLongAsItIsOne() {
    Scene scene = new Scene(this);
    KpiGroup group = scene.group("Sales");
    scene.favor(scene.ann, group);
    scene.favor(scene.ann, group);
    assertThat(found(scene, scene.ann, WATCHED)).isEqualTo(ids(group));

    scene.unfavor(scene.ann, group);
    assertThat(found(scene, scene.ann, WATCHED)).isEmpty();
    assertThat(found(scene, scene.ann, UNWATCHED)).isEqualTo(ids(group));
  }

  @Test
  default void aDeletedFavoriteIsFoundAmongTheDeletedGroups() {
    Scene scene = new Scene(this);
    KpiGroup watched = scene.group("Watched");
    KpiGroup other = scene.group("Other");
    scene.favor(scene.ann, watched);
    scene.favor(scene.bob, other);
    scene.delete(watched, Scene.EVENING);
    scene.delete(other, Scene.EVENING);
    GroupSelection deleted = GroupSelection.DELETED;

    assertThat(found(scene, scene.ann, WATCHED)).isEmpty();
    assertThat(found(scene, scene.ann, deleted.with(new Favorite(true)))).isEqualTo(ids(watched));
    assertThat(found(scene, scene.ann, deleted.with(new Favorite(false)))).isEqualTo(ids(other));
    RestoreSteps.restore(scene, watched);
    assertThat(found(scene, scene.ann, WATCHED)).isEqualTo(ids(watched));
    assertThat(found(scene, scene.ann, deleted.with(new Favorite(true)))).isEmpty();
  }

  @Test
  default void favoritesAreFoundTogetherWithWhatElseIsAskedFor() {
    Scene scene = new Scene(this);
    KpiId kpi = scene.kpi("k1");
    KpiGroup watched = scene.group("Watched");
    KpiGroup member = scene.group("Member");
    KpiGroup both = scene.group("Both");
    KpiGroup neither = scene.group("Neither");
    List.of(watched, both).forEach(group -> scene.favor(scene.ann, group));
    List.of(member, both).forEach(group -> scene.join(group, kpi));
    GroupFilter has = new HasKpi(List.of(kpi));

    assertThat(found(scene, scene.ann, WATCHED.with(has))).isEqualTo(ids(both));
    assertThat(found(scene, scene.ann, UNWATCHED.with(has))).isEqualTo(ids(member));
    assertThat(found(scene, scene.ann, either(new Favorite(true), has)))
        .isEqualTo(ids(watched, member, both));
    assertThat(found(scene, scene.ann, either(new Favorite(false), has)))
        .isEqualTo(ids(member, both, neither));
    assertThat(found(scene, scene.ann, either(new Favorite(false), new Favorite(true)))).hasSize(4);
    assertThat(groups(scene, scene.ann, WATCHED.with(has).withKpiCount()))
        .containsExactly(scene.listed(both, true).withKpiCount(1));
  }

  @Test
  default void favoritesComeInEveryOrderPageByPage() {
    Scene scene = new Scene(this);
    List<KpiGroup> watched = new ArrayList<>();
    for (KpiGroup group : GroupSorts.givenGroups(scene)) {
      if (watched.size() < 7) {
        scene.favor(scene.ann, group);
        watched.add(group);
      }
      scene.favor(scene.bob, group);
    }

    for (List<Order<GroupField>> order : GroupSorts.all()) {
      for (boolean count : new boolean[] {true, false}) {
        ListQuery<GroupField> query = ListQuery.groups(order, PageRange.first(2), count);
        watched.sort(Order.comparator(query.order()));
        List<ViewedGroup> walked =
            ListSteps.walk(
                range -> ListSteps.page(scene, scene.ann, WATCHED, query.withRange(range)));
        assertThat(ids(walked)).isEqualTo(watched.stream().map(KpiGroup::id).toList());
        assertThat(ListSteps.page(scene, scene.ann, WATCHED, query).total().isPresent())
            .isEqualTo(count);
      }
    }
    assertThat(
            ListSteps.page(scene, scene.ann, WATCHED, ListQuery.groups(PageRange.first(2)))
                .totalCount())
        .isEqualTo(7);
  }

  private static GroupSelection either(GroupFilter one, GroupFilter other) {
    return GroupSelection.LIVE.with(new Or(List.of(one, other)));
  }

  private static List<KpiGroupId> found(Scene scene, Call viewer, GroupSelection selection) {
    return ids(groups(scene, viewer, selection));
  }
}
