package io.kpigroups.benchmarks.load;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;

/** Looks whether each list has as many rows as its name says: a status alone would not tell. */
final class ListCheck {
  private final Api api;
  private final Workload workload;

  ListCheck(Api api, Workload workload) {
    this.api = api;
    this.workload = workload;
  }

  /**
   * Asks for each list once.
   *
   * @throws IOException if one has other rows
   */
  void check() throws IOException {
    check(Operation.LIST, 100, Workload.GROUPS);
    check(Operation.CURSOR_PAGE, 100, Workload.GROUPS);
    check(Operation.SEARCH, 10, 10);
    check(Operation.FAVORITES, Workload.FAVORITES, Workload.FAVORITES);
    check(Operation.MEMBERS, Workload.KPIS, Workload.KPIS);
  }

  private void check(Operation operation, int count, int total) throws IOException {
    JsonNode page = api.expect(workload.slice(operation).apply(0)).json();
    if (page.path("items").size() != count
        || page.path("count").asInt() != count
        || page.path("totalCount").asInt() != total) {
      throw new IOException(
          "%s is answered with %s rows, count %s, totalCount %s."
              .formatted(
                  operation.title(),
                  page.path("items").size(),
                  page.path("count"),
                  page.path("totalCount")));
    }
  }
}
