package io.kpigroups.testkit.batch;

import static io.kpigroups.testkit.fixture.MemberSteps.batch;
import static io.kpigroups.testkit.fixture.MemberSteps.change;
import static io.kpigroups.testkit.fixture.MemberSteps.ids;
import static org.assertj.core.api.Assertions.assertThat;

import io.kpigroups.domain.group.KpiBatch;
import io.kpigroups.domain.group.KpiBatch.Result;
import io.kpigroups.domain.group.KpiGroup;
import io.kpigroups.domain.kpi.KpiId;
import io.kpigroups.testkit.fixture.Duel;
import io.kpigroups.testkit.fixture.MemberSteps;
import io.kpigroups.testkit.fixture.Race;
import io.kpigroups.testkit.fixture.Race.Outcome;
import io.kpigroups.testkit.fixture.Scene;
import io.kpigroups.testkit.fixture.StorageFixture;
import java.util.List;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Batches at the same moment: none loses what another did, and nobody sees a half of one. */
public interface BatchesAtOnceContract extends StorageFixture {
  /** How many rounds the duels take. */
  int ROUNDS = 30;

  @RepeatedTest(3)
  @Tag(Race.TAG)
  default void ofBatchesAndSingleChangesAtOnceNoneIsLost() {
    Scene scene = new Scene(this);
    KpiGroup group = scene.group("Sales");
    List<String> kpis = MemberSteps.ids(0, 34);
    kpis.forEach(scene::kpi);

    List<Outcome<Result>> outcomes =
        Race.of(
            32,
            i ->
                () -> {
                  if (i % 8 == 0) {
                    scene.join(group, new KpiId(kpis.get(i)));
                  }
                  return change(scene, group, batch(kpis.subList(i, i + 3), List.of()));
                });

    assertThat(outcomes).allMatch(Outcome::succeeded);
    assertThat(ids(scene, group)).isEqualTo(kpis);
    int added = outcomes.stream().mapToInt(outcome -> outcome.value().orElseThrow().added()).sum();
    assertThat(added).as("each was put in by one").isBetween(kpis.size() - 4, kpis.size());
  }

  /** Each takes out what the other puts in, so that their order shows. */
  @Test
  @Tag(Race.TAG)
  default void twoMixedBatchesAtOnceEndAsOneAfterTheOther() {
    Scene scene = new Scene(this);
    KpiGroup group = scene.group("Sales");
    List.of("a", "b", "c", "d").forEach(scene::kpi);
    KpiBatch start = batch(List.of("a", "b"), List.of("c", "d"));
    KpiBatch one = batch(List.of("c", "d"), List.of("a"));
    KpiBatch other = batch(List.of("a"), List.of("c", "b"));

    try (Duel duel = new Duel()) {
      for (int i = 0; i < ROUNDS; i++) {
        change(scene, group, start);
        Duel.Result<Result, Result> result =
            duel.round(() -> change(scene, group, one), () -> change(scene, group, other));

        Result ofOne = result.one().value().orElseThrow();
        Result ofOther = result.other().value().orElseThrow();
        if (ofOther.equals(new Result(1, 2, 0))) {
          assertThat(ofOne).isEqualTo(new Result(2, 1, 0));
          assertThat(ids(scene, group)).as("one, then the other").containsExactly("a", "d");
        } else {
          assertThat(ofOther).isEqualTo(new Result(0, 1, 2));
          assertThat(ofOne).isEqualTo(new Result(2, 1, 0));
          assertThat(ids(scene, group)).as("the other, then one").containsExactly("c", "d");
        }
      }
    }
  }

  @Test
  @Tag(Race.TAG)
  default void whoeverLooksSeesAGroupBeforeOrAfterABatch() {
    Scene scene = new Scene(this);
    KpiGroup group = scene.group("Sales");
    List<String> early = MemberSteps.ids(0, 20);
    List<String> late = MemberSteps.ids(20, 20);
    early.forEach(scene::kpi);
    late.forEach(scene::kpi);
    change(scene, group, batch(early, List.of()));

    try (Duel duel = new Duel()) {
      for (int i = 0; i < ROUNDS; i++) {
        KpiBatch batch = i % 2 == 0 ? batch(late, early) : batch(early, late);
        Duel.Result<Result, List<String>> result =
            duel.round(() -> change(scene, group, batch), () -> ids(scene, group));

        assertThat(result.one().value()).contains(new Result(20, 20, 0));
        assertThat(result.other().value().orElseThrow()).isIn(early, late);
      }
    }
  }
}
