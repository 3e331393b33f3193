package io.kpigroups.adapter.rest;

import io.kpigroups.domain.kpi.Kpi;
import io.kpigroups.domain.query.Page;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The JSON of a list of registered KPIs. */
@Schema(name = "KpiPage", description = "A part of the register of KPIs.")
record KpiPage(
    @Schema(required = true, minimum = "0", description = "How many KPIs this answer has")
        int count,
    @Schema(required = true) List<KpiView> items,
    @Schema(required = true, minimum = "0", description = "How many KPIs there are in all")
        long totalCount) {

  static KpiPage of(Page<Kpi> page) {
    List<KpiView> items = page.items().stream().map(KpiView::of).toList();
    return new KpiPage(items.size(), items, page.totalCount());
  }
}
