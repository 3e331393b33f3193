package io.kpigroups.bootstrap.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
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
@Timeout(120)
class GracefulShutdownIT {
  private static final int CLIENTS = 6;
  private static final int ENDED_BY_SIGTERM = 143;
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  @TempDir Path folder;

  /** A client that creates groups over connections that it keeps, as long as there is a service. */
  private static final class Creator {
    private final Client client = Client.inNewAccount();
    private final boolean looksBeforeItConnects;
    private final Set<Object> acknowledged = new HashSet<>();
    private final Set<Object> tooLate = new HashSet<>();
    private final List<String> wrong = new ArrayList<>();
    private volatile int count;

    Creator(boolean looksBeforeItConnects) {
      this.looksBeforeItConnects = looksBeforeItConnects;
    }

    void create(ServiceProcess service) {
      URI base = service.base();
      URI ready = URI.create(service.health() + "/ready");
      try {
        while (!looksBeforeItConnects || isReady(ready)) {
          createOverOneConnection(base);
        }
      } catch (ConnectException refused) {
        // The end that is expected.
      } catch (IOException e) {
        wrong.add("after " + count + ": " + e);
      }
    }

    private static boolean isReady(URI health) {
      try {
        return Answer.get(health).isSuccess();
      } catch (CompletionException gone) {
        return false;
      }
    }

    private void createOverOneConnection(URI base) throws IOException {
      try (Connection connection = Connection.to(base)) {
        boolean last = false;
        while (!last) {
          String name = "G" + count++;
          try {
            Connection.Reply reply = connection.create(client, name);
            if (reply.status() == 201) {
              acknowledged.add(name);
            } else if (reply.status() == 503 && reply.isLast()) {
              tooLate.add(name);
            } else {
              wrong.add(name + ": " + reply);
            }
            last = reply.isLast();
          } catch (Connection.NoAnswer e) {
            tooLate.add(name);
            last = true;
          }
        }
      }
    }

    Set<Object> stored(URI base) {
      return Audit.list(base, client).values().stream()
          .map(group -> group.get("name"))
          .collect(Collectors.toSet());
    }
  }

  @Test
  void everyRequestThatWasAcceptedIsAnswered() throws Exception {
    Store store = new EmbeddedFiles(folder);
    List<Creator> polite = creators(true);
    List<Creator> stubborn = creators(false);
    List<Creator> all = new ArrayList<>(polite);
    all.addAll(stubborn);
    try (ServiceProcess service = ServiceProcess.start(store.settings())) {
      List<CompletableFuture<Void>> running = start(all, service);
      await().atMost(PATIENCE).until(() -> all.stream().allMatch(creator -> creator.count > 20));
      service.terminate();
      running.forEach(CompletableFuture::join);
      assertThat(service.awaitEnd()).as(service.said()).isEqualTo(ENDED_BY_SIGTERM);
      assertThat(service.said()).doesNotContain("ERROR");
    }
    assertNothingDropped(store, polite, stubborn);
  }

  /** The data file is locked by another program, until the service is about to end. */
  @Test
  void whatIsStillAtWorkAtTheEndIsWaitedFor() throws Exception {
    EmbeddedFiles store = new EmbeddedFiles(folder);
    List<Creator> creators = creators(true);
    try (ServiceProcess service = ServiceProcess.start(store.settings())) {
      List<CompletableFuture<Void>> running = start(creators, service);
      await()
          .atMost(PATIENCE)
          .until(() -> creators.stream().allMatch(creator -> creator.count > 20));
      try (AutoCloseable lock = store.lock()) {
        service.terminate();
        // Past the delay in which the service still works as if nothing was.
        service.awaitSaying(Pattern.compile("Waiting for HTTP requests to complete"));
      }
      running.forEach(CompletableFuture::join);
      assertThat(service.awaitEnd()).as(service.said()).isEqualTo(ENDED_BY_SIGTERM);
    }
    assertNothingDropped(store, creators, List.of());
  }

  @Test
  void readinessGoesDownFirstAndRequestsStillWork() throws Exception {
    EmbeddedFiles store = new EmbeddedFiles(folder);
    try (ServiceProcess service = ServiceProcess.start(store.settings())) {
      Watch watch = new Watch(service);
      Client client = Client.inNewAccount();
      watch.health("ready").has(200);
      try (Connection before = Connection.to(service.base())) {
        assertThat(before.create(client, "Before").status()).isEqualTo(201);
        service.terminate();
        await().pollInterval(Duration.ofMillis(20)).until(() -> !watch.health("ready").isSuccess());
        watch.health("live").has(200);
        Connection.Reply kept = before.create(client, "Over a connection from before");
        assertThat(kept.status()).isEqualTo(201);
        assertThat(kept.isLast()).as("tells to go elsewhere").isTrue();
      }
      try (Connection anew = Connection.to(service.base())) {
        assertThat(anew.create(client, "Over a new one").status()).isEqualTo(201);
      }
      assertThat(service.awaitEnd()).as(service.said()).isEqualTo(ENDED_BY_SIGTERM);
    }
  }

  private static List<Creator> creators(boolean polite) {
    return Stream.generate(() -> new Creator(polite)).limit(CLIENTS).toList();
  }

  private static List<CompletableFuture<Void>> start(
      List<Creator> creators, ServiceProcess service) {
    ExecutorService threads = Executors.newFixedThreadPool(creators.size());
    List<CompletableFuture<Void>> running =
        creators.stream()
            .map(creator -> CompletableFuture.runAsync(() -> creator.create(service), threads))
            .toList();
    threads.shutdown();
    return running;
  }

  /**
   * Who looks at readiness has every answer. Who connects to the very last may be refused, or find
   * the connection closed; but what was not acknowledged was not done.
   */
  private static void assertNothingDropped(
      Store store, List<Creator> polite, List<Creator> stubborn) throws IOException {
    List<Creator> all = new ArrayList<>(polite);
    all.addAll(stubborn);
    System.out.printf(
        "Shut down under load: %d writes acknowledged; too late: %d, all of those who do not look at"
            + " readiness%n",
        all.stream().mapToInt(creator -> creator.acknowledged.size()).sum(),
        stubborn.stream().mapToInt(creator -> creator.tooLate.size()).sum());
    assertThat(polite).allSatisfy(creator -> assertThat(creator.tooLate).isEmpty());
    try (ServiceProcess service = ServiceProcess.start(store.settings())) {
      for (Creator creator : all) {
        assertThat(creator.wrong).isEmpty();
        assertThat(creator.stored(service.base())).isEqualTo(creator.acknowledged);
      }
    }
  }
}
