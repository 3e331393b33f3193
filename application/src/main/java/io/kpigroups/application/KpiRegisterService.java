package io.kpigroups.application;

import io.kpigroups.application.port.in.KpiRegister;
import io.kpigroups.application.port.in.Operation;
import io.kpigroups.application.port.out.KpiStore;
import io.kpigroups.domain.Actor;
import io.kpigroups.domain.Kpi;
import io.kpigroups.domain.KpiId;
import io.kpigroups.domain.KpiName;
import io.kpigroups.domain.KpiNotFound;
import io.kpigroups.domain.KpiQuery;
import io.kpigroups.domain.Page;
import io.kpigroups.domain.UserId;
import java.util.List;

/** Keeping the register of KPIs that may be grouped. */
public final class KpiRegisterService implements KpiRegister {
  private final KpiStore store;
  private final Settings settings;

  public KpiRegisterService(KpiStore store, Settings settings) {
    this.store = store;
    this.settings = settings;
  }

  @Override
  public Page<Kpi> list(Actor actor, KpiQuery query) {
    Operation.LIST_KPIS.authorize(actor);
    return store.list(actor, query.withRange(query.range().atMost(settings.pageMax())));
  }

  @Override
  public Kpi get(Actor actor, KpiId id) {
    Operation.GET_KPI.authorize(actor);
    return store.find(actor, id).orElseThrow(() -> new KpiNotFound(id));
  }

  @Override
  public Registration put(Actor actor, KpiId id, KpiName name, List<UserId> owners) {
    Operation.REGISTER_KPI.authorize(actor);
    Kpi kpi = Kpi.entry(actor.account(), id, name, owners);
    return new Registration(kpi, store.put(actor, kpi) == KpiStore.Entry.NEW);
  }

  @Override
  public void remove(Actor actor, KpiId id) {
    Operation.UNREGISTER_KPI.authorize(actor);
    store.remove(actor, id);
  }
}
