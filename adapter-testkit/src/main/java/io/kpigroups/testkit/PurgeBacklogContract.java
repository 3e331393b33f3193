package io.kpigroups.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.kpigroups.application.port.out.DeletedGroups.Claim;
import io.kpigroups.domain.group.KpiGroup;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceAccessMode;
import org.junit.jupiter.api.parallel.ResourceLock;

/** How many groups wait for the purge. */
public interface PurgeBacklogContract extends StorageFixture {

  @Test
  @ResourceLock(Purging.MARKS)
  default void theBacklogIsWhatIsDueAndNotRemovedYet() {
    Scene scene = new Scene(this);
    Instant deadline = Instant.parse("1980-01-02T03:04:05.678Z");
    long before = scene.backlog(deadline);
    scene.group("Live");
    scene.deletedGroup("Recent", deadline.plusMillis(1));
    KpiGroup due = scene.deletedGroup("Due", deadline);
    KpiGroup overdue = scene.deletedGroup("Overdue", deadline.minusMillis(1));

    assertThat(scene.backlog(deadline)).isEqualTo(before + 2);
    scene.claim(deadline, Scene.PLENTY);
    assertThat(scene.backlog(deadline)).isEqualTo(before + 2);
    scene.remove(new Claim(scene.account, due.id()));
    scene.remove(new Claim(scene.account, overdue.id()));
    assertThat(scene.backlog(deadline)).isEqualTo(before);
  }

  @Test
  @ResourceLock(value = Purging.MARKS, mode = ResourceAccessMode.READ)
  default void whatAPurgeHasMarkedIsInTheBacklogAlthoughGroupsAreKeptLongerNow() {
    Scene scene = new Scene(this);
    KpiGroup group = scene.deletedGroup("Marked", Purging.LONG_AGO);
    scene.claim(Purging.LONG_AGO, Scene.PLENTY);

    assertThat(scene.backlog(Instant.parse("1960-01-02T03:04:05.678Z"))).isPositive();
    scene.remove(new Claim(scene.account, group.id()));
  }
}
