package io.kpigroups.application.service;

import io.kpigroups.application.port.Call;
import io.kpigroups.application.port.out.KpiRegistry;
import io.kpigroups.application.port.out.KpiStore;
import io.kpigroups.domain.access.AccountLimits;
import io.kpigroups.domain.failure.KpiNotFound;
import io.kpigroups.domain.kpi.Kpi;
import io.kpigroups.domain.kpi.KpiCondition;
import io.kpigroups.domain.kpi.KpiId;
import io.kpigroups.domain.kpi.RegisterEntry.Effect;
import io.kpigroups.domain.query.KpiField;
import io.kpigroups.domain.query.KpiFilter;
import io.kpigroups.domain.query.ListQuery;
import io.kpigroups.domain.query.Page;
import io.kpigroups.domain.value.AccountId;
import io.kpigroups.domain.value.Name;
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
    Kpi kpi = new Kpi(account, new KpiId(id), new Name("KPI " + id), List.of(Samples.ANN));
    kpis.put(key(kpi), kpi);
    return kpi;
  }

  /** The KPI of this id, if it is in the register of the actor's account. */
  Kpi require(Call actor, KpiId id) {
    return Optional.ofNullable(kpis.get(new Key(actor.account(), id)))
        .orElseThrow(() -> new KpiNotFound(id.value()));
  }

  @Override
  public Page<Kpi> list(Call viewer, KpiFilter filter, ListQuery<KpiField> query) {
    calls.add(Invocation.of("list KPIs", viewer, filter, query));
    return query.page(List.copyOf(kpis.values()), false, kpis::size);
  }

  @Override
  public Optional<Kpi> find(Call viewer, KpiId id) {
    calls.add(Invocation.of("find KPI", viewer, id));
    return Optional.ofNullable(kpis.get(new Key(viewer.account(), id)));
  }

  @Override
  public Effect put(Call by, Kpi kpi, KpiCondition expected, AccountLimits limits) {
    calls.add(Invocation.of("put", by, kpi, expected, limits));
    return kpis.containsKey(key(kpi)) ? Effect.REPLACED : Effect.NEW;
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
