package io.kpigroups.testkit.kpi;

import static io.kpigroups.testkit.fixture.Scene.PLENTY;
import static io.kpigroups.testkit.store.DeadlineContract.assertTooLate;
import static org.assertj.core.api.Assertions.assertThat;

import io.kpigroups.application.port.Call;
import io.kpigroups.application.port.Deadline;
import io.kpigroups.application.port.out.DeletedGroups.Claim;
import io.kpigroups.application.port.out.DeletedGroups.Removal;
import io.kpigroups.domain.group.KpiGroup;
import io.kpigroups.domain.kpi.Kpi;
import io.kpigroups.domain.kpi.KpiId;
import io.kpigroups.domain.query.KpiFilter;
import io.kpigroups.domain.query.ListQuery;
import io.kpigroups.domain.query.PageRange;
import io.kpigroups.domain.value.Name;
import io.kpigroups.testkit.fixture.PurgeSteps;
import io.kpigroups.testkit.fixture.RegisterSteps;
import io.kpigroups.testkit.fixture.Scene;
import io.kpigroups.testkit.fixture.StorageFixture;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;

/** The register and the purge keep to the deadline as all other calls do. */
public interface RegisterDeadlineContract extends StorageFixture {

  @Test
  default void theRegisterIsNotReadOrChangedWhenTheTimeIsOver() {
    Scene scene = new Scene(this);
    KpiId id = new KpiId("k1");
    Kpi kpi = new Kpi(scene.account, id, new Name("Revenue"), List.of());
    Kpi other = new Kpi(scene.account, id, new Name("Too late"), List.of());
    Call late = Scene.late(scene.ann);
    var kpis = scene.storage.kpis();
    RegisterSteps.put(scene, scene.ann, kpi);

    assertTooLate(() -> kpis.find(late, id));
    assertTooLate(() -> kpis.list(late, KpiFilter.ALL, ListQuery.kpis(PageRange.first(10))));
    assertTooLate(() -> kpis.list(late, KpiFilter.UNGROUPED, ListQuery.kpis(PageRange.first(10))));
    assertTooLate(() -> RegisterSteps.put(scene, late, other));
    assertTooLate(() -> RegisterSteps.unregister(scene, late, id));

    assertThat(kpis.find(scene.ann, id)).contains(kpi);
  }

  @Test
  @ResourceLock(PurgeSteps.MARKS)
  default void nothingIsClaimedOrRemovedForGoodWhenTheTimeIsOver() {
    Scene scene = new Scene(this);
    var deleted = PurgeSteps.deleted(scene);
    KpiGroup group = scene.deletedGroup("Sales", PurgeSteps.LONG_AGO);
    Deadline over = Scene.late(scene.ann).deadline();
    Claim claim = new Claim(scene.account, group.id());

    assertTooLate(() -> deleted.backlog(PurgeSteps.LONG_AGO, over));
    assertTooLate(() -> deleted.claim(PurgeSteps.LONG_AGO, PLENTY, over));
    assertThat(PurgeSteps.claims(scene, PurgeSteps.LONG_AGO.minusMillis(1))).as("marked").isEmpty();

    assertThat(PurgeSteps.claim(scene, PurgeSteps.LONG_AGO, PLENTY)).contains(claim);
    assertTooLate(() -> deleted.remove(claim, over));
    assertThat(PurgeSteps.remove(scene, claim)).isEqualTo(Removal.REMOVED);
  }
}
