package io.kpigroups.bootstrap.service.faults;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kpigroups.bootstrap.service.client.Patience;
import io.kpigroups.bootstrap.service.client.Service;
import io.kpigroups.bootstrap.service.ledger.Chance;
import io.kpigroups.bootstrap.service.ledger.Contents;
import io.kpigroups.bootstrap.service.ledger.KeyedCreates;
import io.kpigroups.bootstrap.service.ledger.Store;
import io.kpigroups.bootstrap.service.ledger.Swaps;
import io.kpigroups.bootstrap.service.process.ServiceProcess;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * The service is killed in the middle of batches and of creates under idempotency keys: a batch is
 * whole or was never there, and a request that is sent again makes no second group.
 */
@Timeout(1200)
class KilledChangesIT {
  /** Whoever finds a key unfinished waits for it no longer than this. */
  private static final int DEADLINE_SECONDS = 5;

  @TempDir Path folder;

  @Test
  void theEmbeddedStoreIsWhole() throws Exception {
    try (Store store = StoreKind.EMBEDDED.open(folder)) {
      killAndLook(store);
    }
  }

  @Tag("faults")
  @ParameterizedTest
  @EnumSource
  void everyStoreIsWholeHoweverOftenTheServiceIsKilled(StoreKind kind) throws Exception {
    try (Store store = kind.open(folder)) {
      for (int i = 0; i < 10; i++) {
        killAndLook(store);
      }
    }
  }

  private static void killAndLook(Store store) throws Exception {
    Random random = Chance.of("Killed during batches and creates");
    List<Swaps> swaps;
    List<KeyedCreates> creates;
    try (ServiceProcess process = ServiceProcess.start(settings(store))) {
      Service service = Service.at(process.base());
      swaps = Stream.generate(() -> new Swaps(service.newUser())).limit(2).toList();
      creates = Stream.generate(() -> new KeyedCreates(service.newUser())).limit(4).toList();
      killDuring(process, swaps, creates, 30 + random.nextInt(60));
    }
    Contents contents = store.contents();
    swaps.forEach(one -> one.assertWhole(contents));
    try (ServiceProcess process = ServiceProcess.start(settings(store))) {
      Service service = Service.at(process.base());
      swaps.forEach(one -> one.assertRepeatable(service));
      creates.forEach(one -> one.assertMadeOnce(service, DEADLINE_SECONDS));
    }
  }

  /** The kill comes when so many changes were acknowledged. */
  private static void killDuring(
      ServiceProcess process, List<Swaps> swaps, List<KeyedCreates> creates, int changes) {
    List<Runnable> writers = new ArrayList<>(swaps);
    writers.addAll(creates);
    ExecutorService threads = Executors.newFixedThreadPool(writers.size());
    List<CompletableFuture<Void>> ends =
        writers.stream().map(writer -> CompletableFuture.runAsync(writer, threads)).toList();
    Patience.await()
        .until(
            () ->
                swaps.stream().mapToInt(Swaps::acknowledged).sum()
                        + creates.stream().mapToInt(KeyedCreates::acknowledged).sum()
                    >= changes);
    process.kill();
    // What was on its way has no answer.
    ends.forEach(end -> assertThatThrownBy(end::join).hasRootCauseInstanceOf(IOException.class));
    threads.shutdown();
  }

  private static Map<String, String> settings(Store store) {
    Map<String, String> settings = new HashMap<>(store.settings());
    settings.put("kpigroups.kpis", "any");
    settings.put("kpigroups.deadline", DEADLINE_SECONDS + "s");
    return settings;
  }
}
