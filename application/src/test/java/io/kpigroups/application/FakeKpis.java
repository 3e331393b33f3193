package io.kpigroups.application;

import io.kpigroups.application.port.out.KpiStore;
import io.kpigroups.domain.AccountId;
import io.kpigroups.domain.Actor;
import io.kpigroups.domain.Kpi;
import io.kpigroups.domain.KpiCondition;
import io.kpigroups.domain.KpiId;
import io.kpigroups.domain.KpiName;
import io.kpigroups.domain.KpiNotFound;
import io.kpigroups.domain.KpiQuery;
import io.kpigroups.domain.KpiRef;
import io.kpigroups.domain.Page;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Answers of the KPIs that a test has put in, changes none, and notes what it is asked. */
final class FakeKpis implements KpiStore {
  private final Map<KpiRef, Kpi> kpis = new HashMap<>();
  private final List<Call> calls;

  FakeKpis(List<Call> calls) {
    this.calls = calls;
  }

  /** From now on there is a KPI of this id in the account's register. */
  Kpi given(AccountId account, String id) {
    Kpi kpi = new Kpi(account, new KpiId(id), new KpiName("KPI " + id), List.of(Samples.ANN));
    kpis.put(kpi.ref(), kpi);
    return kpi;
  }

  /** The KPI of this id, if it is in the register of the actor's account. */
  Kpi require(Actor actor, KpiId id) {
    return Optional.ofNullable(kpis.get(new KpiRef(actor.account(), id)))
        .orElseThrow(() -> new KpiNotFound(id));
  }

  @Override
  public Page<Kpi> list(Actor viewer, KpiQuery query) {
    calls.add(Call.of("list KPIs", viewer, query));
    return new Page<>(List.copyOf(kpis.values()), kpis.size(), query.range());
  }

  @Override
  public Optional<Kpi> find(Actor viewer, KpiId id) {
    calls.add(Call.of("find KPI", viewer, id));
    return Optional.ofNullable(kpis.get(new KpiRef(viewer.account(), id)));
  }

  @Override
  public Entry put(Actor by, Kpi kpi, KpiCondition expected) {
    calls.add(Call.of("put", by, kpi, expected));
    return kpis.containsKey(kpi.ref()) ? Entry.REPLACED : Entry.NEW;
  }

  @Override
  public void remove(Actor by, KpiId id, KpiCondition expected) {
    calls.add(Call.of("remove KPI", by, id, expected));
    require(by, id);
  }
}
