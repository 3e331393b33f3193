package io.kpigroups.benchmarks.load;

import java.io.IOException;
import java.util.List;

/** Fills the accounts of a workload. */
final class Seeding {
  /** Every fortieth group is found by the search. */
  private static final int SEARCHED = 40;

  private final Api api;
  private final String token;

  Seeding(Api api, String token) {
    this.api = api;
    this.token = token;
  }

  void fill(List<String> read, List<String> change, List<String> batch) throws IOException {
    fill(Workload.READ, read);
    fill(Workload.CHANGE, change);
    fill(Workload.BATCH, batch);
    for (int n = 0; n < Workload.FULL_GROUPS; n++) {
      fillGroup(Workload.READ, read.get(n));
    }
    for (int n = 1; n < Workload.GROUPS; n += 2) {
      fillGroup(Workload.BATCH, batch.get(n));
    }
  }

  private void fillGroup(String account, String group) throws IOException {
    String body = "{\"add\":[" + Workload.KPI_IDS + "],\"remove\":[]}";
    send("POST", "/kpis/groups/" + group + "/kpis/batch", account, body, 200);
  }

  private void fill(String account, List<String> groups) throws IOException {
    int kpis = account.equals(Workload.CHANGE) ? Workload.STOCK : Workload.KPIS;
    for (int kpi = 0; kpi < kpis; kpi++) {
      send("PUT", "/kpis/kpi-" + kpi, account, "{\"name\":\"Indicator " + kpi + "\"}", 201);
    }
    for (int n = 0; n < Workload.GROUPS; n++) {
      String name =
          (n % SEARCHED == 0 ? "Sales, region " : "Operations, site ") + (n * 7919 % 1000);
      groups.add(
          send("POST", "/kpis/groups", account, "{\"name\":\"" + name + "\"}", 201)
              .json()
              .path("id")
              .asText());
    }
  }

  private Api.Answer send(String method, String path, String account, String body, int status)
      throws IOException {
    return api.expect(new Call(method, path, account, token, body, status));
  }
}
