package io.kpigroups.testkit.batch;

import static io.kpigroups.testkit.fixture.MemberSteps.batch;
import static io.kpigroups.testkit.fixture.MemberSteps.change;
import static io.kpigroups.testkit.fixture.MemberSteps.ids;
import static io.kpigroups.testkit.fixture.MemberSteps.members;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kpigroups.domain.failure.GroupNotFound;
import io.kpigroups.domain.failure.KpiNotFound;
import io.kpigroups.domain.group.KpiBatch;
import io.kpigroups.domain.group.KpiBatch.Result;
import io.kpigroups.domain.group.KpiGroup;
import io.kpigroups.domain.group.Member;
import io.kpigroups.domain.group.ViewedGroup;
import io.kpigroups.domain.kpi.KpiId;
import io.kpigroups.domain.query.GroupSelection;
import io.kpigroups.domain.query.KpiFilter;
import io.kpigroups.testkit.fixture.ListSteps;
import io.kpigroups.testkit.fixture.MemberSteps;
import io.kpigroups.testkit.fixture.Scene;
import io.kpigroups.testkit.fixture.StorageFixture;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Many members of a group change together, or none of them does. */
public interface BatchContract extends StorageFixture {

  @Test
  default void aBatchPutsInAndTakesOutAndSaysHowMany() {
    Scene scene = new Scene(this);
    KpiGroup group = given(scene, "k1", "k2", "k3");
    KpiGroup other = given(scene, "k1", "k4");
    scene.kpi("k5");

    Result result =
        change(scene, group, batch(List.of("k4", "k3", "k5"), List.of("k1", "k2", "never")));

    assertThat(result).isEqualTo(new Result(2, 2, 2));
    assertThat(ids(scene, group)).containsExactly("k3", "k4", "k5");
    assertThat(ids(scene, other)).as("another group").containsExactly("k1", "k4");
  }

  @Test
  default void whatIsAsItShouldBeAlreadyIsUnchanged() {
    Scene scene = new Scene(this);
    KpiGroup group = given(scene, "k1", "k2");
    KpiBatch batch = batch(List.of("k1", "k3"), List.of("k2", "never", "k4"));
    scene.kpi("k3");
    scene.kpi("k4");

    assertThat(change(scene, group, batch)).isEqualTo(new Result(1, 1, 3));
    List<Member> after = members(scene, group);
    assertThat(change(scene, group, batch)).as("again").isEqualTo(new Result(0, 0, 5));
    assertThat(members(scene, group)).isEqualTo(after);
  }

  @Test
  default void membersThatStayKeepWhoAddedThemAndNewOnesHaveTheUserOfTheBatch() {
    Scene scene = new Scene(this);
    KpiGroup group = given(scene, "k1", "k2");
    Member kept = members(scene, group).get(0);
    scene.kpi("k3");

    change(scene, group, batch(List.of("k1", "k3"), List.of("k2")));

    assertThat(members(scene, group)).hasSize(2).startsWith(kept);
    Member added = members(scene, group).get(1);
    assertThat(added.kpi().value()).isEqualTo("k3");
    assertThat(added.name()).isPresent();
    assertThat(added.added().by()).isEqualTo(scene.bob.user());
  }

  @Test
  default void aMemberThatLeftTheRegisterCanBeTakenOutByABatch() {
    Scene scene = new Scene(this);
    KpiGroup group = given(scene, "k1", "k2");
    scene.unregister(new KpiId("k1"));

    assertThat(change(scene, group, batch(List.of(), List.of("k1", "never"))))
        .isEqualTo(new Result(0, 1, 1));
    assertThat(ids(scene, group)).containsExactly("k2");
  }

  @Test
  default void everyUnknownKpiIsNamedAndNothingIsChanged() {
    Scene scene = new Scene(this);
    KpiGroup group = given(scene, "k1", "gone");
    scene.kpi("k2");
    scene.unregister(new KpiId("gone"));
    List<Member> before = members(scene, group);
    KpiBatch batch = batch(List.of("k2", "x1", "gone", "x2"), List.of("k1", "x3"));

    assertThatThrownBy(() -> change(scene, group, batch))
        .isInstanceOf(KpiNotFound.class)
        .hasMessageContaining(": x1, gone, x2.");

    assertThat(members(scene, group)).isEqualTo(before);
  }

  @Test
  default void theMostKpisOfABatchAreAllLookedUpAndNamed() {
    Scene scene = new Scene(this);
    KpiGroup group = given(scene, "k1");
    List<String> ids = MemberSteps.ids(0, KpiBatch.MAX_KPIS);
    List<String> unknown = ids.subList(0, KpiBatch.MAX_KPIS - 2);
    ids.subList(KpiBatch.MAX_KPIS - 2, KpiBatch.MAX_KPIS).forEach(scene::kpi);

    assertThatThrownBy(() -> change(scene, group, batch(ids, List.of())))
        .isInstanceOf(KpiNotFound.class)
        .hasMessageContaining(": " + String.join(", ", unknown) + ".");

    assertThat(ids(scene, group)).containsExactly("k1");
  }

  @Test
  default void aGroupThatIsNotThereIsToldBeforeAnUnknownKpi() {
    Scene scene = new Scene(this);
    Scene intruder = new Scene(this);
    KpiGroup group = given(scene, "k1");
    KpiGroup deleted = given(scene, "k1");
    scene.delete(deleted, Scene.EVENING);
    intruder.kpi("k2");

    for (KpiBatch batch :
        List.of(
            batch(List.of("k2"), List.of()),
            batch(List.of(), List.of("k1")),
            batch(List.of("never"), List.of("k1")))) {
      assertThatThrownBy(() -> change(scene, deleted, batch)).isInstanceOf(GroupNotFound.class);
      assertThatThrownBy(() -> change(intruder, group, batch)).isInstanceOf(GroupNotFound.class);
      assertThatThrownBy(() -> change(intruder, deleted, batch)).isInstanceOf(GroupNotFound.class);
    }
    assertThat(ids(scene, group)).containsExactly("k1");
  }

  @Test
  default void aBatchLeavesTheGroupItselfAndItsFavoritesAlone() {
    Scene scene = new Scene(this);
    KpiGroup group = given(scene, "k1");
    scene.kpi("k2");
    scene.favor(scene.ann, group);

    change(scene, group, batch(List.of("k2"), List.of("k1")));

    assertThat(scene.find(scene.ann, group)).isEqualTo(new ViewedGroup(group, true));
    assertThat(scene.find(scene.bob, group)).isEqualTo(new ViewedGroup(group, false));
  }

  @Test
  default void everyListKnowsOfABatchAtOnce() {
    Scene scene = new Scene(this);
    KpiGroup group = given(scene, "k1");
    scene.kpi("k2");
    scene.kpi("k3");

    change(scene, group, batch(List.of("k2", "k3"), List.of("k1")));

    assertThat(ListSteps.kpiCount(scene, GroupSelection.LIVE.withKpiCount(), group)).hasValue(2);
    assertThat(ListSteps.ids(scene, GroupSelection.LIVE.with(new KpiId("k3"))))
        .containsExactly(group.id());
    assertThat(ListSteps.ids(scene, GroupSelection.LIVE.with(new KpiId("k1")))).isEmpty();
    assertThat(ListSteps.kpis(scene, scene.ann, KpiFilter.UNGROUPED)).containsExactly("k1");
  }

  /** A group with these registered KPIs, put in by ann. */
  private static KpiGroup given(Scene scene, String... members) {
    KpiGroup group = scene.group("Sales");
    for (String member : members) {
      scene.join(group, scene.kpi(member));
    }
    return group;
  }
}
