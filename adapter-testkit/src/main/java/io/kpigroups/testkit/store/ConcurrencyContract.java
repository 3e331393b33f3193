package io.kpigroups.testkit.store;

import static io.kpigroups.testkit.fixture.Scene.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import io.kpigroups.domain.failure.GroupNotFound;
import io.kpigroups.domain.failure.StaleRevision;
import io.kpigroups.domain.group.KpiGroup;
import io.kpigroups.domain.group.KpiGroupId;
import io.kpigroups.domain.kpi.KpiId;
import io.kpigroups.domain.value.RevisionMatch;
import io.kpigroups.testkit.fixture.Race;
import io.kpigroups.testkit.fixture.Race.Outcome;
import io.kpigroups.testkit.fixture.Scene;
import io.kpigroups.testkit.fixture.StorageFixture;
import java.util.List;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What writers at the same moment do to each other. */
public interface ConcurrencyContract extends StorageFixture {
  /** How many writers start at once where the number does not matter. */
  int WRITERS = 32;

  @Test
  @Tag(Race.TAG)
  default void manyCreatesAtOnceMakeAsManyGroups() {
    Scene scene = new Scene(this);

    List<Outcome<KpiGroupId>> made = Race.of(WRITERS, i -> () -> scene.group("Sales").id());

    assertThat(made).allMatch(Outcome::succeeded).doesNotHaveDuplicates();
    assertThat(scene.all(scene.ann).items()).hasSize(WRITERS);
  }

  @Test
  @Tag(Race.TAG)
  default void manyIdenticalAddsAtOnceMakeOneMember() {
    Scene scene = new Scene(this);
    KpiGroup group = scene.group("Sales");
    KpiId kpi = scene.kpi("k1");

    assertThat(Race.of(WRITERS, i -> task(() -> scene.join(group, kpi))))
        .allMatch(Outcome::succeeded);
    assertThat(scene.tookOut(group, kpi)).isTrue();
    assertThat(scene.tookOut(group, kpi)).isFalse();
  }

  @Test
  @Tag(Race.TAG)
  default void manyIdenticalFavoritesAtOnceMakeOneFavorite() {
    Scene scene = new Scene(this);
    KpiGroup group = scene.group("Sales");

    assertThat(Race.of(WRITERS, i -> task(() -> scene.favor(scene.ann, group))))
        .allMatch(Outcome::succeeded);
    assertThat(scene.find(scene.ann, group).favorite()).isTrue();
    scene.unfavor(scene.ann, group);
    assertThat(scene.find(scene.ann, group).favorite()).isFalse();
  }

  @RepeatedTest(5)
  @Tag(Race.TAG)
  default void twoRenamesOnOneRevisionGiveOneWinner() {
    Scene scene = new Scene(this);
    KpiGroup group = scene.group("Sales");

    List<Outcome<KpiGroup>> outcomes =
        Race.of(2, i -> () -> scene.rename(group, "Name " + i, Scene.in(group)));

    assertThat(outcomes).filteredOn(Outcome::succeeded).hasSize(1);
    assertFailures(outcomes, StaleRevision.class, 1);
    KpiGroup winner =
        outcomes.stream().flatMap(outcome -> outcome.value().stream()).findFirst().orElseThrow();
    assertThat(scene.now(group)).isEqualTo(winner);
  }

  @RepeatedTest(5)
  @Tag(Race.TAG)
  default void manyUnconditionalRenamesAllSucceedAndLeaveOneOfTheNames() {
    Scene scene = new Scene(this);
    KpiGroup group = scene.group("Sales");

    List<Outcome<KpiGroup>> outcomes =
        Race.of(8, i -> () -> scene.rename(group, "Name " + i, RevisionMatch.unconditional()));

    assertThat(outcomes).allMatch(Outcome::succeeded);
    List<KpiGroup> states = outcomes.stream().flatMap(outcome -> outcome.value().stream()).toList();
    assertThat(states).extracting(KpiGroup::revision).doesNotHaveDuplicates();
    assertThat(states).contains(scene.now(group));
  }

  @RepeatedTest(5)
  @Tag(Race.TAG)
  default void ofADeleteAndARenameOnOneRevisionOneWins() {
    Scene scene = new Scene(this);
    KpiGroup group = scene.group("Sales");

    List<Outcome<String>> outcomes =
        Race.of(
            List.of(
                task(() -> delete(scene, group, Scene.in(group))),
                task(() -> scene.rename(group, "Revenue", Scene.in(group)))));

    if (outcomes.get(0).succeeded()) {
      assertFailures(outcomes, GroupNotFound.class, 1);
      assertThat(scene.storage.groups().find(scene.ann, group.id())).isEmpty();
    } else {
      assertThat(outcomes.get(1).succeeded()).isTrue();
      assertFailures(outcomes, StaleRevision.class, 1);
      assertThat(scene.now(group).name().value()).isEqualTo("Revenue");
    }
  }

  /** Each has a time of its own, by which a store knows what it did itself. */
  @RepeatedTest(5)
  @Tag(Race.TAG)
  default void ofTwoDeletesOneSucceedsAndTheOtherFindsNothing() {
    Scene scene = new Scene(this);
    KpiGroup group = scene.group("Sales");
    RevisionMatch any = RevisionMatch.unconditional();
    var groups = scene.storage.groups();

    List<Outcome<String>> outcomes =
        Race.of(2, i -> task(() -> groups.delete(scene.ann, group.id(), NOON.plusMillis(i), any)));

    assertThat(outcomes).filteredOn(Outcome::succeeded).hasSize(1);
    assertFailures(outcomes, GroupNotFound.class, 1);
  }

  @RepeatedTest(5)
  @Tag(Race.TAG)
  default void whatOneThreadDidEveryOtherSees() {
    Scene scene = new Scene(this);
    KpiGroup group = scene.rename(scene.group("Sales"), "Revenue", RevisionMatch.any());

    assertThat(Race.of(8, i -> () -> scene.now(group)))
        .allMatch(outcome -> outcome.value().filter(group::equals).isPresent());
  }

  private static void delete(Scene scene, KpiGroup group, RevisionMatch expected) {
    scene.storage.groups().delete(scene.ann, group.id(), NOON, expected);
  }

  private static Callable<String> task(Runnable call) {
    return () -> {
      call.run();
      return "done";
    };
  }

  private static void assertFailures(
      List<? extends Outcome<?>> outcomes, Class<? extends Throwable> type, int count) {
    assertThat(outcomes.stream().flatMap(outcome -> outcome.failure().stream()))
        .hasSize(count)
        .allMatch(type::isInstance);
  }
}
