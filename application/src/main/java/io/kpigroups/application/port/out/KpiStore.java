package io.kpigroups.application.port.out;

import io.kpigroups.application.port.Call;
import io.kpigroups.application.port.Unsupported;
import io.kpigroups.domain.kpi.Kpi;
import io.kpigroups.domain.kpi.KpiId;
import io.kpigroups.domain.query.KpiField;
import io.kpigroups.domain.query.KpiFilter;
import io.kpigroups.domain.query.ListQuery;
import io.kpigroups.domain.query.Page;
import java.util.Optional;

/** Shows the KPIs that are registered in an account. */
public interface KpiStore {

  /**
   * The registered KPIs that pass the filter, in the order asked for, and how many there are in all
   * if the query wants that counted. A page after the last row is empty. {@link KpiFilter#matches}
   * is the reference. Who goes on behind the last row of each page sees every KPI exactly once that
   * was there all the time and whose sort keys stayed as they were.
   *
   * @throws Unsupported if another system keeps the register and does not tell what is asked for
   */
  Page<Kpi> list(Call viewer, KpiFilter filter, ListQuery<KpiField> query);

  /** One registered KPI; empty if the account has none of this id. */
  Optional<Kpi> find(Call viewer, KpiId id);
}
