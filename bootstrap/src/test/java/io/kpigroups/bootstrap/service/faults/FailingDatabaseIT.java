package io.kpigroups.bootstrap.service.faults;

import io.kpigroups.bootstrap.service.ledger.Audit;
import io.kpigroups.bootstrap.service.ledger.Chance;
import io.kpigroups.bootstrap.service.ledger.DatabaseProcess;
import io.kpigroups.bootstrap.service.ledger.Ledger;
import io.kpigroups.bootstrap.service.ledger.Load;
import io.kpigroups.bootstrap.service.ledger.Tally;
import io.kpigroups.bootstrap.service.ledger.Watch;
import io.kpigroups.bootstrap.service.process.ServiceProcess;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** The database is killed and frozen under load, and comes back with what it acknowledged. */
@Tag("faults")
@ExtendWith(Tally.class)
@EnabledOnOs({OS.LINUX, OS.MAC})
@Timeout(3600)
class FailingDatabaseIT {
  private static final int WRITERS = 6;
  private static final int TIMES = 3;

  @TempDir Path folder;

  private interface Fault {
    void on(DatabaseProcess database) throws Exception;
  }

  @Test
  void nothingIsLostOrHalfWhenTheDatabaseIsKilled() throws Exception {
    test("Database killed", DatabaseProcess::kill, DatabaseProcess::start);
  }

  @Test
  void nothingIsLostOrHalfWhenTheDatabaseIsFrozen() throws Exception {
    test("Database frozen", DatabaseProcess::freeze, DatabaseProcess::thaw);
  }

  private void test(String name, Fault begin, Fault end) throws Exception {
    Random random = Chance.of(name);
    List<Ledger> ledgers = Load.ledgers(WRITERS, random);
    List<String> wrong = new ArrayList<>();
    try (DatabaseProcess database = DatabaseProcess.stoppedWith(folder.resolve("data.mv"))) {
      database.start();
      try (ServiceProcess service = ServiceProcess.start(database.settings(Watch.DEADLINE))) {
        for (int i = 0; i < TIMES; i++) {
          failUnderLoad(database, service, ledgers, begin, end, 50 + random.nextInt(100));
          wrong.addAll(Audit.overHttp(service.base(), ledgers));
          wrong.addAll(Audit.of(database.contents(), ledgers));
        }
      }
    }
    Tally.add(name, ledgers, wrong);
  }

  /** The writers go on all the time: into the fault, through it, and behind it. */
  private static void failUnderLoad(
      DatabaseProcess database,
      ServiceProcess service,
      List<Ledger> ledgers,
      Fault begin,
      Fault end,
      int changes)
      throws Exception {
    try (Load load = Load.start(service.base(), ledgers)) {
      load.awaitAcknowledged(changes);
      begin.on(database);
      try {
        load.awaitFailures(2 * WRITERS);
      } finally {
        end.on(database);
      }
      new Watch(service).theServiceRecovers();
      load.awaitAcknowledged(changes);
    }
  }
}
