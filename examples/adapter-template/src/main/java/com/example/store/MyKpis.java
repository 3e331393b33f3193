package com.example.store;

import com.example.store.MyTables.Rows;
import io.kpigroups.application.port.Call;
import io.kpigroups.application.port.out.KpiRegistry;
import io.kpigroups.application.port.out.KpiStore;
import io.kpigroups.domain.access.AccountLimits;
import io.kpigroups.domain.kpi.Kpi;
import io.kpigroups.domain.kpi.KpiCondition;
import io.kpigroups.domain.kpi.KpiId;
import io.kpigroups.domain.kpi.RegisterEntry;
import io.kpigroups.domain.query.KpiField;
import io.kpigroups.domain.query.KpiFilter;
import io.kpigroups.domain.query.ListQuery;
import io.kpigroups.domain.query.Page;
import io.kpigroups.domain.query.Position;
import java.util.Optional;

final class MyKpis implements KpiStore, KpiRegistry {
  private final MyTables tables;

  MyKpis(MyTables tables) {
    this.tables = tables;
  }

  /** Reads all of them; a query of yours does better. */
  @Override
  public Page<Kpi> list(Call viewer, KpiFilter filter, ListQuery<KpiField> query) {
    return tables.inOneStep(
        viewer.account(),
        viewer.deadline(),
        rows ->
            query.cut(
                rows.kpis()
                    .filter(kpi -> filter.matches(kpi, viewer.actor(), id -> isGrouped(rows, id))),
                kpi -> Position.of(query.order(), kpi)));
  }

  @Override
  public Optional<Kpi> find(Call viewer, KpiId id) {
    return tables.inOneStep(viewer.account(), viewer.deadline(), rows -> rows.kpi(id));
  }

  @Override
  public RegisterEntry.Effect put(Call by, Kpi kpi, KpiCondition expected, AccountLimits limits) {
    return tables.inOneStep(
        by.account(),
        by.deadline(),
        rows -> {
          RegisterEntry.Effect effect =
              entry(rows, kpi.id()).put(kpi, expected, () -> rows.kpis().count(), limits);
          rows.put(kpi);
          return effect;
        });
  }

  @Override
  public void remove(Call by, KpiId id, KpiCondition expected) {
    tables.inOneStep(
        by.account(),
        by.deadline(),
        rows -> {
          RegisterEntry.Effect effect = entry(rows, id).remove(id, expected);
          rows.remove(id);
          return effect;
        });
  }

  private static RegisterEntry entry(Rows rows, KpiId id) {
    return new RegisterEntry(rows.account, rows.kpi(id));
  }

  /** Whether the KPI is in a live group. */
  static boolean isGrouped(Rows rows, KpiId kpi) {
    return MyGroups.live(rows).anyMatch(group -> rows.members(group.id()).containsKey(kpi));
  }
}
