package io.kpigroups.testkit.store;

import static io.kpigroups.testkit.fixture.Scene.NOON;
import static io.kpigroups.testkit.fixture.Scene.PLENTY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kpigroups.application.port.Call;
import io.kpigroups.application.port.StorageUnavailable;
import io.kpigroups.domain.filter.GroupFilter.Favorite;
import io.kpigroups.domain.group.AccountRules;
import io.kpigroups.domain.group.KpiBatch;
import io.kpigroups.domain.group.KpiGroup;
import io.kpigroups.domain.kpi.KpiId;
import io.kpigroups.domain.query.GroupSelection;
import io.kpigroups.domain.query.ListQuery;
import io.kpigroups.domain.query.PageRange;
import io.kpigroups.domain.query.Position;
import io.kpigroups.domain.value.FieldValue.Text;
import io.kpigroups.domain.value.Name;
import io.kpigroups.domain.value.RevisionMatch;
import io.kpigroups.testkit.fixture.RestoreSteps;
import io.kpigroups.testkit.fixture.Scene;
import io.kpigroups.testkit.fixture.StorageFixture;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** A call whose time is over says so and does nothing. */
public interface DeadlineContract extends StorageFixture {

  @Test
  default void noGroupIsReadOrChangedWhenTheTimeIsOver() {
    Scene scene = new Scene(this);
    KpiGroup group = scene.group("Sales");
    KpiGroup deleted = scene.deletedGroup("Deleted", NOON);
    Name name = new Name("Too late");
    Call late = Scene.late(scene.ann);
    var groups = scene.storage.groups();

    assertTooLate(() -> scene.storage.checkReady(late.deadline()));
    assertTooLate(() -> groups.find(late, group.id()));
    assertTooLate(
        () -> groups.list(late, GroupSelection.LIVE, ListQuery.groups(PageRange.first(10))));
    assertTooLate(
        () ->
            groups.list(
                late,
                GroupSelection.DELETED.withKpiCount().with(new KpiId("k1")),
                ListQuery.groups(PageRange.first(10))));
    assertTooLate(
        () ->
            groups.list(
                late,
                GroupSelection.LIVE.with(new Favorite(true)),
                ListQuery.groups(PageRange.first(10)).after(new Position(List.of(new Text(""))))));
    assertTooLate(() -> scene.create(late, name, NOON, PLENTY));
    assertTooLate(() -> groups.rename(late, group.id(), name, NOON, RevisionMatch.unconditional()));
    assertTooLate(() -> groups.delete(late, group.id(), NOON, RevisionMatch.unconditional()));
    assertTooLate(
        () -> RestoreSteps.restore(scene, late, deleted, RestoreSteps.BEFORE_ALL, PLENTY));

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
    Call late = Scene.late(scene.ann);
    AccountRules rules = AccountRules.DEFAULT;
    var members = scene.storage.memberships();

    assertTooLate(() -> members.add(late, without.id(), kpi, NOON, rules));
    assertTooLate(() -> members.remove(late, with.id(), kpi, NOON, rules));
    assertTooLate(() -> members.requireKnown(late, kpi, rules));
    assertTooLate(() -> members.change(late, without.id(), KpiBatch.adding(kpi), NOON, rules));
    assertTooLate(() -> members.change(late, with.id(), KpiBatch.removing(kpi), NOON, rules));
    assertTooLate(() -> members.list(late, with.id(), ListQuery.members(PageRange.first(10))));
    assertTooLate(() -> scene.favor(late, without));
    assertTooLate(() -> scene.unfavor(late, with));

    assertThat(scene.find(scene.ann, with).favorite()).isTrue();
    assertThat(scene.find(scene.ann, without).favorite()).isFalse();
    assertThat(scene.tookOut(with, kpi)).isTrue();
    assertThat(scene.tookOut(without, kpi)).isFalse();
  }

  /** Asserts that the call, which has no time, says so. */
  static void assertTooLate(ThrowingCallable call) {
    assertThatThrownBy(call).isInstanceOf(StorageUnavailable.class);
  }
}
