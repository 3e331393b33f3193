package io.kpigroups.bootstrap.service.faults;

import io.kpigroups.bootstrap.service.client.Answer;
import io.kpigroups.bootstrap.service.ledger.Audit;
import io.kpigroups.bootstrap.service.ledger.Chance;
import io.kpigroups.bootstrap.service.ledger.EmbeddedFiles;
import io.kpigroups.bootstrap.service.ledger.Ledger;
import io.kpigroups.bootstrap.service.ledger.Load;
import io.kpigroups.bootstrap.service.ledger.Tally;
import io.kpigroups.bootstrap.service.process.ServiceProcess;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * What the packaged service has acknowledged with its embedded store is there after a kill.
 *
 * <p>This shows that the process keeps nothing acknowledged to itself; that it is on the disk too,
 * only a power cut could show.
 */
@Timeout(1200)
class EmbeddedDurabilityIT {
  private static final int WRITERS = 6;

  @TempDir Path folder;

  @RepeatedTest(2)
  void everyAcknowledgedWriteSurvivesAKill() throws Exception {
    EmbeddedFiles store = new EmbeddedFiles(folder);
    Random random = Chance.of("Kill");
    List<Ledger> ledgers = Load.ledgers(WRITERS, random);
    try (ServiceProcess service = ServiceProcess.start(store.settings())) {
      Answer.get(service.base()).has(200);
      System.out.printf("First answer %d ms after the start%n", service.age().toMillis());
      try (Load load = Load.start(service.base(), ledgers)) {
        load.awaitAcknowledged(300 + random.nextInt(600));
        load.stop();
        service.kill();
      }
    }
    List<String> wrong = Audit.of(store.contents(), ledgers);
    try (ServiceProcess service = ServiceProcess.start(store.settings())) {
      wrong.addAll(Audit.overHttp(service.base(), ledgers));
    }
    Tally.add("Killed", ledgers, wrong);
  }
}
