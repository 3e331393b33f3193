package io.kpigroups.bootstrap.service;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

/** The packaged service that is started while its database does not answer. */
@EnabledOnOs({OS.LINUX, OS.MAC})
@Timeout(120)
class MongoDownAtStartIT {

  @Test
  void aServiceStartsUnreadyWithoutItsDatabaseAndRecoversByItself() throws Exception {
    try (DatabaseProcess database = DatabaseProcess.stopped();
        ServiceProcess service = ServiceProcess.start(database.settings(Watch.DEADLINE))) {
      Watch watch = new Watch(service);
      watch.theStoreFails("Not there at the start");
      database.start();
      watch.theServiceRecovers();
    }
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
