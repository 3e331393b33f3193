package io.kpigroups.testkit.batch;

import static io.kpigroups.testkit.fixture.MemberSteps.batch;
import static io.kpigroups.testkit.fixture.MemberSteps.change;
import static io.kpigroups.testkit.fixture.MemberSteps.ids;
import static org.assertj.core.api.Assertions.assertThat;

import io.kpigroups.domain.failure.LimitReached;
import io.kpigroups.domain.group.KnownKpis;
import io.kpigroups.domain.group.KpiBatch.Result;
import io.kpigroups.domain.group.KpiGroup;
import io.kpigroups.testkit.fixture.MemberSteps;
import io.kpigroups.testkit.fixture.Race;
import io.kpigroups.testkit.fixture.Race.Outcome;
import io.kpigroups.testkit.fixture.Scene;
import io.kpigroups.testkit.fixture.StorageFixture;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Tag;

/** The limit of KPIs in a group holds exactly, however many batches come at once. */
public interface ExactBatchesContract extends StorageFixture {
  /** How many KPIs the group may have in these races. */
  int LIMIT = 20;

  /** How many start at once. */
  int BATCHES = 32;

  @RepeatedTest(3)
  @Tag(Race.TAG)
  default void batchesAtOnceKeepTheLimitExactlyAndLoseNothing() {
    Scene scene = new Scene(this);
    KpiGroup group = scene.group("Sales");

    List<Outcome<Result>> outcomes =
        Race.of(
            BATCHES,
            i -> () -> change(scene, group, batch(kpis(i), List.of()), KnownKpis.ANY, LIMIT));

    List<String> members = ids(scene, group);
    assertThat(members).hasSizeLessThanOrEqualTo(LIMIT);
    Set<String> expected = new TreeSet<>();
    int added = 0;
    for (int i = 0; i < BATCHES; i++) {
      Outcome<Result> outcome = outcomes.get(i);
      if (outcome.succeeded()) {
        expected.addAll(kpis(i));
        added += outcome.value().orElseThrow().added();
      } else {
        assertThat(outcome.failure()).containsInstanceOf(LimitReached.class);
        Set<String> more = new HashSet<>(members);
        more.addAll(kpis(i));
        assertThat(more).as("no room for batch " + i).hasSizeGreaterThan(LIMIT);
      }
    }
    assertThat(members).containsExactlyElementsOf(expected);
    assertThat(added).isEqualTo(members.size());
  }

  @RepeatedTest(3)
  @Tag(Race.TAG)
  default void aFullGroupStaysFullWhoeverExchangesItsKpis() {
    Scene scene = new Scene(this);
    KpiGroup group = scene.group("Sales");
    change(scene, group, batch(MemberSteps.ids(0, LIMIT), List.of()), KnownKpis.ANY, LIMIT);

    List<Outcome<Result>> outcomes =
        Race.of(
            LIMIT,
            i ->
                () ->
                    change(
                        scene,
                        group,
                        batch(MemberSteps.ids(LIMIT + i, 1), MemberSteps.ids(i, 1)),
                        KnownKpis.ANY,
                        LIMIT));

    assertThat(outcomes)
        .allSatisfy(outcome -> assertThat(outcome.value()).contains(new Result(1, 1, 0)));
    assertThat(ids(scene, group)).isEqualTo(MemberSteps.ids(LIMIT, LIMIT));
  }

  /** Neighbours overlap. */
  private static List<String> kpis(int batch) {
    return MemberSteps.ids(2 * batch, 3);
  }
}
