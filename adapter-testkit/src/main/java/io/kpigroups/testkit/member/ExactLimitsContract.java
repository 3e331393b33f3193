package io.kpigroups.testkit.member;

import static io.kpigroups.testkit.fixture.Scene.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import io.kpigroups.domain.failure.GroupNotFound;
import io.kpigroups.domain.failure.LimitReached;
import io.kpigroups.domain.group.KnownKpis;
import io.kpigroups.domain.group.KpiGroup;
import io.kpigroups.domain.kpi.KpiId;
import io.kpigroups.testkit.fixture.Race;
import io.kpigroups.testkit.fixture.Race.Outcome;
import io.kpigroups.testkit.fixture.Scene;
import io.kpigroups.testkit.fixture.StoredRows;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Tag;

/** The limits that hold exactly, and deleted groups that take nothing, whoever writes at once. */
public interface ExactLimitsContract extends StoredRows {
  /** How many a group or a user may have in these races. */
  int LIMIT = 5;

  @RepeatedTest(3)
  @Tag(Race.TAG)
  default void aGroupNeverHasMoreKpisThanItMay() {
    Scene scene = new Scene(this);
    KpiGroup group = scene.group("Sales");

    List<Outcome<KpiId>> outcomes = Race.of(24, i -> () -> join(scene, group, i, LIMIT));

    assertExact(outcomes);
    List<KpiId> members = IntStream.range(0, 24).mapToObj(ExactLimitsContract::kpi).toList();
    assertThat(members).filteredOn(kpi -> scene.tookOut(group, kpi)).hasSize(LIMIT);
  }

  @RepeatedTest(3)
  @Tag(Race.TAG)
  default void aUserNeverHasMoreFavoritesThanAllowed() {
    Scene scene = new Scene(this);
    List<KpiGroup> groups =
        IntStream.range(0, 16).mapToObj(i -> scene.group("Group " + i)).toList();

    List<Outcome<KpiGroup>> outcomes =
        Race.of(
            16,
            i ->
                () -> {
                  scene.favor(scene.ann, groups.get(i), LIMIT);
                  return groups.get(i);
                });

    assertExact(outcomes);
    assertThat(groups).filteredOn(group -> scene.find(scene.ann, group).favorite()).hasSize(LIMIT);
  }

  @RepeatedTest(5)
  @Tag(Race.TAG)
  default void aGroupThatIsDeletedMeanwhileTakesNoKpiAfterwards() {
    Scene scene = new Scene(this);
    KpiGroup group = scene.group("Sales");

    List<Outcome<KpiId>> outcomes =
        Race.of(
            8,
            i ->
                () -> {
                  if (i == 0) {
                    scene.delete(group, NOON);
                    return kpi(i);
                  }
                  return join(scene, group, i, Scene.PLENTY);
                });

    assertThat(outcomes.get(0).succeeded()).isTrue();
    assertThat(outcomes.stream().flatMap(outcome -> outcome.failure().stream()))
        .allMatch(GroupNotFound.class::isInstance);
    long added = outcomes.stream().skip(1).filter(Outcome::succeeded).count();
    assertThat(storedRows(scene.account)).isEqualTo(1 + added);
  }

  private static KpiId join(Scene scene, KpiGroup group, int i, int limit) {
    scene.join(group, kpi(i), KnownKpis.ANY, limit);
    return kpi(i);
  }

  private static KpiId kpi(int i) {
    return new KpiId("k" + i);
  }

  private static void assertExact(List<? extends Outcome<?>> outcomes) {
    assertThat(outcomes).filteredOn(Outcome::succeeded).hasSize(LIMIT);
    assertThat(outcomes.stream().flatMap(outcome -> outcome.failure().stream()))
        .allMatch(LimitReached.class::isInstance);
  }
}
