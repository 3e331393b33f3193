package com.example.store;

import static com.example.store.MyStorage.cannotAnswer;

import io.kpigroups.application.port.Call;
import io.kpigroups.application.port.out.KpiStore;
import io.kpigroups.domain.kpi.Kpi;
import io.kpigroups.domain.kpi.KpiId;
import io.kpigroups.domain.query.KpiField;
import io.kpigroups.domain.query.KpiFilter;
import io.kpigroups.domain.query.ListQuery;
import io.kpigroups.domain.query.Page;
import java.util.Optional;

final class MyKpis implements KpiStore {

  @Override
  public Page<Kpi> list(Call viewer, KpiFilter filter, ListQuery<KpiField> query) {
    throw cannotAnswer(viewer);
  }

  @Override
  public Optional<Kpi> find(Call viewer, KpiId id) {
    throw cannotAnswer(viewer);
  }
}
