package io.kpigroups.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.kpigroups.application.port.out.DeletedGroups;
import io.kpigroups.application.port.out.DeletedGroups.Claim;
import io.kpigroups.domain.KpiGroup;
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
    DeletedGroups store = scene.storage.deletedGroups();
    Instant deadline = Instant.parse("1980-01-02T03:04:05.678Z");
    long before = store.backlog(deadline);
    scene.group("Live");
    scene.deletedGroup("Recent", deadline.plusMillis(1));
    KpiGroup due = scene.deletedGroup("Due", deadline);
    KpiGroup overdue = scene.deletedGroup("Overdue", deadline.minusMillis(1));

    assertThat(store.backlog(deadline)).isEqualTo(before + 2);
    store.claim(deadline, Scene.PLENTY);
    store.removeChildren(new Claim(scene.account, due.id()));
    assertThat(store.backlog(deadline)).isEqualTo(before + 2);
    store.removeGroup(new Claim(scene.account, due.id()));
    store.removeGroup(new Claim(scene.account, overdue.id()));
    assertThat(store.backlog(deadline)).isEqualTo(before);
  }

  @Test
  @ResourceLock(value = Purging.MARKS, mode = ResourceAccessMode.READ)
  default void whatAPurgeHasMarkedIsInTheBacklogAlthoughGroupsAreKeptLongerNow() {
    Scene scene = new Scene(this);
    DeletedGroups store = scene.storage.deletedGroups();
    KpiGroup group = scene.deletedGroup("Marked", Purging.LONG_AGO);
    store.claim(Purging.LONG_AGO, Scene.PLENTY);

    assertThat(store.backlog(Instant.parse("1960-01-02T03:04:05.678Z"))).isPositive();
    store.removeGroup(new Claim(scene.account, group.id()));
  }
}
