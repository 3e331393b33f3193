package io.kpigroups.application;

import io.kpigroups.application.port.Call;
import io.kpigroups.application.port.out.KpiRegistry;
import io.kpigroups.application.port.out.KpiStore;
import io.kpigroups.domain.AccountId;
import io.kpigroups.domain.AccountLimits;
import io.kpigroups.domain.Kpi;
import io.kpigroups.domain.KpiCondition;
import io.kpigroups.domain.KpiId;
import io.kpigroups.domain.KpiName;
import io.kpigroups.domain.KpiNotFound;
import io.kpigroups.domain.KpiQuery;
import io.kpigroups.domain.Page;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Answers of the KPIs that a test has put in, changes none, and notes what it is asked. */
final class FakeKpis implements KpiStore, KpiRegistry {
  private record Key(AccountId account, KpiId id) {}

  private final Map<Key, Kpi> kpis = new HashMap<>();
  private final List<Invocation> calls;

  FakeKpis(List<Invocation> calls) {
    this.calls = calls;
  }

  /** From now on there is a KPI of this id in the account's register. */
  Kpi given(AccountId account, String id) {
    Kpi kpi = new Kpi(account, new KpiId(id), new KpiName("KPI " + id), List.of(Samples.ANN));
    kpis.put(key(kpi), kpi);
    return kpi;
  }

  /** The KPI of this id, if it is in the register of the actor's account. */
  Kpi require(Call actor, KpiId id) {
    return Optional.ofNullable(kpis.get(new Key(actor.account(), id)))
        .orElseThrow(() -> new KpiNotFound(id));
  }

  @Override
  public Page<Kpi> list(Call viewer, KpiQuery query) {
    calls.add(Invocation.of("list KPIs", viewer, query));
    return new Page<>(List.copyOf(kpis.values()), kpis.size(), query.range());
  }

  @Override
  public Optional<Kpi> find(Call viewer, KpiId id) {
    calls.add(Invocation.of("find KPI", viewer, id));
    return Optional.ofNullable(kpis.get(new Key(viewer.account(), id)));
  }

  @Override
  public Entry put(Call by, Kpi kpi, KpiCondition expected, AccountLimits limits) {
    calls.add(Invocation.of("put", by, kpi, expected, limits));
    return kpis.containsKey(key(kpi)) ? Entry.REPLACED : Entry.NEW;
  }

  @Override
  public void remove(Call by, KpiId id, KpiCondition expected) {
    calls.add(Invocation.of("remove KPI", by, id, expected));
    require(by, id);
  }

  private static Key key(Kpi kpi) {
    return new Key(kpi.account(), kpi.id());
  }
}
