package io.kpigroups.testkit.kpi;

import static org.assertj.core.api.Assertions.assertThat;

import io.kpigroups.domain.failure.KpiNotFound;
import io.kpigroups.domain.failure.StaleRevision;
import io.kpigroups.domain.kpi.Kpi;
import io.kpigroups.domain.kpi.KpiCondition;
import io.kpigroups.domain.kpi.KpiId;
import io.kpigroups.domain.value.Name;
import io.kpigroups.domain.value.RevisionMatch;
import io.kpigroups.testkit.fixture.Race;
import io.kpigroups.testkit.fixture.Race.Outcome;
import io.kpigroups.testkit.fixture.RegisterSteps;
import io.kpigroups.testkit.fixture.Scene;
import io.kpigroups.testkit.fixture.StorageFixture;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Tag;

/** Who removes an entry of the register at the same moment as others change it. */
public interface RegisterAtOnceContract extends StorageFixture {

  @RepeatedTest(5)
  @Tag(Race.TAG)
  default void ofManyWhoRemoveAnEntryOneSucceeds() {
    Scene scene = new Scene(this);
    KpiId id = scene.kpi("k1");

    List<Outcome<KpiId>> outcomes =
        Race.of(
            4,
            i ->
                () -> {
                  RegisterSteps.unregister(scene, scene.ann, id);
                  return id;
                });

    assertThat(outcomes).filteredOn(Outcome::succeeded).hasSize(1);
    assertThat(outcomes.stream().flatMap(outcome -> outcome.failure().stream()))
        .hasSize(3)
        .allMatch(KpiNotFound.class::isInstance);
  }

  @RepeatedTest(5)
  @Tag(Race.TAG)
  default void ofARemovalAndAReplacementOfOneRevisionOneWins() {
    Scene scene = new Scene(this);
    Kpi first = entry(scene, "Revenue");
    Kpi second = entry(scene, "Turnover");
    RegisterSteps.put(scene, scene.ann, first);
    KpiCondition expected =
        new KpiCondition(
            RevisionMatch.oneOf(Set.of(first.revision())), RevisionMatch.unconditional());

    List<Outcome<String>> outcomes =
        Race.of(
            List.of(
                () -> {
                  RegisterSteps.unregister(scene, scene.ann, first.id(), expected);
                  return "removed";
                },
                () -> RegisterSteps.put(scene, scene.bob, second, expected).name()));

    assertThat(outcomes).filteredOn(Outcome::succeeded).hasSize(1);
    assertThat(outcomes.stream().flatMap(outcome -> outcome.failure().stream()))
        .allMatch(StaleRevision.class::isInstance);
    boolean removed = outcomes.get(0).succeeded();
    assertThat(scene.storage.kpis().find(scene.ann, first.id()).isEmpty()).isEqualTo(removed);
  }

  private static Kpi entry(Scene scene, String name) {
    return new Kpi(scene.account, new KpiId("k1"), new Name(name), List.of());
  }
}
