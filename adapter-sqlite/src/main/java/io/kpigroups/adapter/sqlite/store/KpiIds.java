package io.kpigroups.adapter.sqlite.store;

import static io.kpigroups.adapter.sqlite.connection.QueryResult.text;

import io.kpigroups.adapter.sqlite.connection.PooledConnection;
import io.kpigroups.domain.kpi.KpiId;
import java.util.Collection;
import java.util.Set;
import java.util.stream.Collectors;

/** Some KPIs, all of them in one statement. */
final class KpiIds {
  private KpiIds() {}

  /** A parameter for {@code json_each}. */
  static String list(Collection<KpiId> kpis) {
    return Sql.array(kpis.stream().map(KpiId::value));
  }

  /**
   * Those of some KPIs that a query finds by an account, a group and a list of ids. It answers one
   * row, with their ids and commas between them.
   */
  static Set<KpiId> find(
      PooledConnection connection, String sql, String account, String group, Set<KpiId> some) {
    String ids =
        connection.first(sql, row -> text(row, 1), account, group, list(some)).orElseThrow();
    Set<String> found = Set.of(ids.split(","));
    return some.stream().filter(kpi -> found.contains(kpi.value())).collect(Collectors.toSet());
  }
}
