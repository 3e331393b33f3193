package io.kpigroups.adapter.rest.kpi;

import io.kpigroups.domain.kpi.Kpi;
import io.kpigroups.domain.value.UserId;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;

/** The JSON of a registered KPI. */
@RegisterForReflection
public record KpiView(String id, String name, List<String> ownerIds) {

  static KpiView of(Kpi kpi) {
    return new KpiView(
        kpi.id().value(), kpi.name().value(), kpi.owners().stream().map(UserId::value).toList());
  }
}
