package io.kpigroups.bootstrap.service.outage;

import static org.assertj.core.api.Assertions.assertThat;

import io.kpigroups.bootstrap.service.client.Answer;
import io.kpigroups.bootstrap.service.client.Call;
import io.kpigroups.bootstrap.service.client.Caller;
import io.kpigroups.bootstrap.service.client.Caller.Called;
import io.kpigroups.bootstrap.service.client.Patience;
import io.kpigroups.bootstrap.service.ledger.Creates;
import io.kpigroups.bootstrap.service.ledger.DatabaseProcess;
import io.kpigroups.bootstrap.service.ledger.Watch;
import io.kpigroups.bootstrap.service.observed.Dashboard;
import io.kpigroups.bootstrap.service.observed.Metrics;
import io.kpigroups.bootstrap.service.observed.ObservedServiceIT;
import io.kpigroups.bootstrap.service.process.ServiceProcess;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/**
 * The packaged service while its database is killed and frozen under it: every request is answered
 * while the database is away, and nothing is done for it afterwards that its answer denies.
 */
@EnabledOnOs({OS.LINUX, OS.MAC})
@Timeout(1200)
@Execution(ExecutionMode.SAME_THREAD)
class MongoFaultsIT {
  private static final int CALLERS = 30;

  /** More than the service has threads. */
  private static final int MANY = 300;

  @TempDir static Path folder;

  private static final Creates creates = new Creates();
  private static DatabaseProcess database;
  private static ServiceProcess service;
  private static Watch watch;

  @BeforeAll
  static void start() throws Exception {
    database = DatabaseProcess.stoppedWith(folder.resolve("data.mv"));
    database.start();
    service = ServiceProcess.start(database.settings(Watch.DEADLINE));
    watch = new Watch(service);
  }

  /** When nobody is left who could still do it. */
  @AfterAll
  static void whatWasRefusedWasNotDoneLaterEither() throws Exception {
    service.close();
    try (DatabaseProcess last = database) {
      last.kill();
      last.start();
      creates.assertHonest(last.contents());
    }
  }

  @BeforeEach
  void everythingWorks() throws Exception {
    database.start();
    watch.theServiceRecovers();
  }

  @Test
  void theCallsOfTheseTestsAreAllThatChangeSomething() {
    Map<String, Map<String, Object>> paths = watch.document().path("paths");
    assertThat(
            paths.values().stream()
                .flatMap(path -> path.keySet().stream())
                .filter(method -> !method.equals("get")))
        .hasSize((int) Stream.of(Call.values()).filter(Call::isChange).count());
  }

  @Test
  void everyOperationFailsWhileTheDatabaseIsGone() throws Exception {
    database.kill();
    creates.note(watch.theStoreFails("Killed"));
    creates.note(watch.theStoreFails("Killed and known to be"));
    database.start();
    watch.theServiceRecovers();
  }

  /** Those that are about to be made when it freezes may be made when it thaws. */
  @Test
  void everyOneOfManyRequestsIsAnsweredWhileTheDatabaseIsFrozen() throws Exception {
    try {
      failInFlight("Frozen", List.of(Call.CREATE_GROUP), database::freeze);
      creates.note(watch.fail("Frozen", new Caller(service.base()).send(MANY)));
      creates.note(watch.theStoreFails("Frozen and known to be"));
    } finally {
      database.thaw();
    }
    watch.theServiceRecovers();
  }

  @Test
  void requestsInFlightAreAnsweredWhenTheDatabaseIsKilled() throws Exception {
    failInFlight("Killed", List.of(Call.values()), database::kill);
    database.start();
    watch.theServiceRecovers();
  }

  private interface Fault {
    void happen() throws Exception;
  }

  /** Has the fault happen while these calls are made, and looks at how each that fails does so. */
  private static void failInFlight(String how, List<Call> calls, Fault fault) throws Exception {
    AtomicBoolean happened = new AtomicBoolean();
    AtomicInteger successes = new AtomicInteger();
    ExecutorService threads = Executors.newFixedThreadPool(CALLERS);
    List<CompletableFuture<List<Called>>> callers =
        Stream.generate(() -> new Caller(service.base()))
            .limit(CALLERS)
            .map(
                caller ->
                    CompletableFuture.supplyAsync(
                        () -> caller.callUntil(calls, happened::get, successes::incrementAndGet),
                        threads))
            .toList();
    threads.shutdown();
    Patience.await().until(() -> successes.get() > 5 * CALLERS);
    fault.happen();
    happened.set(true);
    List<Called> failures = new ArrayList<>();
    callers.forEach(caller -> failures.addAll(caller.join()));
    Watch.print(how + " with requests in flight", failures);
    failures.forEach(Called::tellsThatTheStoreFails);
    creates.note(failures);
  }

  @Test
  void anOperatorSeesTheStoreInHealthAndMetrics() {
    Answer ready = Patience.await().until(() -> watch.health("ready"), Answer::isSuccess);
    assertThat(ready.check("store mongo")).containsEntry("status", "UP");
    List<String> rows = new ArrayList<>(Dashboard.EVERYWHERE);
    rows.add(Dashboard.MONGODB);
    Patience.await().untilAsserted(() -> Dashboard.isFedBy(Metrics.of(service), rows));
    // The first purge may have met one of the faults; the next one comes in an hour.
    ObservedServiceIT.awaitSum(service, "kpigroups_purge_runs_total");
  }
}
