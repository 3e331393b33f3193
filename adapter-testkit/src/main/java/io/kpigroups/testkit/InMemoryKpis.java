package io.kpigroups.testkit;

import io.kpigroups.application.port.out.KpiStore;
import io.kpigroups.domain.AccountMismatch;
import io.kpigroups.domain.Actor;
import io.kpigroups.domain.Kpi;
import io.kpigroups.domain.KpiId;
import io.kpigroups.domain.KpiNotFound;
import io.kpigroups.domain.KpiQuery;
import io.kpigroups.domain.KpiRef;
import io.kpigroups.domain.Page;
import java.util.List;
import java.util.Optional;

final class InMemoryKpis implements KpiStore {
  private final InMemoryTables tables;

  InMemoryKpis(InMemoryTables tables) {
    this.tables = tables;
  }

  @Override
  public Page<Kpi> list(Actor viewer, KpiQuery query) {
    return tables.atomically(
        () -> {
          List<Kpi> all =
              tables.kpis.values().stream()
                  .filter(kpi -> kpi.account().equals(viewer.account()))
                  .sorted(query.comparator())
                  .toList();
          return InMemoryTables.page(all, query.range());
        });
  }

  @Override
  public Optional<Kpi> find(Actor viewer, KpiId id) {
    return tables.atomically(
        () -> Optional.ofNullable(tables.kpis.get(new KpiRef(viewer.account(), id))));
  }

  @Override
  public Entry put(Actor by, Kpi kpi) {
    AccountMismatch.check(by.account(), kpi.account());
    return tables.atomically(
        () -> tables.kpis.put(kpi.ref(), kpi) == null ? Entry.NEW : Entry.REPLACED);
  }

  @Override
  public void remove(Actor by, KpiId id) {
    tables.atomically(
        () -> {
          if (tables.kpis.remove(new KpiRef(by.account(), id)) == null) {
            throw new KpiNotFound(id);
          }
          return true;
        });
  }
}
