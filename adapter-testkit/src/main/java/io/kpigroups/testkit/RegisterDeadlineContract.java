package io.kpigroups.testkit;

import static io.kpigroups.testkit.DeadlineContract.assertTooLate;
import static io.kpigroups.testkit.Scene.PLENTY;
import static org.assertj.core.api.Assertions.assertThat;

import io.kpigroups.application.port.out.DeletedGroups.Claim;
import io.kpigroups.domain.Kpi;
import io.kpigroups.domain.KpiGroup;
import io.kpigroups.domain.KpiId;
import io.kpigroups.domain.KpiName;
import io.kpigroups.domain.KpiQuery;
import io.kpigroups.domain.PageRange;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceAccessMode;
import org.junit.jupiter.api.parallel.ResourceLock;

/** The register and the purge keep to the deadline as all other calls do. */
public interface RegisterDeadlineContract extends StorageFixture {

  @Test
  default void theRegisterIsNotReadOrChangedWhenTheTimeIsOver() {
    Scene scene = new Scene(this);
    KpiId id = new KpiId("k1");
    Kpi kpi = new Kpi(scene.account, id, new KpiName("Revenue"), List.of());
    Kpi late = new Kpi(scene.account, id, new KpiName("Too late"), List.of());
    var kpis = scene.storage.kpis();
    kpis.put(scene.ann, kpi);

    assertTooLate(() -> kpis.find(scene.ann, id));
    assertTooLate(() -> kpis.list(scene.ann, KpiQuery.of(PageRange.first(10))));
    assertTooLate(() -> kpis.put(scene.ann, late));
    assertTooLate(() -> kpis.remove(scene.ann, id));

    assertThat(kpis.find(scene.ann, id)).contains(kpi);
  }

  @Test
  @ResourceLock(value = Purging.MARKS, mode = ResourceAccessMode.READ)
  default void nothingIsClaimedOrRemovedForGoodWhenTheTimeIsOver() {
    Scene scene = new Scene(this);
    KpiGroup group = scene.deletedGroup("Sales", Purging.LONG_AGO);
    var deleted = scene.storage.deletedGroups();
    Claim claim = new Claim(scene.account, group.id());

    assertTooLate(() -> deleted.claim(Purging.LONG_AGO, PLENTY));
    assertTooLate(() -> deleted.removeChildren(claim));
    assertTooLate(() -> deleted.removeGroup(claim));

    assertThat(deleted.claim(Purging.LONG_AGO, PLENTY)).contains(claim);
    deleted.removeGroup(claim);
  }
}
