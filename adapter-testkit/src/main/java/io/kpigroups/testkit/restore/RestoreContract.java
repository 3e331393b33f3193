package io.kpigroups.testkit.restore;

import static io.kpigroups.testkit.fixture.MemberSteps.members;
import static io.kpigroups.testkit.fixture.RestoreSteps.restore;
import static io.kpigroups.testkit.fixture.Scene.EVENING;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kpigroups.domain.failure.GroupNotFound;
import io.kpigroups.domain.group.KnownKpis;
import io.kpigroups.domain.group.KpiGroup;
import io.kpigroups.domain.group.Member;
import io.kpigroups.domain.group.ViewedGroup;
import io.kpigroups.domain.kpi.KpiId;
import io.kpigroups.domain.query.GroupSelection;
import io.kpigroups.domain.query.KpiFilter;
import io.kpigroups.domain.value.Name;
import io.kpigroups.domain.value.RevisionMatch;
import io.kpigroups.testkit.fixture.ListSteps;
import io.kpigroups.testkit.fixture.MemberSteps;
import io.kpigroups.testkit.fixture.RestoreSteps;
import io.kpigroups.testkit.fixture.Scene;
import io.kpigroups.testkit.fixture.StorageFixture;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A deleted group comes back as it was. */
public interface RestoreContract extends StorageFixture {

  @Test
  default void aRestoredGroupIsAsItWasForEverybody() {
    Scene scene = new Scene(this);
    KpiGroup group = given(scene);
    ViewedGroup ofAnn = scene.find(scene.ann, group);
    ViewedGroup ofBob = scene.find(scene.bob, group);
    ViewedGroup ofEve = scene.find(scene.user("eve"), group);
    List<Member> before = members(scene, group);
    scene.delete(group, EVENING);

    ViewedGroup restored = restore(scene, group);

    assertThat(restored).isEqualTo(ofBob);
    assertThat(scene.find(scene.ann, group)).isEqualTo(ofAnn);
    assertThat(scene.find(scene.bob, group)).isEqualTo(ofBob);
    assertThat(scene.find(scene.user("eve"), group)).isEqualTo(ofEve);
    assertThat(members(scene, group)).isEqualTo(before);
  }

  @Test
  default void everyListKnowsOfARestoreAtOnce() {
    Scene scene = new Scene(this);
    KpiGroup group = given(scene);
    KpiGroup other = scene.deletedGroup("Other", EVENING);
    scene.delete(group, EVENING);
    assertThat(ListSteps.kpis(scene, scene.ann, KpiFilter.UNGROUPED)).containsExactly("k1");

    restore(scene, group);

    assertThat(ListSteps.ids(scene, GroupSelection.LIVE)).containsExactly(group.id());
    assertThat(ListSteps.ids(scene, GroupSelection.DELETED)).containsExactly(other.id());
    assertThat(ListSteps.ids(scene, GroupSelection.LIVE.with(new KpiId("k1"))))
        .containsExactly(group.id());
    assertThat(ListSteps.ids(scene, GroupSelection.DELETED.with(new KpiId("k1")))).isEmpty();
    assertThat(ListSteps.kpiCount(scene, GroupSelection.LIVE.withKpiCount(), group)).hasValue(2);
    assertThat(ListSteps.kpis(scene, scene.ann, KpiFilter.UNGROUPED)).isEmpty();
  }

  @Test
  default void aLiveGroupStaysAsItIs() {
    Scene scene = new Scene(this);
    KpiGroup group = given(scene);
    ViewedGroup before = scene.find(scene.bob, group);
    List<Member> members = members(scene, group);

    assertThat(restore(scene, group)).isEqualTo(before);
    assertThat(restore(scene, scene.ann, group, RestoreSteps.BEFORE_ALL, Scene.PLENTY))
        .isEqualTo(scene.find(scene.ann, group));

    assertThat(scene.find(scene.bob, group)).isEqualTo(before);
    assertThat(members(scene, group)).isEqualTo(members);
  }

  @Test
  default void aRepeatedRestoreAnswersTheSameAndChangesNothing() {
    Scene scene = new Scene(this);
    KpiGroup group = given(scene);
    scene.delete(group, EVENING);

    ViewedGroup restored = restore(scene, group);

    assertThat(restore(scene, group)).isEqualTo(restored);
    assertThat(scene.find(scene.bob, group)).isEqualTo(restored);
  }

  @Test
  default void aGroupThatIsNotThereCannotBeRestored() {
    Scene scene = new Scene(this);
    Scene intruder = new Scene(this);
    KpiGroup live = given(scene);
    KpiGroup deleted = given(scene);
    scene.delete(deleted, EVENING);
    KpiGroup never = intruder.group("Never here");

    assertNotFound(intruder, live);
    assertNotFound(intruder, deleted);
    assertNotFound(scene, never);
    assertThat(ListSteps.ids(scene, GroupSelection.DELETED)).containsExactly(deleted.id());
    assertThat(intruder.now(never)).isEqualTo(never);
  }

  @Test
  default void aRestoredGroupIsChangedLikeAnyOther() {
    Scene scene = new Scene(this);
    KpiGroup group = given(scene);
    scene.delete(group, EVENING);
    restore(scene, group);

    KpiGroup renamed = scene.rename(group, "Income", Scene.in(group));
    assertThat(renamed.name()).isEqualTo(new Name("Income"));
    assertThat(renamed.revision()).isNotEqualTo(group.revision());
    scene.leave(group, new KpiId("k1"), KnownKpis.REGISTERED);
    scene.join(group, scene.kpi("k2"));
    assertThat(MemberSteps.ids(scene, group)).containsExactly("gone", "k2");
    scene.unfavor(scene.ann, group);
    assertThat(scene.find(scene.ann, group).favorite()).isFalse();
    assertThat(scene.find(scene.bob, group).favorite()).isTrue();
  }

  @Test
  default void aGroupIsDeletedAndRestoredAgainAndAgain() {
    Scene scene = new Scene(this);
    KpiGroup group = given(scene);
    ViewedGroup before = scene.find(scene.ann, group);
    List<Member> members = members(scene, group);

    for (int i = 1; i <= 3; i++) {
      scene.storage.groups().delete(scene.bob, group.id(), EVENING.plusSeconds(i), Scene.in(group));
      assertThat(scene.storage.groups().find(scene.ann, group.id())).isEmpty();
      assertThat(ListSteps.ids(scene, GroupSelection.DELETED)).containsExactly(group.id());
      restore(scene, group);
      assertThat(scene.find(scene.ann, group)).isEqualTo(before);
      assertThat(members(scene, group)).isEqualTo(members);
    }
  }

  private static void assertNotFound(Scene scene, KpiGroup group) {
    assertThatThrownBy(() -> restore(scene, group)).isInstanceOf(GroupNotFound.class);
  }

  /** A renamed group with two members, of which one left the register, that two users watch. */
  private static KpiGroup given(Scene scene) {
    KpiGroup group = scene.group("Sales");
    scene.join(group, scene.kpi("k1"));
    scene.join(group, scene.kpi("gone"));
    scene.unregister(new KpiId("gone"));
    scene.favor(scene.ann, group);
    scene.favor(scene.bob, group);
    return scene.rename(group, "Revenue", RevisionMatch.any());
  }
}
