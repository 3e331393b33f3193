package io.kpigroups.application;

import io.kpigroups.application.port.Call;
import io.kpigroups.application.port.Unsupported;
import io.kpigroups.application.port.in.KpiRegister;
import io.kpigroups.application.port.in.Operation;
import io.kpigroups.application.port.out.KpiRegistry;
import io.kpigroups.application.port.out.KpiStore;
import io.kpigroups.domain.Kpi;
import io.kpigroups.domain.KpiCondition;
import io.kpigroups.domain.KpiId;
import io.kpigroups.domain.KpiName;
import io.kpigroups.domain.KpiNotFound;
import io.kpigroups.domain.KpiQuery;
import io.kpigroups.domain.Page;
import io.kpigroups.domain.UserId;
import java.util.List;
import java.util.Optional;

/** Keeping the register of KPIs that may be grouped. */
public final class KpiRegisterService implements KpiRegister {
  private static final String KEPT_ELSEWHERE =
      "KPIs are made, changed and removed in the upstream service itself; this service forwards"
          + " to it and keeps no register.";

  private final KpiStore store;
  private final Optional<KpiRegistry> registry;
  private final Settings settings;

  /**
   * Shows, and if there is a registry changes, the register.
   *
   * @param registry empty if the register is kept elsewhere
   */
  public KpiRegisterService(KpiStore store, Optional<KpiRegistry> registry, Settings settings) {
    this.store = store;
    this.registry = registry;
    this.settings = settings;
  }

  @Override
  public Page<Kpi> list(Call call, KpiQuery query) {
    Operation.LIST_KPIS.authorize(call.actor());
    return store.list(call, query.withRange(query.range().atMost(settings.pageMax())));
  }

  @Override
  public Kpi get(Call call, KpiId id) {
    Operation.GET_KPI.authorize(call.actor());
    return store.find(call, id).orElseThrow(() -> new KpiNotFound(id));
  }

  @Override
  public Registration put(
      Call call, KpiId id, KpiName name, List<UserId> owners, KpiCondition expected) {
    Operation.REGISTER_KPI.authorize(call.actor());
    KpiRegistry own = own();
    Kpi kpi = new Kpi(call.account(), id, name, owners);
    KpiRegistry.Entry entry = own.put(call, kpi, expected, settings.limits());
    return new Registration(kpi, entry == KpiRegistry.Entry.NEW);
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
