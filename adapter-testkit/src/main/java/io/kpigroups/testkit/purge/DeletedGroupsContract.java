package io.kpigroups.testkit.purge;

import static io.kpigroups.testkit.fixture.PurgeSteps.LONG_AGO;
import static io.kpigroups.testkit.fixture.PurgeSteps.MARKS;
import static io.kpigroups.testkit.fixture.PurgeSteps.claim;
import static io.kpigroups.testkit.fixture.PurgeSteps.claims;
import static io.kpigroups.testkit.fixture.PurgeSteps.givenDeletedGroup;
import static io.kpigroups.testkit.fixture.PurgeSteps.own;
import static io.kpigroups.testkit.fixture.PurgeSteps.purge;
import static org.assertj.core.api.Assertions.assertThat;

import io.kpigroups.application.port.out.DeletedGroups.Claim;
import io.kpigroups.application.port.out.DeletedGroups.Removal;
import io.kpigroups.domain.group.KpiGroup;
import io.kpigroups.domain.group.ViewedGroup;
import io.kpigroups.domain.kpi.KpiId;
import io.kpigroups.testkit.fixture.PurgeSteps;
import io.kpigroups.testkit.fixture.Race;
import io.kpigroups.testkit.fixture.Race.Outcome;
import io.kpigroups.testkit.fixture.Scene;
import io.kpigroups.testkit.fixture.StoredRows;
import java.util.List;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceAccessMode;
import org.junit.jupiter.api.parallel.ResourceLock;

/** How deleted groups are removed for good. */
public interface DeletedGroupsContract extends StoredRows {

  @Test
  @ResourceLock(value = MARKS, mode = ResourceAccessMode.READ)
  default void onlyGroupsDeletedAtOrBeforeTheDeadlineAreClaimed() {
    Scene scene = new Scene(this);
    KpiGroup before = scene.deletedGroup("Before", LONG_AGO.minusMillis(1));
    KpiGroup at = scene.deletedGroup("At", LONG_AGO);
    scene.deletedGroup("After", LONG_AGO.plusMillis(1));
    scene.group("Live", LONG_AGO.minusSeconds(1));

    assertThat(claims(scene)).containsExactly(claim(before), claim(at));
    purge(scene);
  }

  @Test
  @ResourceLock(value = MARKS, mode = ResourceAccessMode.READ)
  default void theLongestDeletedAreClaimedFirst() {
    Scene scene = new Scene(this);
    KpiGroup second = scene.deletedGroup("Second", LONG_AGO.minusSeconds(20));
    KpiGroup third = scene.deletedGroup("Third", LONG_AGO.minusSeconds(10));
    KpiGroup first = scene.deletedGroup("First", LONG_AGO.minusSeconds(30));
    List<Claim> expected = List.of(claim(first), claim(second), claim(third));

    List<Claim> two = PurgeSteps.claim(scene, LONG_AGO, 2);

    assertThat(two).hasSize(2);
    List<Claim> ownOfTwo = own(scene, two);
    assertThat(ownOfTwo).isEqualTo(expected.subList(0, ownOfTwo.size()));
    assertThat(claims(scene)).isEqualTo(expected);
    purge(scene);
  }

  @Test
  @ResourceLock(value = MARKS, mode = ResourceAccessMode.READ)
  default void anInterruptedPurgeIsAnsweredItsClaimsAgain() {
    Scene scene = new Scene(this);
    KpiGroup group = scene.deletedGroup("Sales", LONG_AGO);

    assertThat(claims(scene)).containsExactly(claim(group));
    assertThat(claims(scene)).containsExactly(claim(group));
    PurgeSteps.remove(scene, claim(group));
    assertThat(claims(scene)).isEmpty();
  }

  @Test
  @ResourceLock(value = MARKS, mode = ResourceAccessMode.READ)
  default void aPurgeLeavesNoRowOfAGroup() {
    Scene scene = new Scene(this);
    givenDeletedGroup(scene);
    givenDeletedGroup(scene);

    purge(scene);

    assertThat(storedRows(scene.account)).isZero();
  }

  @Test
  @ResourceLock(value = MARKS, mode = ResourceAccessMode.READ)
  default void everyStepMayBeRepeated() {
    Scene scene = new Scene(this);
    Claim claim = claim(givenDeletedGroup(scene));
    assertThat(claims(scene)).containsExactly(claim);

    assertThat(PurgeSteps.remove(scene, claim)).isEqualTo(Removal.REMOVED);
    assertThat(PurgeSteps.remove(scene, claim)).isEqualTo(Removal.NOTHING);

    assertThat(storedRows(scene.account)).isZero();
  }

  @Test
  @ResourceLock(value = MARKS, mode = ResourceAccessMode.READ)
  default void aPurgeLeavesOtherGroupsAndAllKpisAlone() {
    Scene scene = new Scene(this);
    KpiId kpi = scene.kpi("k1");
    KpiGroup live = scene.group("Live");
    KpiGroup recent = scene.group("Recently deleted");
    KpiGroup gone = scene.group("Gone");
    for (KpiGroup group : List.of(live, recent, gone)) {
      scene.join(group, kpi);
      scene.favor(scene.ann, group);
      scene.favor(scene.bob, group);
    }
    scene.delete(recent, LONG_AGO.plusMillis(1));
    scene.delete(gone, LONG_AGO);
    long before = storedRows(scene.account);

    purge(scene);

    assertThat(storedRows(scene.account)).isEqualTo(before - 4);
    assertThat(scene.find(scene.ann, live)).isEqualTo(new ViewedGroup(live, true));
    assertThat(scene.find(scene.bob, live)).isEqualTo(new ViewedGroup(live, true));
    assertThat(scene.storage.kpis().find(scene.ann, kpi)).isPresent();
    assertThat(scene.tookOut(live, kpi)).isTrue();
  }

  @RepeatedTest(3)
  @ResourceLock(value = MARKS, mode = ResourceAccessMode.READ)
  @Tag(Race.TAG)
  default void purgesAtOnceDoNotDisturbEachOther() {
    Scene scene = new Scene(this);
    for (int i = 0; i < 5; i++) {
      givenDeletedGroup(scene);
    }
    KpiGroup live = scene.group("Live");
    scene.favor(scene.ann, live);

    List<Outcome<Integer>> outcomes = Race.of(3, i -> () -> purge(scene));

    assertThat(outcomes).allMatch(Outcome::succeeded);
    assertThat(outcomes.stream().mapToInt(outcome -> outcome.value().orElseThrow()).sum())
        .isEqualTo(5);
    assertThat(storedRows(scene.account)).isEqualTo(2);
    assertThat(scene.find(scene.ann, live).favorite()).isTrue();
  }
}
