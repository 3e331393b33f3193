package io.kpigroups.bootstrap.service.faults;

import static org.assertj.core.api.Assertions.assertThat;

import io.kpigroups.bootstrap.service.client.Call;
import io.kpigroups.bootstrap.service.client.Patience;
import io.kpigroups.bootstrap.service.ledger.Audit;
import io.kpigroups.bootstrap.service.ledger.Chance;
import io.kpigroups.bootstrap.service.ledger.Ledger;
import io.kpigroups.bootstrap.service.ledger.Load;
import io.kpigroups.bootstrap.service.ledger.Store;
import io.kpigroups.bootstrap.service.ledger.Tally;
import io.kpigroups.bootstrap.service.process.ServiceProcess;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The service is killed in the middle of each kind of change, and started again on its data. */
@Tag("faults")
@ExtendWith(Tally.class)
@Timeout(3600)
class KilledServiceIT {
  private static final int WRITERS = 6;
  private static final int GROUPS_TO_PURGE = 20;

  private static final List<Call> CHANGES =
      List.of(
          Call.CREATE_GROUP,
          Call.RENAME_GROUP,
          Call.ADD_KPI,
          Call.REMOVE_KPI,
          Call.FAVORITE_GROUP,
          Call.UNFAVORITE_GROUP,
          Call.DELETE_GROUP);

  @TempDir Path folder;

  @ParameterizedTest
  @EnumSource
  void nothingIsLostOrHalfWhenItIsKilledDuringAnyChange(StoreKind kind) throws Exception {
    Random random = Chance.of("Killed during changes, " + kind);
    List<Ledger> ledgers = Load.ledgers(WRITERS, random);
    List<String> wrong = new ArrayList<>();
    try (Store store = kind.open(folder)) {
      for (Call change : CHANGES) {
        try (ServiceProcess service = ServiceProcess.start(store.settings())) {
          wrong.addAll(Audit.overHttp(service.base(), ledgers));
          writeUntilKilledDuring(change, service, ledgers, random);
        }
        wrong.addAll(Audit.of(store.contents(), ledgers));
      }
      try (ServiceProcess service = ServiceProcess.start(store.settings())) {
        wrong.addAll(Audit.overHttp(service.base(), ledgers));
        service.terminate();
        assertThat(service.awaitEnd()).as(service.said()).isEqualTo(143);
      }
    }
    Tally.add("Killed during changes, " + kind, ledgers, wrong);
  }

  /** The kill comes up to three milliseconds after such a change was sent, or later. */
  private static void writeUntilKilledDuring(
      Call change, ServiceProcess service, List<Ledger> ledgers, Random random) {
    Executor moment =
        CompletableFuture.delayedExecutor(random.nextInt(3_000), TimeUnit.MICROSECONDS);
    CompletableFuture<Void> sent = new CompletableFuture<>();
    CompletableFuture<Void> armed = new CompletableFuture<>();
    try (Load load =
        Load.start(
            service.base(),
            ledgers,
            call -> {
              if (call == change && armed.isDone()) {
                sent.complete(null);
              }
            })) {
      load.awaitAcknowledged(50 + random.nextInt(100));
      armed.complete(null);
      sent.thenRunAsync(
              () -> {
                load.stop();
                service.kill();
              },
              moment)
          .join();
    }
  }

  @ParameterizedTest
  @EnumSource
  void aPurgeThatIsKilledLeavesNothingHalfAndIsFinishedByTheNextService(StoreKind kind)
      throws Exception {
    Random random = Chance.of("Killed during the purge, " + kind);
    List<Ledger> deleters = Load.ledgers(WRITERS, random);
    List<Ledger> writers = Load.ledgers(2, random);
    List<Ledger> all = new ArrayList<>(deleters);
    all.addAll(writers);
    List<String> wrong = new ArrayList<>();
    try (Store store = kind.open(folder)) {
      try (ServiceProcess service = ServiceProcess.start(store.settings())) {
        deleters.parallelStream().forEach(ledger -> writeDeletedGroups(ledger, service));
      }
      Instant longAgo = Instant.now().minus(Duration.ofDays(1));
      store.backdateDeletions(longAgo);
      int most = WRITERS * GROUPS_TO_PURGE;
      assertThat(deletedGroups(store, deleters)).isEqualTo(most);
      killDuringThePurge(store, writers, deleters, random.nextInt(most / 2));
      int left = deletedGroups(store, deleters);
      System.out.printf("Killed with %d of %d groups left to purge, %s%n", left, most, kind);
      wrong.addAll(Audit.of(store.contents(), all));
      try (ServiceProcess service = ServiceProcess.start(purging(store))) {
        Patience.await().untilAsserted(() -> assertThat(deletedGroups(store, deleters)).isZero());
        wrong.addAll(Audit.overHttp(service.base(), all));
        wrong.addAll(Audit.of(store.contents(), all));
      }
    }
    Tally.add("Killed during the purge, " + kind, all, wrong);
  }

  private static void writeDeletedGroups(Ledger ledger, ServiceProcess service) {
    for (int i = 0; i < GROUPS_TO_PURGE; i++) {
      ledger.writeADeletedGroup(service.base());
    }
  }

  /** The kill comes when so many groups are gone. */
  private static void killDuringThePurge(
      Store store, List<Ledger> writers, List<Ledger> deleters, int gone) throws Exception {
    int before = deletedGroups(store, deleters);
    try (ServiceProcess service = ServiceProcess.start(purging(store));
        Load load = Load.start(service.base(), writers)) {
      Patience.await()
          .pollInterval(Duration.ofMillis(2))
          .until(() -> deletedGroups(store, deleters) < before - gone);
      load.stop();
      service.kill();
    }
  }

  private static int deletedGroups(Store store, List<Ledger> of) throws Exception {
    List<String> accounts = of.stream().map(ledger -> ledger.client().account()).toList();
    return (int)
        store.contents().groups().stream()
            .filter(group -> !group.live() && accounts.contains(group.account()))
            .count();
  }

  private static Map<String, String> purging(Store store) {
    var settings = new HashMap<>(store.settings());
    settings.put("kpigroups.retention", "1m");
    settings.put("kpigroups.deadline", "50s");
    settings.put("kpigroups.purge.every", "1s");
    return settings;
  }
}
