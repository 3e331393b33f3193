package io.kpigroups.bootstrap.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What an operator sees of the packaged service with a MongoDB, and of one that is away. */
@Timeout(120)
class ObservedMongoServiceIT implements ObservedApi {
  private static DatabaseProcess database;
  private static ServiceProcess service;

  @BeforeAll
  static void start() throws Exception {
    database = DatabaseProcess.stopped();
    database.start();
    service = ServiceProcess.start(database.settings(Watch.DEADLINE));
  }

  @AfterAll
  static void stop() {
    service.close();
    database.close();
  }

  @Test
  void theDashboardIsFed() {
    new Caller(service.base()).call(Call.CREATE_GROUP).answer().has(201);
    awaitSum(REQUESTS, 1, "operation=create_group", "status=201");
    List<String> rows = new ArrayList<>(Dashboard.EVERYWHERE);
    rows.add(Dashboard.MONGODB);
    Dashboard.isFedBy(metrics(), rows);
  }

  @Test
  void aDatabaseThatIsAwayIsSeenInMetricsAndHealth() throws Exception {
    try (DatabaseProcess away = DatabaseProcess.stopped();
        ServiceProcess unready = ServiceProcess.start(away.settings(Watch.DEADLINE))) {
      new Caller(unready.base()).call(Call.LIST_GROUPS).answer().has(503);
      String[] unavailable = {"port=GroupStore", "method=list", "outcome=StorageUnavailable"};
      await().until(() -> Metrics.of(unready).sum(CALLS, unavailable) == 1);
      Answer health = Answer.get(unready.management("/q/health/ready")).has(503);
      assertThat(health.objects("checks"))
          .filteredOn(check -> check.get("name").equals("store mongo"))
          .singleElement()
          .satisfies(check -> assertThat(check).containsEntry("status", "DOWN"))
          .extracting(check -> ((Map<?, ?>) check.get("data")).get("reason"))
          .asString()
          .isNotBlank();
      await()
          .until(() -> Metrics.of(unready).sum("kpigroups_purge_runs_total", "outcome=error") > 0);
      assertThat(Metrics.of(unready).sum("kpigroups_purge_last_success_timestamp_seconds"))
          .isZero();
    }
  }

  @Override
  public ServiceProcess service() {
    return service;
  }

  @Override
  public String store() {
    return "mongo";
  }
}
