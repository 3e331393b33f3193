package io.kpigroups.bootstrap.service.faults;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import io.kpigroups.bootstrap.service.client.Client;
import io.kpigroups.bootstrap.service.client.Tokens;
import io.kpigroups.bootstrap.service.ledger.Audit;
import io.kpigroups.bootstrap.service.ledger.Chance;
import io.kpigroups.bootstrap.service.ledger.Ledger;
import io.kpigroups.bootstrap.service.ledger.Load;
import io.kpigroups.bootstrap.service.ledger.Tally;
import io.kpigroups.bootstrap.service.ledger.Watch;
import io.kpigroups.bootstrap.service.process.ServiceProcess;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.bson.Document;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * The primary of a real replica set steps down under load, and what was acknowledged is there.
 * {@code KPIGROUPS_TEST_MONGODB} names the replica set; without it this test fails, since whoever
 * runs it means to have one.
 */
@Tag("failover")
@ExtendWith(Tally.class)
@Timeout(900)
class MongoFailoverIT {
  private static final int WRITERS = 6;
  private static final int TIMES = 3;
  private static final int CHANGES = 200;

  private final String server = System.getenv("KPIGROUPS_TEST_MONGODB");
  private final String database = "kpi_groups_failover_" + Client.randomId();

  @Test
  void nothingIsLostOrHalfWhenThePrimaryStepsDown() throws Exception {
    Random random = Chance.of("Primary stepped down");
    List<Ledger> ledgers = Load.ledgers(WRITERS, random);
    List<String> wrong = new ArrayList<>();
    try (MongoClient client = MongoClients.create(server);
        ServiceProcess service = ServiceProcess.start(settings())) {
      for (int i = 0; i < TIMES; i++) {
        stepDownUnderLoad(client, service, ledgers);
        wrong.addAll(Audit.overHttp(service.base(), ledgers));
      }
      client.getDatabase(database).drop();
    }
    Tally.add("Primary stepped down", ledgers, wrong);
  }

  private static void stepDownUnderLoad(
      MongoClient client, ServiceProcess service, List<Ledger> ledgers) {
    try (Load load = Load.start(service.base(), ledgers)) {
      load.awaitAcknowledged(CHANGES);
      client.getDatabase("admin").runCommand(new Document("replSetStepDown", 10));
      load.awaitAcknowledged(CHANGES);
    }
    new Watch(service).theServiceRecovers();
  }

  private Map<String, String> settings() {
    Map<String, String> settings = new HashMap<>(Tokens.settings());
    settings.put("kpigroups.store", "mongo");
    settings.put("quarkus.mongodb.connection-string", server);
    settings.put("quarkus.mongodb.database", database);
    return settings;
  }
}
