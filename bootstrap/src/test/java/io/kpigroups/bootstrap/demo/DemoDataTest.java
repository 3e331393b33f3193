package io.kpigroups.bootstrap.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.kpigroups.application.port.Call;
import io.kpigroups.application.port.out.KpiGroupStorage;
import io.kpigroups.application.service.KpiRegisterService;
import io.kpigroups.application.service.Settings;
import io.kpigroups.bootstrap.TestTime;
import io.kpigroups.domain.access.Actor;
import io.kpigroups.domain.kpi.Kpi;
import io.kpigroups.domain.kpi.KpiId;
import io.kpigroups.domain.query.ListQuery;
import io.kpigroups.domain.query.PageRange;
import io.kpigroups.domain.value.Name;
import io.kpigroups.testkit.memory.InMemoryStorage;
import java.util.List;
import org.junit.jupiter.api.Test;

class DemoDataTest {
  private static final Call DEMO =
      new Call(Actor.of(DemoData.ACCOUNT, DemoData.USER, DemoData.PERMISSIONS), TestTime.ample());

  private final KpiGroupStorage storage = new InMemoryStorage();
  private final KpiRegisterService register =
      new KpiRegisterService(storage.kpis(), storage.registry(), Settings.DEFAULT);
  private final DemoData data = new DemoData(register);

  @Test
  void anEmptyRegisterGetsThreeKpisOfTheDemoUser() {
    data.register();

    assertThat(kpis()).hasSize(3).allMatch(kpi -> kpi.owners().contains(DemoData.USER));
  }

  @Test
  void whatSomebodyRemovedOrChangedStaysSo() {
    data.register();
    List<Kpi> before = kpis();
    KpiId changed = before.get(1).id();
    register.remove(DEMO, before.get(0).id());
    register.put(DEMO, changed, new Name("Changed"), List.of());

    data.register();

    assertThat(kpis()).hasSize(2);
    assertThat(register.get(DEMO, changed).name()).isEqualTo(new Name("Changed"));
  }

  private List<Kpi> kpis() {
    return register.list(DEMO, ListQuery.kpis(PageRange.first(10))).items();
  }
}
