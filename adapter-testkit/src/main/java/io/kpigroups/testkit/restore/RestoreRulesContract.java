package io.kpigroups.testkit.restore;

import static io.kpigroups.testkit.fixture.PurgeSteps.LONG_AGO;
import static io.kpigroups.testkit.fixture.RestoreSteps.BEFORE_ALL;
import static io.kpigroups.testkit.fixture.RestoreSteps.restore;
import static io.kpigroups.testkit.fixture.Scene.EVENING;
import static io.kpigroups.testkit.fixture.Scene.PLENTY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kpigroups.application.port.out.DeletedGroups.Removal;
import io.kpigroups.domain.failure.GroupNotFound;
import io.kpigroups.domain.failure.LimitReached;
import io.kpigroups.domain.group.KpiGroup;
import io.kpigroups.domain.group.Stamp;
import io.kpigroups.domain.query.GroupSelection;
import io.kpigroups.domain.value.RevisionMatch;
import io.kpigroups.testkit.fixture.ListSteps;
import io.kpigroups.testkit.fixture.PurgeSteps;
import io.kpigroups.testkit.fixture.Scene;
import io.kpigroups.testkit.fixture.StoredStamps;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;

/** Until when, and within which limits, a deleted group can be restored. */
public interface RestoreRulesContract extends StoredStamps {

  @Test
  default void whatWasDeletedAtTheTimeOrBeforeCannotBeRestored() {
    Scene scene = new Scene(this);
    KpiGroup group = scene.deletedGroup("Sales", EVENING);

    for (long millis : new long[] {0, 1, 1_000_000}) {
      assertNotFound(scene, group, EVENING.plusMillis(millis));
      assertThat(ListSteps.ids(scene, GroupSelection.DELETED)).containsExactly(group.id());
    }
    assertThat(restore(scene, scene.ann, group, EVENING.minusMillis(1), PLENTY).group())
        .isEqualTo(group);
  }

  @Test
  default void aLiveGroupStaysWhateverTheTimeAndTheLimit() {
    Scene scene = new Scene(this);
    KpiGroup group = scene.group("Sales");
    scene.group("Other");

    assertThat(restore(scene, scene.ann, group, Instant.parse("2999-01-01T00:00:00Z"), 1).group())
        .isEqualTo(group);
    assertThat(scene.now(group)).isEqualTo(group);
  }

  @Test
  default void aGroupIsNotRestoredIntoAnAccountThatIsFull() {
    Scene scene = new Scene(this);
    KpiGroup deleted = scene.deletedGroup("Deleted", EVENING);
    scene.deletedGroup("Another deleted", EVENING);
    KpiGroup live = scene.group("Live");
    new Scene(this).group("Of another account");

    assertThatThrownBy(() -> restore(scene, scene.ann, deleted, BEFORE_ALL, 1))
        .isInstanceOf(LimitReached.class)
        .hasMessageContaining("limit of 1 KPI groups");
    assertThat(scene.storage.groups().find(scene.ann, deleted.id())).isEmpty();
    assertNotFound(scene, deleted, EVENING);

    scene.delete(live, EVENING);
    assertThat(restore(scene, scene.ann, deleted, BEFORE_ALL, 1).group()).isEqualTo(deleted);
    assertThatThrownBy(() -> restore(scene, scene.ann, live, BEFORE_ALL, 1))
        .isInstanceOf(LimitReached.class);
  }

  @Test
  default void favoritesThatComeBackOverTheLimitRefuseOnlyOthers() {
    Scene scene = new Scene(this);
    KpiGroup group = scene.group("Sales");
    KpiGroup second = scene.group("Second");
    KpiGroup third = scene.group("Third");
    scene.favor(scene.ann, group, 1);
    scene.delete(group, EVENING);
    scene.favor(scene.ann, second, 1);

    restore(scene, group);

    assertThat(scene.find(scene.ann, group).favorite()).isTrue();
    assertThat(scene.find(scene.ann, second).favorite()).isTrue();
    scene.favor(scene.ann, group, 1);
    scene.favor(scene.ann, second, 1);
    assertThatThrownBy(() -> scene.favor(scene.ann, third, 2)).isInstanceOf(LimitReached.class);
    scene.unfavor(scene.ann, second);
    assertThatThrownBy(() -> scene.favor(scene.ann, third, 1)).isInstanceOf(LimitReached.class);
    scene.favor(scene.ann, third, 2);
    assertThat(scene.find(scene.ann, third).favorite()).isTrue();
  }

  @Test
  default void aRestoredGroupWasNotDeletedAndIsStampedAnewIfItIsDeletedAgain() {
    Scene scene = new Scene(this);
    KpiGroup group = scene.deletedGroup("Sales", EVENING);
    restore(scene, group);
    assertThat(storedDeletion(group)).isEmpty();

    Instant later = EVENING.plusSeconds(1);
    scene.storage.groups().delete(scene.bob, group.id(), later, RevisionMatch.unconditional());

    assertThat(storedDeletion(group)).contains(new Stamp(scene.bob.user(), later));
    assertNotFound(scene, group, later);
    restore(scene, scene.ann, group, EVENING, PLENTY);
  }

  @Test
  @ResourceLock(PurgeSteps.MARKS)
  default void aGroupThatAPurgeHasMarkedOrRemovedCannotBeRestored() {
    Scene scene = new Scene(this);
    PurgeSteps.deleted(scene);
    KpiGroup group = scene.deletedGroup("Sales", LONG_AGO);

    assertThat(PurgeSteps.claims(scene)).containsExactly(PurgeSteps.claim(group));
    assertNotFound(scene, group, BEFORE_ALL);
    assertThat(scene.storage.groups().find(scene.ann, group.id())).isEmpty();
    assertThat(PurgeSteps.remove(scene, PurgeSteps.claim(group))).isEqualTo(Removal.REMOVED);
    assertNotFound(scene, group, BEFORE_ALL);
  }

  @Test
  @ResourceLock(PurgeSteps.MARKS)
  default void aRestoredGroupIsNotDueAnyMore() {
    Scene scene = new Scene(this);
    PurgeSteps.deleted(scene);
    KpiGroup group = scene.deletedGroup("Sales", LONG_AGO);

    restore(scene, group);

    assertThat(PurgeSteps.claims(scene)).isEmpty();
    assertThat(PurgeSteps.remove(scene, PurgeSteps.claim(group))).isEqualTo(Removal.NOTHING);
    assertThat(scene.now(group)).isEqualTo(group);
  }

  private static void assertNotFound(Scene scene, KpiGroup group, Instant deletedAfter) {
    assertThatThrownBy(() -> restore(scene, scene.ann, group, deletedAfter, 1))
        .isInstanceOf(GroupNotFound.class);
  }
}
