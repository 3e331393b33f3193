package io.kpigroups.application.service;

import io.kpigroups.application.port.Call;
import io.kpigroups.application.port.Unsupported;
import io.kpigroups.application.port.in.KpiRegister;
import io.kpigroups.application.port.in.Operation;
import io.kpigroups.application.port.out.KpiRegistry;
import io.kpigroups.application.port.out.KpiStore;
import io.kpigroups.domain.failure.KpiNotFound;
import io.kpigroups.domain.kpi.Kpi;
import io.kpigroups.domain.kpi.KpiCondition;
import io.kpigroups.domain.kpi.KpiId;
import io.kpigroups.domain.kpi.RegisterEntry;
import io.kpigroups.domain.query.KpiField;
import io.kpigroups.domain.query.KpiFilter;
import io.kpigroups.domain.query.ListQuery;
import io.kpigroups.domain.query.Page;
import io.kpigroups.domain.value.Name;
import io.kpigroups.domain.value.UserId;
import java.util.List;
import java.util.Optional;

/**
 * Keeping the register of KPIs that may be grouped.
 *
 * @param registry changes the register; empty if it is kept elsewhere
 */
public record KpiRegisterService(KpiStore store, Optional<KpiRegistry> registry, Settings settings)
    implements KpiRegister {
  private static final String KEPT_ELSEWHERE =
      "This service keeps no register of KPIs: they are made, changed and removed where they are"
          + " kept.";

  @Override
  public Page<Kpi> list(Call call, KpiFilter filter, ListQuery<KpiField> query) {
    Operation.LIST_KPIS.authorize(call.actor());
    return store.list(call, filter, query.atMost(settings.pageMax()));
  }

  @Override
  public Kpi get(Call call, KpiId id) {
    Operation.GET_KPI.authorize(call.actor());
    return store.find(call, id).orElseThrow(() -> new KpiNotFound(id.value()));
  }

  @Override
  public Registration put(
      Call call, KpiId id, Name name, List<UserId> owners, KpiCondition expected) {
    Operation.REGISTER_KPI.authorize(call.actor());
    KpiRegistry own = own();
    Kpi kpi = new Kpi(call.account(), id, name, owners);
    RegisterEntry.Effect entry = own.put(call, kpi, expected, settings.limits());
    return new Registration(kpi, entry == RegisterEntry.Effect.NEW);
  }

  @Override
  public void remove(Call call, KpiId id, KpiCondition expected) {
    Operation.UNREGISTER_KPI.authorize(call.actor());
    own().remove(call, id, expected);
  }

  private KpiRegistry own() {
    return registry.orElseThrow(() -> new Unsupported(KEPT_ELSEWHERE));
  }
}
