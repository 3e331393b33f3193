package io.kpigroups.testkit.kpi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kpigroups.domain.failure.KpiNotFound;
import io.kpigroups.domain.failure.StaleRevision;
import io.kpigroups.domain.kpi.Kpi;
import io.kpigroups.domain.kpi.KpiCondition;
import io.kpigroups.domain.kpi.KpiId;
import io.kpigroups.domain.kpi.RegisterEntry.Effect;
import io.kpigroups.domain.value.Name;
import io.kpigroups.domain.value.Revision;
import io.kpigroups.domain.value.RevisionMatch;
import io.kpigroups.domain.value.UserId;
import io.kpigroups.testkit.fixture.Race;
import io.kpigroups.testkit.fixture.Race.Outcome;
import io.kpigroups.testkit.fixture.RegisterSteps;
import io.kpigroups.testkit.fixture.Scene;
import io.kpigroups.testkit.fixture.StorageFixture;
import java.util.List;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Conditions on the entries of the register, checked in one step with the change. */
public interface KpiConditionContract extends StorageFixture {

  @Test
  default void whatIsExpectedToBeThereAndIsNotIsNotMade() {
    Scene scene = new Scene(this);
    Kpi kpi = entry(scene, "Revenue");
    KpiCondition there = match(RevisionMatch.any());

    assertStale(() -> RegisterSteps.put(scene, scene.ann, kpi, there));
    assertStale(() -> RegisterSteps.put(scene, scene.ann, kpi, match(in(kpi))));
    assertThat(scene.storage.kpis().find(scene.ann, kpi.id())).isEmpty();
    assertThatThrownBy(() -> RegisterSteps.unregister(scene, scene.ann, kpi.id(), there))
        .isInstanceOf(KpiNotFound.class);
  }

  @Test
  default void whatIsExpectedNotToBeThereIsMadeOnceAndNotReplaced() {
    Scene scene = new Scene(this);
    Kpi first = entry(scene, "Revenue", "ann");
    KpiCondition absent = noneMatch(RevisionMatch.any());

    assertThat(RegisterSteps.put(scene, scene.ann, first, absent)).isEqualTo(Effect.NEW);
    assertStale(() -> RegisterSteps.put(scene, scene.bob, entry(scene, "Turnover"), absent));
    assertStale(() -> RegisterSteps.put(scene, scene.bob, first, absent));
    assertStale(() -> RegisterSteps.unregister(scene, scene.bob, first.id(), absent));
    assertThat(scene.storage.kpis().find(scene.ann, first.id())).contains(first);
  }

  @Test
  default void anEntryIsReplacedAndRemovedInTheRevisionThatIsExpectedOnly() {
    Scene scene = new Scene(this);
    Kpi first = entry(scene, "Revenue", "ann", "bob");
    Kpi second = entry(scene, "Revenue", "bob", "ann");
    RegisterSteps.put(scene, scene.ann, first);

    assertThat(RegisterSteps.put(scene, scene.ann, second, match(in(first))))
        .isEqualTo(Effect.REPLACED);
    assertStale(() -> RegisterSteps.put(scene, scene.ann, first, match(in(first))));
    assertStale(() -> RegisterSteps.put(scene, scene.ann, first, noneMatch(in(second))));
    assertStale(() -> RegisterSteps.unregister(scene, scene.ann, first.id(), match(in(first))));
    assertThat(scene.storage.kpis().find(scene.ann, first.id())).contains(second);

    RegisterSteps.unregister(scene, scene.ann, first.id(), match(in(second)));
    assertThat(scene.storage.kpis().find(scene.ann, first.id())).isEmpty();
  }

  @Test
  default void theSameEntryOfAnotherAccountIsNotLookedAt() {
    Scene scene = new Scene(this);
    Scene elsewhere = new Scene(this);
    RegisterSteps.put(elsewhere, elsewhere.ann, entry(elsewhere, "Revenue"));

    assertThat(
            RegisterSteps.put(
                scene, scene.ann, entry(scene, "Revenue"), noneMatch(RevisionMatch.any())))
        .isEqualTo(Effect.NEW);
  }

  @RepeatedTest(3)
  @Tag(Race.TAG)
  default void ofManyWhoEnterWhatMustNotBeThereOneSucceeds() {
    Scene scene = new Scene(this);
    KpiCondition absent = noneMatch(RevisionMatch.any());

    List<Outcome<Effect>> outcomes =
        Race.of(
            32, i -> () -> RegisterSteps.put(scene, scene.ann, entry(scene, "By " + i), absent));

    assertOneWon(outcomes);
  }

  @RepeatedTest(3)
  @Tag(Race.TAG)
  default void ofManyWhoReplaceTheSameRevisionOneSucceeds() {
    Scene scene = new Scene(this);
    Kpi first = entry(scene, "Revenue");
    RegisterSteps.put(scene, scene.ann, first);

    List<Outcome<Effect>> outcomes =
        Race.of(
            16,
            i ->
                () ->
                    RegisterSteps.put(scene, scene.ann, entry(scene, "By " + i), match(in(first))));

    assertOneWon(outcomes);
  }

  private static void assertOneWon(List<Outcome<Effect>> outcomes) {
    assertThat(outcomes).filteredOn(Outcome::succeeded).as("of %s", outcomes).hasSize(1);
    assertThat(outcomes)
        .filteredOn(outcome -> !outcome.succeeded())
        .allSatisfy(
            outcome -> assertThat(outcome.failure()).containsInstanceOf(StaleRevision.class));
  }

  private static void assertStale(ThrowingCallable change) {
    assertThatThrownBy(change).isInstanceOf(StaleRevision.class);
  }

  private static RevisionMatch in(Kpi entry) {
    return RevisionMatch.oneOf(Set.of(entry.revision(), new Revision("other")));
  }

  private static KpiCondition match(RevisionMatch expected) {
    return new KpiCondition(expected, RevisionMatch.unconditional());
  }

  private static KpiCondition noneMatch(RevisionMatch expected) {
    return new KpiCondition(RevisionMatch.unconditional(), expected);
  }

  private static Kpi entry(Scene scene, String name, String... owners) {
    List<UserId> users = List.of(owners).stream().map(UserId::new).toList();
    return new Kpi(scene.account, new KpiId("k1"), new Name(name), users);
  }
}
