package io.kpigroups.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kpigroups.application.port.Deadline;
import io.kpigroups.application.port.out.KpiGroupStorage;
import io.kpigroups.domain.Actor;
import io.kpigroups.domain.GroupQuery;
import io.kpigroups.domain.KnownKpis;
import io.kpigroups.domain.Kpi;
import io.kpigroups.domain.KpiGroupName;
import io.kpigroups.domain.KpiId;
import io.kpigroups.domain.KpiName;
import io.kpigroups.domain.KpiQuery;
import io.kpigroups.domain.PageRange;
import io.kpigroups.domain.RevisionMatch;
import io.kpigroups.domain.StorageUnavailable;
import io.kpigroups.domain.ViewedGroup;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** That no call begins after its {@link Deadline}, and none changes anything then. */
public interface DeadlineContract extends StorageFixture {

  @Test
  default void afterTheDeadlineEveryCallIsUnavailableAndChangesNothing() {
    Actor ann = annInNewAccount();
    ViewedGroup before = newGroup(ann, "Before");
    var id = before.group().id();
    KpiId kpi = newKpi(ann);
    KpiGroupStorage store = storage();
    KpiGroupName name = new KpiGroupName("After");
    Kpi entry = new Kpi(ann.account(), new KpiId("rev"), new KpiName("Revenue"), List.of());
    List<Runnable> calls =
        List.of(
            () -> store.groups().list(ann, GroupQuery.of(PageRange.first(1))),
            () -> store.groups().find(ann, id),
            () -> store.groups().create(ann, name, NOON, NO_LIMIT),
            () -> store.groups().rename(ann, id, name, NOON, RevisionMatch.any()),
            () -> store.groups().delete(ann, id, NOON, RevisionMatch.any()),
            () -> store.memberships().add(ann, id, kpi, NOON, KnownKpis.ANY, NO_LIMIT),
            () -> store.memberships().remove(ann, id, kpi, KnownKpis.ANY),
            () -> store.favorites().add(ann, id, NO_LIMIT),
            () -> store.favorites().remove(ann, id),
            () -> store.kpis().list(ann, KpiQuery.of(PageRange.first(1))),
            () -> store.kpis().find(ann, kpi),
            () -> store.kpis().put(ann, entry),
            () -> store.kpis().remove(ann, kpi),
            store::checkReady);
    for (Runnable call : calls) {
      assertThatThrownBy(() -> Deadline.within(Duration.ZERO, () -> done(call)))
          .isInstanceOf(StorageUnavailable.class);
    }
    assertThat(allGroups(ann)).containsExactly(before);
    assertThat(store.kpis().find(ann, kpi)).isPresent();
    assertThat(store.kpis().find(ann, entry.id())).isEmpty();
  }

  private static boolean done(Runnable work) {
    work.run();
    return true;
  }
}
