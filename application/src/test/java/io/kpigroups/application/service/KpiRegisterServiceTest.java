package io.kpigroups.application.service;

import static io.kpigroups.application.service.Samples.ACCOUNT;
import static io.kpigroups.application.service.Samples.ANN;
import static io.kpigroups.application.service.Samples.MANAGER;
import static io.kpigroups.application.service.Samples.OTHER_ACCOUNT;
import static io.kpigroups.application.service.Samples.READER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kpigroups.application.port.Unsupported;
import io.kpigroups.application.port.in.KpiRegister;
import io.kpigroups.application.port.in.KpiRegister.Registration;
import io.kpigroups.domain.failure.KpiNotFound;
import io.kpigroups.domain.failure.NotPermitted;
import io.kpigroups.domain.kpi.Kpi;
import io.kpigroups.domain.kpi.KpiCondition;
import io.kpigroups.domain.kpi.KpiId;
import io.kpigroups.domain.query.KpiFilter;
import io.kpigroups.domain.query.ListQuery;
import io.kpigroups.domain.query.Page;
import io.kpigroups.domain.query.PageRange;
import io.kpigroups.domain.value.Name;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class KpiRegisterServiceTest {
  private static final KpiId ID = new KpiId("k1");
  private static final Name NAME = new Name("Revenue");

  private final FakeUseCases useCases = new FakeUseCases(Samples.SETTINGS);

  @Test
  void aKpiIsEnteredInTheActorsAccountAndTheAnswerTellsWhetherItIsNew() {
    Kpi revenue = new Kpi(ACCOUNT, ID, NAME, List.of(ANN));

    Registration first = useCases.register.put(MANAGER, ID, NAME, List.of(ANN));
    useCases.kpiStore.given(ACCOUNT, ID.value());
    Registration second = useCases.register.put(MANAGER, ID, NAME, List.of(ANN));

    assertThat(first).isEqualTo(new Registration(revenue, true));
    assertThat(second).isEqualTo(new Registration(revenue, false));
    Invocation put =
        Invocation.of("put", MANAGER, revenue, KpiCondition.NONE, Samples.SETTINGS.limits());
    assertThat(useCases.calls).containsExactly(put, put);
  }

  @Test
  void aKpiIsAnsweredAsTheStoreHasIt() {
    Kpi kpi = useCases.kpiStore.given(ACCOUNT, ID.value());

    assertThat(useCases.register.get(READER, ID)).isEqualTo(kpi);
    useCases.register.remove(MANAGER, ID);

    assertThat(useCases.calls)
        .containsExactly(
            Invocation.of("find KPI", READER, ID),
            Invocation.of("remove KPI", MANAGER, ID, KpiCondition.NONE));
  }

  @Test
  void aKpiThatIsNotRegisteredIsNotFoundByItsName() {
    useCases.kpiStore.given(OTHER_ACCOUNT, ID.value());

    assertThatThrownBy(() -> useCases.register.get(READER, ID))
        .isInstanceOf(KpiNotFound.class)
        .hasMessageContaining(ID.value());
    assertThatThrownBy(() -> useCases.register.remove(MANAGER, ID)).isInstanceOf(KpiNotFound.class);
  }

  @Test
  void aPageOfTheRegisterIsCutToTheMaximumAndSaysSo() {
    useCases.kpiStore.given(ACCOUNT, "k1");

    Page<Kpi> page = useCases.register.list(READER, ListQuery.kpis(new PageRange(7, 100)));

    PageRange cut = new PageRange(7, 2);
    assertThat(useCases.calls)
        .containsExactly(Invocation.of("list KPIs", READER, KpiFilter.ALL, ListQuery.kpis(cut)));
    assertThat(page.range()).isEqualTo(cut);
    assertThat(page.totalCount()).isEqualTo(1);
  }

  @Test
  void aRegisterThatIsKeptElsewhereIsShownAndNotChanged() {
    Kpi kpi = useCases.kpiStore.given(ACCOUNT, ID.value());
    KpiRegister shown =
        new KpiRegisterService(useCases.kpiStore, Optional.empty(), Samples.SETTINGS);

    assertThat(shown.get(READER, ID)).isEqualTo(kpi);
    assertThatThrownBy(() -> shown.put(MANAGER, ID, NAME, List.of()))
        .isInstanceOf(Unsupported.class);
    assertThatThrownBy(() -> shown.remove(MANAGER, ID)).isInstanceOf(Unsupported.class);
    assertThatThrownBy(() -> shown.put(READER, ID, NAME, List.of()))
        .isInstanceOf(NotPermitted.class);
  }
}
