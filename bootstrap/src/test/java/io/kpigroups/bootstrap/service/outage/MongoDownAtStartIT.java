package io.kpigroups.bootstrap.service.outage;

import static org.assertj.core.api.Assertions.assertThat;

import io.kpigroups.bootstrap.service.client.Answer;
import io.kpigroups.bootstrap.service.ledger.DatabaseProcess;
import io.kpigroups.bootstrap.service.ledger.Watch;
import io.kpigroups.bootstrap.service.observed.Metrics;
import io.kpigroups.bootstrap.service.observed.ObservedServiceIT;
import io.kpigroups.bootstrap.service.process.ServiceProcess;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

/** The packaged service that is started while its database does not answer. */
@EnabledOnOs({OS.LINUX, OS.MAC})
@Timeout(1200)
class MongoDownAtStartIT {

  @Test
  void aServiceStartsUnreadyWithoutItsDatabaseAndSaysSoAndRecoversByItself() throws Exception {
    try (DatabaseProcess database = DatabaseProcess.stopped();
        ServiceProcess service = ServiceProcess.start(database.settings(Watch.DEADLINE))) {
      Watch watch = new Watch(service);
      watch.theStoreFails("Not there at the start");
      isSeenByAnOperator(service);
      database.start();
      watch.theServiceRecovers();
    }
  }

  private static void isSeenByAnOperator(ServiceProcess service) {
    String[] unavailable = {"port=GroupStore", "outcome=StorageUnavailable"};
    ObservedServiceIT.awaitSum(service, ObservedServiceIT.CALLS, unavailable);
    Answer ready = Answer.get(service.management("/q/health/ready")).has(503);
    assertThat(ready.check("store mongo"))
        .containsEntry("status", "DOWN")
        .extracting("data.reason")
        .asString()
        .isNotBlank();
    ObservedServiceIT.awaitSum(service, "kpigroups_purge_runs_total", "outcome=error");
    assertThat(Metrics.of(service).sum("kpigroups_purge_last_success_timestamp_seconds")).isZero();
  }

  @Test
  void aServiceStartsUnreadyWithAFrozenDatabaseAndRecoversByItself() throws Exception {
    try (DatabaseProcess database = DatabaseProcess.stopped()) {
      database.start();
      database.freeze();
      try (ServiceProcess service = ServiceProcess.start(database.settings(Watch.DEADLINE))) {
        Watch watch = new Watch(service);
        watch.theStoreFails("Frozen at the start");
        database.thaw();
        watch.theServiceRecovers();
      }
    }
  }
}
