package io.kpigroups.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import io.kpigroups.application.KpiRegisterService;
import io.kpigroups.application.Settings;
import io.kpigroups.application.port.Call;
import io.kpigroups.application.port.out.KpiGroupStorage;
import io.kpigroups.domain.Actor;
import io.kpigroups.domain.Kpi;
import io.kpigroups.domain.KpiId;
import io.kpigroups.domain.KpiName;
import io.kpigroups.domain.KpiQuery;
import io.kpigroups.domain.PageRange;
import io.kpigroups.testkit.InMemoryStorage;
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
    register.put(DEMO, changed, new KpiName("Changed"), List.of());

    data.register();

    assertThat(kpis()).hasSize(2);
    assertThat(register.get(DEMO, changed).name()).isEqualTo(new KpiName("Changed"));
  }

  private List<Kpi> kpis() {
    return register.list(DEMO, KpiQuery.of(PageRange.first(10))).items();
  }
}
