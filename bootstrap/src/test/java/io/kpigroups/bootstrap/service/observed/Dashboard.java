package io.kpigroups.bootstrap.service.observed;

import static org.assertj.core.api.Assertions.assertThat;

import io.kpigroups.bootstrap.service.client.Json;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The Grafana dashboard that comes with the service: its queries by the title of their row. */
public final class Dashboard {
  private static final Path FILE = Path.of("..", "deploy", "grafana", "kpi-groups.json");

  /** Rows whose metrics every service has that keeps groups itself. */
  public static final List<String> EVERYWHERE = List.of("Requests", "Store", "Purge", "Process");

  public static final String MONGODB = "MongoDB";
  public static final String UPSTREAM = "Upstream";

  private Dashboard() {}

  /** Every query of these rows finds what it asks for in the metrics. */
  public static void isFedBy(Metrics metrics, List<String> rows) {
    Map<String, List<Query>> queries = queries();
    assertThat(queries.keySet()).containsAll(rows);
    assertThat(rows.stream().flatMap(row -> queries.get(row).stream()))
        .isNotEmpty()
        .allSatisfy(query -> assertThat(query.selectors()).as(query.text()).isNotEmpty())
        .allSatisfy(query -> assertThat(query.missingIn(metrics)).isEmpty());
  }

  public static Map<String, List<Query>> queries() {
    List<Map<String, Object>> panels = Json.read(FILE, "panels");
    Map<String, List<Query>> queries = new LinkedHashMap<>();
    String row = "";
    for (Map<String, Object> panel : panels) {
      if (panel.get("type").equals("row")) {
        row = String.valueOf(panel.get("title"));
      } else {
        expressions(panel)
            .map(Query::parse)
            .forEach(queries.computeIfAbsent(row, r -> new ArrayList<>())::add);
      }
    }
    return queries;
  }

  @SuppressWarnings("unchecked")
  private static Stream<String> expressions(Map<String, Object> panel) {
    List<Map<String, String>> targets = (List<Map<String, String>>) panel.get("targets");
    assertThat(targets).as("%s", panel.get("title")).isNotEmpty();
    return targets.stream().map(target -> target.get("expr"));
  }
}
