package io.kpigroups.testkit.store;

import static io.kpigroups.testkit.fixture.Scene.EVENING;
import static io.kpigroups.testkit.fixture.Scene.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import io.kpigroups.application.port.Call;
import io.kpigroups.domain.failure.GroupNotFound;
import io.kpigroups.domain.failure.IdTaken;
import io.kpigroups.domain.group.KnownKpis;
import io.kpigroups.domain.group.KpiGroup;
import io.kpigroups.domain.group.KpiGroupId;
import io.kpigroups.domain.kpi.KpiId;
import io.kpigroups.domain.value.Name;
import io.kpigroups.domain.value.RevisionMatch;
import io.kpigroups.testkit.fixture.Race;
import io.kpigroups.testkit.fixture.Race.Outcome;
import io.kpigroups.testkit.fixture.Scene;
import io.kpigroups.testkit.fixture.StorageFixture;
import io.kpigroups.testkit.fixture.TestLimits;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Tag;

/** Changes of different kinds to one group at the same moment: none undoes or loses another. */
public interface WritersAtOnceContract extends StorageFixture {
  /** In the group from the start, and taken out. */
  KpiId OLD = new KpiId("old");

  /** Put into the group. */
  KpiId NEW = new KpiId("new");

  @RepeatedTest(10)
  @Tag(Race.TAG)
  default void aGroupThatIsDeletedStaysSoWhoeverChangesItsMembersAndFavorites() {
    Scene scene = new Scene(this);
    KpiGroup group = given(scene);
    List<Callable<String>> writers = new ArrayList<>(changes(scene, group));
    writers.add(task(() -> scene.delete(group, NOON)));

    List<Outcome<String>> outcomes = Race.of(writers);

    assertThat(outcomes.get(writers.size() - 1).succeeded()).isTrue();
    assertThat(outcomes.stream().flatMap(outcome -> outcome.failure().stream()))
        .allMatch(GroupNotFound.class::isInstance);
    assertThat(scene.storage.groups().find(scene.ann, group.id())).isEmpty();
    assertThat(scene.all(scene.bob).totalCount()).isZero();
  }

  @RepeatedTest(10)
  @Tag(Race.TAG)
  default void aRenameLosesNoMemberAndNoFavoriteThatChangesMeanwhile() {
    Scene scene = new Scene(this);
    KpiGroup group = given(scene);
    List<Callable<String>> writers = new ArrayList<>(changes(scene, group));
    writers.add(task(() -> scene.rename(group, "Revenue", RevisionMatch.unconditional())));

    assertThat(Race.of(writers)).allMatch(Outcome::succeeded);

    assertThat(scene.now(group).name().value()).isEqualTo("Revenue");
    assertThat(scene.find(scene.ann, group).favorite()).isFalse();
    assertThat(scene.find(scene.bob, group).favorite()).isTrue();
    assertThat(scene.tookOut(group, NEW)).isTrue();
    assertThat(scene.tookOut(group, OLD)).isFalse();
  }

  @RepeatedTest(5)
  @Tag(Race.TAG)
  default void ofTwoWhoGiveANewGroupTheSameIdOneGetsIt() {
    Scene scene = new Scene(this);
    KpiGroupId id = Scene.newId(NOON);

    List<Outcome<KpiGroup>> outcomes =
        Race.of(List.of(create(scene, scene.ann, id), create(scene, scene.bob, id)));

    assertThat(outcomes).filteredOn(Outcome::succeeded).as("of %s", outcomes).hasSize(1);
    assertThat(outcomes.stream().flatMap(outcome -> outcome.failure().stream()))
        .allMatch(IdTaken.class::isInstance);
    KpiGroup made = outcomes.stream().flatMap(o -> o.value().stream()).findFirst().orElseThrow();
    assertThat(scene.now(made)).isEqualTo(made);
  }

  private static Callable<KpiGroup> create(Scene scene, Call by, KpiGroupId id) {
    Name name = new Name("Of " + by.user().value());
    return () ->
        scene.storage.groups().create(by, id, name, NOON, TestLimits.groups(Scene.PLENTY)).group();
  }

  /** A group with a member, and a favorite of ann's. */
  private static KpiGroup given(Scene scene) {
    KpiGroup group = scene.group("Sales");
    scene.join(group, OLD, KnownKpis.ANY, Scene.PLENTY);
    scene.favor(scene.ann, group);
    return group;
  }

  /** One KPI leaves and one joins, one user's favorite ends and another's begins. */
  private static List<Callable<String>> changes(Scene scene, KpiGroup group) {
    return List.of(
        task(() -> scene.leave(group, OLD, KnownKpis.ANY)),
        task(() -> scene.join(scene.bob, group, NEW, EVENING, KnownKpis.ANY, Scene.PLENTY)),
        task(() -> scene.unfavor(scene.ann, group)),
        task(() -> scene.favor(scene.bob, group)));
  }

  private static Callable<String> task(Runnable call) {
    return () -> {
      call.run();
      return "done";
    };
  }
}
