package io.kpigroups.testkit;

import static io.kpigroups.testkit.Scene.NOON;
import static io.kpigroups.testkit.Scene.PLENTY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kpigroups.application.port.Deadline;
import io.kpigroups.domain.GroupQuery;
import io.kpigroups.domain.KnownKpis;
import io.kpigroups.domain.KpiGroup;
import io.kpigroups.domain.KpiGroupName;
import io.kpigroups.domain.KpiId;
import io.kpigroups.domain.PageRange;
import io.kpigroups.domain.RevisionMatch;
import io.kpigroups.domain.StorageUnavailable;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** A call whose time is over says so and does nothing. */
public interface DeadlineContract extends StorageFixture {

  @Test
  default void noGroupIsReadOrChangedWhenTheTimeIsOver() {
    Scene scene = new Scene(this);
    KpiGroup group = scene.group("Sales");
    KpiGroupName name = new KpiGroupName("Too late");
    var groups = scene.storage.groups();

    assertTooLate(() -> scene.storage.checkReady());
    assertTooLate(() -> groups.find(scene.ann, group.id()));
    assertTooLate(() -> groups.list(scene.ann, GroupQuery.of(PageRange.first(10))));
    assertTooLate(() -> groups.create(scene.ann, name, NOON, PLENTY));
    assertTooLate(
        () -> groups.rename(scene.ann, group.id(), name, NOON, RevisionMatch.unconditional()));
    assertTooLate(() -> groups.delete(scene.ann, group.id(), NOON, RevisionMatch.unconditional()));

    assertThat(scene.all(scene.ann).items()).containsExactly(scene.listed(group, false));
  }

  @Test
  default void noMemberOrFavoriteComesOrGoesWhenTheTimeIsOver() {
    Scene scene = new Scene(this);
    KpiGroup with = scene.group("With");
    KpiGroup without = scene.group("Without");
    KpiId kpi = scene.kpi("k1");
    scene.join(with, kpi);
    scene.favor(scene.ann, with);

    assertTooLate(() -> scene.join(without, kpi));
    assertTooLate(() -> scene.leave(with, kpi, KnownKpis.REGISTERED));
    assertTooLate(() -> scene.favor(scene.ann, without));
    assertTooLate(() -> scene.storage.favorites().remove(scene.ann, with.id()));

    assertThat(scene.find(scene.ann, with).favorite()).isTrue();
    assertThat(scene.find(scene.ann, without).favorite()).isFalse();
    assertThat(scene.tookOut(with, kpi)).isTrue();
    assertThat(scene.tookOut(without, kpi)).isFalse();
  }

  /** Asserts that the call, without any time, says that it has none. */
  static void assertTooLate(Runnable call) {
    assertThatThrownBy(
            () ->
                Deadline.within(
                    Duration.ZERO,
                    () -> {
                      call.run();
                      return "in time";
                    }))
        .isInstanceOf(StorageUnavailable.class);
  }
}
