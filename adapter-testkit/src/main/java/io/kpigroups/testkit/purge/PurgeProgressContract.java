package io.kpigroups.testkit.purge;

import static io.kpigroups.testkit.fixture.PurgeSteps.LONG_AGO;
import static io.kpigroups.testkit.fixture.PurgeSteps.MARKS;
import static io.kpigroups.testkit.fixture.PurgeSteps.claim;
import static io.kpigroups.testkit.fixture.PurgeSteps.claims;
import static io.kpigroups.testkit.fixture.PurgeSteps.givenDeletedGroup;
import static io.kpigroups.testkit.fixture.PurgeSteps.remove;
import static org.assertj.core.api.Assertions.assertThat;

import io.kpigroups.application.port.out.DeletedGroups.Claim;
import io.kpigroups.application.port.out.DeletedGroups.Removal;
import io.kpigroups.domain.group.KpiGroup;
import io.kpigroups.testkit.fixture.PurgeSteps;
import io.kpigroups.testkit.fixture.Race;
import io.kpigroups.testkit.fixture.Race.Outcome;
import io.kpigroups.testkit.fixture.Scene;
import io.kpigroups.testkit.fixture.StoredRows;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceAccessMode;
import org.junit.jupiter.api.parallel.ResourceLock;

/** What a purge is told of its own doing, and what one that was interrupted leaves to the next. */
public interface PurgeProgressContract extends StoredRows {

  @Test
  @ResourceLock(value = MARKS, mode = ResourceAccessMode.READ)
  default void whatAPurgeHasMarkedIsAnsweredAgainAlthoughGroupsAreKeptLongerNow() {
    Scene scene = new Scene(this);
    KpiGroup marked = givenDeletedGroup(scene);
    scene.deletedGroup("Not due", LONG_AGO.plusMillis(1));
    assertThat(claims(scene)).containsExactly(claim(marked));
    Instant earlier = LONG_AGO.minus(Duration.ofDays(365));

    assertThat(claims(scene, earlier)).containsExactly(claim(marked));
    assertThat(remove(scene, claims(scene, earlier))).isEqualTo(1);
    assertThat(claims(scene, earlier)).isEmpty();
    assertThat(storedRows(scene.account)).isEqualTo(1);
  }

  @RepeatedTest(3)
  @ResourceLock(value = MARKS, mode = ResourceAccessMode.READ)
  @Tag(Race.TAG)
  default void ofManyWhoRemoveTheSameGroupOneIsToldThatItDid() {
    Scene scene = new Scene(this);
    for (int i = 0; i < 5; i++) {
      givenDeletedGroup(scene);
    }
    List<Claim> claims = claims(scene);
    assertThat(claims).hasSize(5);

    List<Outcome<Integer>> outcomes = Race.of(3, i -> () -> remove(scene, claims));

    assertThat(outcomes).allMatch(Outcome::succeeded);
    assertThat(outcomes.stream().mapToInt(outcome -> outcome.value().orElseThrow()).sum())
        .isEqualTo(5);
    assertThat(remove(scene, claims)).isZero();
    assertThat(storedRows(scene.account)).isZero();
  }

  @Test
  default void aGroupThatIsNotClaimedIsNotRemoved() {
    Scene scene = new Scene(this);
    KpiGroup live = scene.group("Live");
    KpiGroup deleted = scene.deletedGroup("Deleted just now", Scene.EVENING);

    assertThat(PurgeSteps.remove(scene, claim(live))).isEqualTo(Removal.NOTHING);
    assertThat(PurgeSteps.remove(scene, claim(deleted))).isEqualTo(Removal.NOTHING);

    assertThat(storedRows(scene.account)).isEqualTo(2);
  }
}
