package io.kpigroups.testkit;

import io.kpigroups.application.port.out.KpiStore;
import io.kpigroups.domain.AccountMismatch;
import io.kpigroups.domain.Actor;
import io.kpigroups.domain.Kpi;
import io.kpigroups.domain.KpiCondition;
import io.kpigroups.domain.KpiId;
import io.kpigroups.domain.KpiNotFound;
import io.kpigroups.domain.KpiQuery;
import io.kpigroups.domain.Page;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The register of KPIs in memory. */
final class InMemoryKpis implements KpiStore {
  private final Tables tables;

  InMemoryKpis(Tables tables) {
    this.tables = tables;
  }

  @Override
  public Page<Kpi> list(Actor viewer, KpiQuery query) {
    return tables.exclusively(
        () -> {
          AccountRows rows = tables.of(viewer.account());
          List<Kpi> items =
              rows.kpis.values().stream()
                  .sorted(query.comparator())
                  .skip(query.range().skip())
                  .limit(query.range().limit())
                  .toList();
          return new Page<>(items, rows.kpis.size(), query.range());
        });
  }

  @Override
  public Optional<Kpi> find(Actor viewer, KpiId id) {
    return tables.exclusively(() -> Optional.ofNullable(tables.of(viewer.account()).kpis.get(id)));
  }

  @Override
  public Entry put(Actor by, Kpi kpi, KpiCondition expected) {
    AccountMismatch.check(by.account(), kpi.account());
    return tables.exclusively(
        () -> {
          Map<KpiId, Kpi> kpis = tables.of(by.account()).kpis;
          expected.check(Optional.ofNullable(kpis.get(kpi.id())));
          return kpis.put(kpi.id(), kpi) == null ? Entry.NEW : Entry.REPLACED;
        });
  }

  @Override
  public void remove(Actor by, KpiId id, KpiCondition expected) {
    tables.exclusively(
        () -> {
          Map<KpiId, Kpi> kpis = tables.of(by.account()).kpis;
          if (!kpis.containsKey(id)) {
            throw new KpiNotFound(id);
          }
          expected.check(Optional.ofNullable(kpis.get(id)));
          return Optional.ofNullable(kpis.remove(id));
        });
  }
}
