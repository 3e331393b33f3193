package io.kpigroups.testkit.kpi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kpigroups.domain.failure.KpiNotFound;
import io.kpigroups.domain.group.KnownKpis;
import io.kpigroups.domain.group.KpiGroup;
import io.kpigroups.domain.kpi.Kpi;
import io.kpigroups.domain.kpi.KpiId;
import io.kpigroups.domain.query.KpiFilter;
import io.kpigroups.domain.query.ListQuery;
import io.kpigroups.domain.query.PageRange;
import io.kpigroups.domain.value.Name;
import io.kpigroups.testkit.fixture.RegisterSteps;
import io.kpigroups.testkit.fixture.Scene;
import io.kpigroups.testkit.fixture.StorageFixture;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The register of one account is not seen or changed from another. */
public interface KpiIsolationContract extends StorageFixture {

  @Test
  default void aForeignKpiIsAKpiThatDoesNotExist() {
    Scene owner = new Scene(this);
    Scene intruder = new Scene(this);
    KpiId kpi = owner.kpi("k1");
    KpiGroup group = intruder.group("Mine");

    assertThat(intruder.storage.kpis().find(intruder.ann, kpi)).isEmpty();
    assertThat(
            intruder
                .storage
                .kpis()
                .list(intruder.ann, KpiFilter.ALL, ListQuery.kpis(PageRange.first(10)))
                .items())
        .isEmpty();
    assertUnknown(() -> RegisterSteps.unregister(intruder, intruder.ann, kpi));
    assertUnknown(() -> intruder.join(group, kpi));
    assertUnknown(() -> intruder.leave(group, kpi, KnownKpis.REGISTERED));
    assertThat(owner.storage.kpis().find(owner.ann, kpi)).isPresent();
  }

  @Test
  default void theSameKpiIdInTwoAccountsIsTwoKpis() {
    Scene one = new Scene(this);
    Scene two = new Scene(this);
    Kpi first = new Kpi(one.account, new KpiId("k1"), new Name("First"), List.of());
    Kpi second = new Kpi(two.account, new KpiId("k1"), new Name("Second"), List.of());
    RegisterSteps.put(one, one.ann, first);
    RegisterSteps.put(two, two.ann, second);
    KpiGroup ofOne = one.group("Sales");
    KpiGroup ofTwo = two.group("Sales");
    one.join(ofOne, first.id());

    assertThat(one.storage.kpis().find(one.ann, first.id())).contains(first);
    assertThat(two.storage.kpis().find(two.ann, first.id())).contains(second);
    RegisterSteps.unregister(one, one.ann, first.id());
    assertThat(two.storage.kpis().find(two.ann, second.id())).contains(second);
    assertThat(two.tookOut(ofTwo, second.id())).isFalse();
    assertThat(one.tookOut(ofOne, first.id())).isTrue();
  }

  private static void assertUnknown(Runnable call) {
    assertThatThrownBy(call::run).isInstanceOf(KpiNotFound.class);
  }
}
