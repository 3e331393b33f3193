package io.kpigroups.testkit.group;

import static io.kpigroups.testkit.fixture.Scene.EVENING;
import static io.kpigroups.testkit.fixture.Scene.NOON;
import static io.kpigroups.testkit.fixture.Scene.PLENTY;
import static org.assertj.core.api.Assertions.assertThat;

import io.kpigroups.application.port.Call;
import io.kpigroups.domain.group.KnownKpis;
import io.kpigroups.domain.group.KpiGroup;
import io.kpigroups.domain.group.Stamp;
import io.kpigroups.domain.kpi.KpiId;
import io.kpigroups.domain.value.RevisionMatch;
import io.kpigroups.testkit.fixture.Race;
import io.kpigroups.testkit.fixture.Race.Outcome;
import io.kpigroups.testkit.fixture.Scene;
import io.kpigroups.testkit.fixture.StoredStamps;
import io.kpigroups.testkit.fixture.TestLimits;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Who put a KPI into a group, who deleted a group, and when: what is kept of it. */
public interface StoredStampsContract extends StoredStamps {

  @Test
  default void aRepeatedAddKeepsTheAdderAndTheTimeOfTheFirst() {
    Scene scene = new Scene(this);
    KpiGroup group = scene.group("Sales");
    KpiId kpi = scene.kpi("k1");
    Stamp first = new Stamp(scene.ann.user(), NOON);

    add(scene.ann, group, kpi, PLENTY, first);
    assertThat(storedMembership(group, kpi)).contains(first);
    add(scene.bob, group, kpi, PLENTY, new Stamp(scene.bob.user(), EVENING));
    assertThat(storedMembership(group, kpi)).contains(first);
    add(scene.bob, group, kpi, 1, new Stamp(scene.bob.user(), EVENING));
    assertThat(storedMembership(group, kpi)).as("in a group that is full").contains(first);
  }

  @RepeatedTest(3)
  @Tag(Race.TAG)
  default void ofManyAddersAtOnceOneIsKeptWithTheTimeThatIsHis() {
    Scene scene = new Scene(this);
    KpiGroup group = scene.group("Sales");
    KpiId kpi = scene.kpi("k1");

    List<Outcome<Stamp>> outcomes =
        Race.of(
            8,
            i ->
                () -> {
                  Call adder = scene.user("user " + i);
                  return add(
                      adder, group, kpi, PLENTY, new Stamp(adder.user(), NOON.plusSeconds(i)));
                });

    assertThat(outcomes).allMatch(Outcome::succeeded);
    assertThat(outcomes.stream().flatMap(outcome -> outcome.value().stream()))
        .contains(storedMembership(group, kpi).orElseThrow());
  }

  @Test
  default void whoPutsAKpiBackIsItsAdderFromThenOn() {
    Scene scene = new Scene(this);
    KpiGroup group = scene.group("Sales");
    KpiId kpi = scene.kpi("k1");
    add(scene.ann, group, kpi, PLENTY, new Stamp(scene.ann.user(), NOON));
    Stamp second = new Stamp(scene.bob.user(), EVENING);

    scene.leave(group, kpi, KnownKpis.REGISTERED);
    assertThat(storedMembership(group, kpi)).isEmpty();
    add(scene.bob, group, kpi, PLENTY, second);

    assertThat(storedMembership(group, kpi)).contains(second);
  }

  @Test
  default void aDeletedGroupSaysWhoDeletedItAndWhenAndKeepsItsMembersStamps() {
    Scene scene = new Scene(this);
    KpiGroup group = scene.group("Sales");
    KpiId kpi = scene.kpi("k1");
    Stamp added = new Stamp(scene.ann.user(), NOON);
    add(scene.ann, group, kpi, PLENTY, added);
    assertThat(storedDeletion(group)).isEmpty();

    scene.storage.groups().delete(scene.bob, group.id(), EVENING, RevisionMatch.unconditional());

    assertThat(storedDeletion(group)).contains(new Stamp(scene.bob.user(), EVENING));
    assertThat(storedMembership(group, kpi)).contains(added);
  }

  @RepeatedTest(3)
  @Tag(Race.TAG)
  default void ofManyDeletersAtOnceTheOneWhoSucceededIsKept() {
    Scene scene = new Scene(this);
    KpiGroup group = scene.group("Sales");

    List<Outcome<Stamp>> outcomes =
        Race.of(
            4,
            i ->
                () -> {
                  Call deleter = scene.user("user " + i);
                  Stamp stamp = new Stamp(deleter.user(), NOON.plusSeconds(i));
                  scene
                      .storage
                      .groups()
                      .delete(deleter, group.id(), stamp.at(), RevisionMatch.unconditional());
                  return stamp;
                });

    List<Stamp> winners = outcomes.stream().flatMap(outcome -> outcome.value().stream()).toList();
    assertThat(winners).hasSize(1);
    assertThat(storedDeletion(group)).isEqualTo(Optional.of(winners.get(0)));
  }

  private Stamp add(Call by, KpiGroup group, KpiId kpi, int limit, Stamp stamp) {
    storage()
        .memberships()
        .add(by, group.id(), kpi, stamp.at(), TestLimits.members(KnownKpis.REGISTERED, limit));
    return stamp;
  }
}
