package io.kpigroups.bootstrap.service.faults;

import static org.assertj.core.api.Assertions.assertThat;

import io.kpigroups.bootstrap.service.ledger.Audit;
import io.kpigroups.bootstrap.service.ledger.Chance;
import io.kpigroups.bootstrap.service.ledger.CuttingLine;
import io.kpigroups.bootstrap.service.ledger.DatabaseProcess;
import io.kpigroups.bootstrap.service.ledger.EmbeddedFiles;
import io.kpigroups.bootstrap.service.ledger.Ledger;
import io.kpigroups.bootstrap.service.ledger.Load;
import io.kpigroups.bootstrap.service.ledger.Tally;
import io.kpigroups.bootstrap.service.ledger.Watch;
import io.kpigroups.bootstrap.service.process.MongoService;
import io.kpigroups.bootstrap.service.process.ServiceProcess;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Connections are cut in the middle of requests and of answers, on either side of the service. */
@Tag("faults")
@ExtendWith(Tally.class)
@Timeout(3600)
class CutConnectionsIT {
  private static final int WRITERS = 6;
  private static final int CHANGES = 150;
  private static final int FAILURES = 60;

  /**
   * A request with its token has about 700 bytes, an answer 400: a few of them, or a part of one.
   */
  private static final int BYTES_OF_CLIENTS = 4_000;

  /** Most connections live through the driver's greeting, and some do not. */
  private static final int BYTES_OF_THE_DATABASE = 8_000;

  @TempDir Path folder;

  @Test
  void nothingIsLostOrHalfWhenClientsAreCutOff() throws Exception {
    Random random = Chance.of("Clients cut off");
    List<Ledger> ledgers = Load.ledgers(WRITERS, random);
    List<String> wrong = new ArrayList<>();
    try (EmbeddedFiles store = new EmbeddedFiles(folder);
        ServiceProcess service = ServiceProcess.start(store.settings());
        CuttingLine line = CuttingLine.to(service.base().getPort(), BYTES_OF_CLIENTS, random)) {
      writeOver(line, URI.create("http://127.0.0.1:" + line.port()), ledgers);
      wrong.addAll(Audit.overHttp(service.base(), ledgers));
      wrong.addAll(Audit.of(store.contents(), ledgers));
      new Watch(service).theServiceRecovers();
      service.terminate();
      service.awaitEnd();
    }
    Tally.add("Clients cut off", ledgers, wrong);
  }

  @Test
  void nothingIsLostOrHalfWhenTheDatabaseIsCutOff() throws Exception {
    Random random = Chance.of("Database cut off");
    List<Ledger> ledgers = Load.ledgers(WRITERS, random);
    List<String> wrong = new ArrayList<>();
    try (DatabaseProcess database = DatabaseProcess.stopped()) {
      database.start();
      try (CuttingLine line = CuttingLine.to(database.port(), BYTES_OF_THE_DATABASE, random);
          ServiceProcess service = ServiceProcess.start(through(line, database))) {
        writeOver(line, service.base(), ledgers);
        new Watch(service).theServiceRecovers();
        wrong.addAll(Audit.overHttp(service.base(), ledgers));
        wrong.addAll(Audit.of(database.contents(), ledgers));
      }
    }
    Tally.add("Database cut off", ledgers, wrong);
  }

  /** A good line, a bad one, and a good one again, on which everything works without a restart. */
  private static void writeOver(CuttingLine line, URI base, List<Ledger> ledgers) {
    try (Load load = Load.start(base, ledgers)) {
      load.awaitAcknowledged(CHANGES);
      line.turnBad();
      load.awaitFailures(FAILURES);
      line.mend();
      load.awaitAcknowledged(CHANGES);
    }
    System.out.printf(
        "Cut in the middle of requests: %d, of answers: %d%n",
        line.requestsCut(), line.answersCut());
    assertThat(line.requestsCut()).isPositive();
    assertThat(line.answersCut()).isPositive();
  }

  private static Map<String, String> through(CuttingLine line, DatabaseProcess database) {
    Map<String, String> settings = database.settings(Watch.DEADLINE);
    settings.put("quarkus.mongodb.connection-string", MongoService.connection(line.port()));
    return settings;
  }
}
