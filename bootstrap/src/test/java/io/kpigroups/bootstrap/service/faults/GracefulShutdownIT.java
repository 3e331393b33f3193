package io.kpigroups.bootstrap.service.faults;

import static org.assertj.core.api.Assertions.assertThat;

import io.kpigroups.bootstrap.service.client.Client;
import io.kpigroups.bootstrap.service.client.Connection;
import io.kpigroups.bootstrap.service.client.Patience;
import io.kpigroups.bootstrap.service.ledger.Audit;
import io.kpigroups.bootstrap.service.ledger.EmbeddedFiles;
import io.kpigroups.bootstrap.service.ledger.Store;
import io.kpigroups.bootstrap.service.ledger.Watch;
import io.kpigroups.bootstrap.service.process.ServiceProcess;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** A service that is asked to end under load answers what it has accepted. */
@Tag("faults")
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "It has no signal that asks.")
@Timeout(1200)
class GracefulShutdownIT {
  private static final int CLIENTS = 6;
  private static final int ENDED_BY_SIGTERM = 143;

  @TempDir Path folder;

  /** They stop by themselves when readiness is down, however long it takes until the end. */
  @Test
  void whoLooksAtReadinessHasAnAnswerToEveryRequest() throws Exception {
    Store store = new EmbeddedFiles(folder);
    List<Creator> creators = creators(true);
    try (ServiceProcess service = ServiceProcess.start(endingLate(store))) {
      endUnderLoad(service, creators);
      assertThat(creators).allSatisfy(creator -> assertThat(creator.tooLate()).isEmpty());
    }
    assertNothingDropped(store, creators);
  }

  /** Who connects to the very last may be refused, or find the connection closed. */
  @Test
  void whatWasNotAcknowledgedWasNotDone() throws Exception {
    Store store = new EmbeddedFiles(folder);
    List<Creator> creators = creators(false);
    try (ServiceProcess service = ServiceProcess.start(patient(store))) {
      endUnderLoad(service, creators);
      assertThat(service.awaitEnd()).as(service.said()).isEqualTo(ENDED_BY_SIGTERM);
      assertThat(service.said()).doesNotContain("ERROR");
    }
    assertNothingDropped(store, creators);
  }

  /** The data file is locked by another program, until the service is about to end. */
  @Test
  void whatIsStillAtWorkAtTheEndIsWaitedFor() throws Exception {
    EmbeddedFiles store = new EmbeddedFiles(folder);
    Client client = Client.inNewAccount();
    Set<Object> names = new HashSet<>();
    try (ServiceProcess service = ServiceProcess.start(patient(store))) {
      List<Connection> atWork = new ArrayList<>();
      try (AutoCloseable lock = store.lock()) {
        for (int i = 0; i < CLIENTS; i++) {
          Connection connection = Connection.to(service.base());
          connection.begin(client, "G" + i);
          connection.finish("G" + i);
          names.add("G" + i);
          atWork.add(connection);
        }
        service.terminate();
        // Past the delay in which the service still works as if nothing was.
        service.awaitSaying(Pattern.compile("Waiting for HTTP requests to complete"));
      }
      for (Connection connection : atWork) {
        assertThat(connection.reply().status()).isEqualTo(201);
        connection.close();
      }
      assertThat(service.awaitEnd()).as(service.said()).isEqualTo(ENDED_BY_SIGTERM);
    }
    try (ServiceProcess service = ServiceProcess.start(store.settings())) {
      assertThat(stored(service, client)).isEqualTo(names);
    }
  }

  @Test
  void readinessGoesDownFirstAndRequestsStillWork() throws Exception {
    EmbeddedFiles store = new EmbeddedFiles(folder);
    try (ServiceProcess service = ServiceProcess.start(endingLate(store))) {
      Watch watch = new Watch(service);
      Client client = Client.inNewAccount();
      Patience.await().until(() -> watch.health("ready").isSuccess());
      try (Connection before = Connection.to(service.base())) {
        assertThat(before.create(client, "Before").status()).isEqualTo(201);
        service.terminate();
        Patience.await()
            .until(
                () -> watch.health("ready").check("Graceful Shutdown").get("status"),
                "DOWN"::equals);
        watch.health("live").has(200);
        boolean saysToGoElsewhere = false;
        while (!saysToGoElsewhere) {
          Connection.Reply kept = before.create(client, "Over a connection from before");
          assertThat(kept.status()).isEqualTo(201);
          saysToGoElsewhere = kept.isLast();
        }
      }
      try (Connection anew = Connection.to(service.base())) {
        assertThat(anew.create(client, "Over a new one").status()).isEqualTo(201);
      }
    }
  }

  /** A service that works on as if nothing was, for longer than the test takes. */
  private static Map<String, String> endingLate(Store store) {
    Map<String, String> settings = patient(store);
    settings.put("quarkus.shutdown.delay", "1h");
    return settings;
  }

  /** A service that waits at its end for what is at work, however slow the machine is. */
  private static Map<String, String> patient(Store store) {
    Map<String, String> settings = new HashMap<>(store.settings());
    settings.put("quarkus.shutdown.timeout", "1h");
    return settings;
  }

  private static List<Creator> creators(boolean polite) {
    return Stream.generate(() -> new Creator(polite)).limit(CLIENTS).toList();
  }

  /** Asks the service to end while they create, and waits until each of them has stopped. */
  private static void endUnderLoad(ServiceProcess service, List<Creator> creators) {
    ExecutorService threads = Executors.newFixedThreadPool(creators.size());
    List<CompletableFuture<Void>> running =
        creators.stream()
            .map(creator -> CompletableFuture.runAsync(() -> creator.createAt(service), threads))
            .toList();
    threads.shutdown();
    Patience.await().until(() -> creators.stream().allMatch(Creator::isWellUnderWay));
    creators.forEach(Creator::stopAtTheEnd);
    service.terminate();
    running.forEach(CompletableFuture::join);
  }

  private static Set<Object> stored(ServiceProcess service, Client client) {
    return Audit.list(service.base(), client).values().stream()
        .map(group -> group.get("name"))
        .collect(Collectors.toSet());
  }

  /** What was acknowledged is there, and nothing else. */
  private static void assertNothingDropped(Store store, List<Creator> creators) throws IOException {
    System.out.printf(
        "Shut down under load: %d writes acknowledged; too late: %d%n",
        creators.stream().mapToInt(creator -> creator.acknowledged().size()).sum(),
        creators.stream().mapToInt(creator -> creator.tooLate().size()).sum());
    try (ServiceProcess service = ServiceProcess.start(store.settings())) {
      for (Creator creator : creators) {
        assertThat(creator.wrong()).isEmpty();
        assertThat(stored(service, creator.client())).isEqualTo(creator.acknowledged());
      }
    }
  }
}
