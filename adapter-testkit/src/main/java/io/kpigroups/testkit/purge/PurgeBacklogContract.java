package io.kpigroups.testkit.purge;

import static org.assertj.core.api.Assertions.assertThat;

import io.kpigroups.application.port.out.DeletedGroups.Claim;
import io.kpigroups.domain.group.KpiGroup;
import io.kpigroups.testkit.fixture.PurgeSteps;
import io.kpigroups.testkit.fixture.Scene;
import io.kpigroups.testkit.fixture.StorageFixture;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceAccessMode;
import org.junit.jupiter.api.parallel.ResourceLock;

/** How many groups wait for the purge. */
public interface PurgeBacklogContract extends StorageFixture {

  @Test
  @ResourceLock(PurgeSteps.MARKS)
  default void theBacklogIsWhatIsDueAndNotRemovedYet() {
    Scene scene = new Scene(this);
    Instant deadline = Instant.parse("1980-01-02T03:04:05.678Z");
    long before = PurgeSteps.backlog(scene, deadline);
    scene.group("Live");
    scene.deletedGroup("Recent", deadline.plusMillis(1));
    KpiGroup due = scene.deletedGroup("Due", deadline);
    KpiGroup overdue = scene.deletedGroup("Overdue", deadline.minusMillis(1));

    assertThat(PurgeSteps.backlog(scene, deadline)).isEqualTo(before + 2);
    PurgeSteps.claim(scene, deadline, Scene.PLENTY);
    assertThat(PurgeSteps.backlog(scene, deadline)).isEqualTo(before + 2);
    PurgeSteps.remove(scene, new Claim(scene.account, due.id()));
    PurgeSteps.remove(scene, new Claim(scene.account, overdue.id()));
    assertThat(PurgeSteps.backlog(scene, deadline)).isEqualTo(before);
  }

  @Test
  @ResourceLock(value = PurgeSteps.MARKS, mode = ResourceAccessMode.READ)
  default void whatAPurgeHasMarkedIsInTheBacklogAlthoughGroupsAreKeptLongerNow() {
    Scene scene = new Scene(this);
    KpiGroup group = scene.deletedGroup("Marked", PurgeSteps.LONG_AGO);
    PurgeSteps.claim(scene, PurgeSteps.LONG_AGO, Scene.PLENTY);

    assertThat(PurgeSteps.backlog(scene, Instant.parse("1960-01-02T03:04:05.678Z"))).isPositive();
    PurgeSteps.remove(scene, new Claim(scene.account, group.id()));
  }
}
