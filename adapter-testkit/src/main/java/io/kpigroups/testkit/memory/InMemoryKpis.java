package io.kpigroups.testkit.memory;

import io.kpigroups.application.port.Call;
import io.kpigroups.application.port.out.KpiRegistry;
import io.kpigroups.application.port.out.KpiStore;
import io.kpigroups.domain.access.AccountLimits;
import io.kpigroups.domain.kpi.Kpi;
import io.kpigroups.domain.kpi.KpiCondition;
import io.kpigroups.domain.kpi.KpiId;
import io.kpigroups.domain.kpi.RegisterEntry.Effect;
import io.kpigroups.domain.query.KpiField;
import io.kpigroups.domain.query.KpiFilter;
import io.kpigroups.domain.query.ListQuery;
import io.kpigroups.domain.query.Page;
import io.kpigroups.domain.query.Position;
import java.util.Optional;

/** The register of KPIs in memory. */
final class InMemoryKpis implements KpiStore, KpiRegistry {
  private final Tables tables;

  InMemoryKpis(Tables tables) {
    this.tables = tables;
  }

  @Override
  public Page<Kpi> list(Call viewer, KpiFilter filter, ListQuery<KpiField> query) {
    return tables.with(
        viewer,
        rows ->
            query.cut(
                rows.kpis.values().stream()
                    .filter(kpi -> filter.matches(kpi, viewer.actor(), rows::isGrouped)),
                kpi -> Position.of(query.order(), kpi)));
  }

  @Override
  public Optional<Kpi> find(Call viewer, KpiId id) {
    return tables.with(viewer, rows -> rows.entry(id).present());
  }

  @Override
  public Effect put(Call by, Kpi kpi, KpiCondition expected, AccountLimits limits) {
    return tables.with(
        by,
        rows -> {
          Effect effect =
              rows.entry(kpi.id()).put(kpi, expected, () -> (long) rows.kpis.size(), limits);
          rows.kpis.put(kpi.id(), kpi);
          return effect;
        });
  }

  @Override
  public void remove(Call by, KpiId id, KpiCondition expected) {
    tables.with(
        by,
        rows -> {
          rows.entry(id).remove(id, expected);
          return Optional.ofNullable(rows.kpis.remove(id));
        });
  }
}
