package io.kpigroups.testkit.purge;

import static io.kpigroups.testkit.fixture.ListSteps.ids;
import static io.kpigroups.testkit.fixture.PurgeSteps.LONG_AGO;
import static io.kpigroups.testkit.fixture.Scene.EVENING;
import static org.assertj.core.api.Assertions.assertThat;

import io.kpigroups.application.port.out.DeletedGroups.Claim;
import io.kpigroups.domain.group.KpiGroup;
import io.kpigroups.domain.group.KpiGroupId;
import io.kpigroups.domain.group.Stamp;
import io.kpigroups.domain.group.ViewedGroup;
import io.kpigroups.domain.query.GroupField;
import io.kpigroups.domain.query.GroupSelection;
import io.kpigroups.domain.query.ListQuery;
import io.kpigroups.domain.query.Order;
import io.kpigroups.domain.query.PageRange;
import io.kpigroups.domain.value.RevisionMatch;
import io.kpigroups.testkit.fixture.ListSteps;
import io.kpigroups.testkit.fixture.PurgeSteps;
import io.kpigroups.testkit.fixture.Scene;
import io.kpigroups.testkit.fixture.StorageFixture;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;

/**
 * Of deleted groups those are listed that were deleted late enough and that no purge has marked.
 */
public interface DeletedAfterContract extends StorageFixture {

  @Test
  default void onlyGroupsThatWereDeletedAfterTheTimeAreListed() {
    Scene scene = new Scene(this);
    scene.deletedGroup("Before", EVENING.minusMillis(1));
    scene.deletedGroup("At", EVENING);
    KpiGroup after = scene.deletedGroup("After", EVENING.plusMillis(1));
    KpiGroup later = scene.deletedGroup("Later", EVENING.plusSeconds(1));
    scene.group("Live");

    assertThat(ids(scene, deletedAfter(EVENING))).isEqualTo(ids(after, later));
    assertThat(ids(scene, deletedAfter(EVENING.plusSeconds(1)))).isEmpty();
    assertThat(ids(scene, deletedAfter(EVENING.minusSeconds(1)))).hasSize(4);
  }

  @Test
  default void aDeletedGroupIsListedAsTheDomainLeftIt() {
    Scene scene = new Scene(this);
    KpiGroup group = scene.group("Sales");
    Instant at = Instant.parse("2026-02-03T04:05:06.789999Z");
    scene.favor(scene.ann, group);
    scene.storage.groups().delete(scene.bob, group.id(), at, RevisionMatch.unconditional());
    KpiGroup deleted =
        group.delete(new Stamp(scene.bob.user(), at), RevisionMatch.unconditional()).state();

    assertThat(ListSteps.groups(scene, scene.ann, GroupSelection.DELETED))
        .containsExactly(scene.listed(deleted, true));
    assertThat(ListSteps.groups(scene, scene.bob, GroupSelection.DELETED.withKpiCount()))
        .containsExactly(scene.listed(deleted, false).withKpiCount(0));
  }

  @Test
  default void deletedGroupsSortByTheTimeOfTheirDeletion() {
    Scene scene = new Scene(this);
    KpiGroup second = scene.deletedGroup("A", EVENING.plusMillis(2));
    KpiGroup third = scene.deletedGroup("B", EVENING.plusMillis(3));
    KpiGroup first = scene.deletedGroup("C", EVENING.plusMillis(1));

    assertThat(byDeletion(scene, Order.ascending(GroupField.DATE_DELETED)))
        .containsExactly(first.id(), second.id(), third.id());
    assertThat(byDeletion(scene, Order.descending(GroupField.DATE_DELETED)))
        .containsExactly(third.id(), second.id(), first.id());
  }

  @Test
  @ResourceLock(PurgeSteps.MARKS)
  default void aGroupThatAPurgeHasMarkedIsNotListedAnyMore() {
    Scene scene = new Scene(this);
    PurgeSteps.deleted(scene);
    KpiGroup marked = scene.deletedGroup("Marked", LONG_AGO);
    KpiGroup kept = scene.deletedGroup("Kept", EVENING);
    assertThat(ids(scene, GroupSelection.DELETED)).isEqualTo(ids(marked, kept));

    List<Claim> claims = PurgeSteps.claims(scene);

    assertThat(claims).hasSize(1);
    assertThat(ids(scene, GroupSelection.DELETED)).isEqualTo(ids(kept));
    assertThat(ids(scene, GroupSelection.LIVE)).isEmpty();
    PurgeSteps.purge(scene);
    assertThat(ids(scene, GroupSelection.DELETED)).isEqualTo(ids(kept));
  }

  private static GroupSelection deletedAfter(Instant time) {
    return GroupSelection.DELETED.deletedAfter(time);
  }

  private static List<KpiGroupId> byDeletion(Scene scene, Order<GroupField> order) {
    ListQuery<GroupField> query = ListQuery.groups(List.of(order), PageRange.first(Scene.PLENTY));
    List<ViewedGroup> rows =
        scene.storage.groups().list(scene.ann, GroupSelection.DELETED, query).items();
    return ids(rows);
  }
}
