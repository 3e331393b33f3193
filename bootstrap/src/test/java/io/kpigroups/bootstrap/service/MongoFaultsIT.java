package io.kpigroups.bootstrap.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.kpigroups.bootstrap.service.Caller.Called;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

/** The packaged service while its database is killed and frozen under it. */
@EnabledOnOs({OS.LINUX, OS.MAC})
@Timeout(120)
class MongoFaultsIT {
  private static DatabaseProcess database;
  private static ServiceProcess service;
  private static Watch watch;

  @BeforeAll
  static void start() throws Exception {
    database = DatabaseProcess.stopped();
    database.start();
    service = ServiceProcess.start(database.settings(Watch.DEADLINE));
    watch = new Watch(service);
  }

  @AfterAll
  static void stop() {
    service.close();
    database.close();
  }

  @BeforeEach
  void everythingWorks() throws Exception {
    database.start();
    watch.theServiceRecovers();
  }

  @Test
  void theCallsOfTheseTestsAreAllThatThereAre() {
    Map<String, Map<String, Object>> paths = watch.document().path("paths");
    assertThat(paths.values().stream().mapToInt(Map::size).sum()).isEqualTo(Call.values().length);
  }

  @Test
  void everyOperationFailsInTimeWhileTheDatabaseIsGone() throws Exception {
    database.kill();
    watch.theStoreFails("Killed");
    watch.theStoreFails("Killed and known to be");
    database.start();
    watch.theServiceRecovers();
  }

  @Test
  void everyOperationFailsInTimeWhileTheDatabaseIsFrozen() throws Exception {
    database.freeze();
    try {
      // Alone, so that it is sent: there is a connection from before.
      Answer delete = new Caller(service.base()).call(Call.DELETE_GROUP).answer();
      assertThat(delete.within(Watch.IN_TIME).has(500).json("type")).endsWith(":outcome-unknown");
      watch.theStoreFails("Frozen");
      watch.theStoreFails("Frozen and known to be");
    } finally {
      database.thaw();
    }
    watch.theServiceRecovers();
  }

  @Test
  void requestsInFlightAreAnsweredInTimeWhenTheDatabaseIsKilled() throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(8);
    AtomicInteger successes = new AtomicInteger();
    List<CompletableFuture<List<Called>>> callers =
        IntStream.range(0, 8)
            .mapToObj(
                n ->
                    CompletableFuture.supplyAsync(
                        () ->
                            new Caller(service.base())
                                .callUntilOneFails(successes::incrementAndGet),
                        threads))
            .toList();
    await().until(() -> successes.get() > 200);
    database.kill();
    List<CompletableFuture<Called>> failures =
        callers.stream()
            .map(CompletableFuture::join)
            .map(answers -> answers.get(answers.size() - 1))
            .map(CompletableFuture::completedFuture)
            .toList();
    threads.shutdown();
    watch.failWithin(Watch.IN_TIME, "Killed with requests in flight", failures);
    database.start();
    watch.theServiceRecovers();
  }

  @Test
  void threeHundredRequestsAtOnceAreAllAnsweredAndInTimeWhileTheDatabaseIsFrozen()
      throws Exception {
    Caller caller = new Caller(service.base());
    assertThat(atOnce(() -> Stream.of(caller.send(Call.LIST_GROUPS))))
        .allSatisfy(called -> called.join().answer().has(200));
    database.freeze();
    try {
      List<CompletableFuture<Called>> calls = atOnce(() -> caller.sendAll().stream());
      List<Answer> others = new ArrayList<>();
      while (calls.stream().noneMatch(CompletableFuture::isDone)) {
        others.add(watch.document());
        others.add(watch.health("live"));
      }
      watch.failWithin(Watch.IN_TIME_UNDER_LOAD, "Frozen under 300 requests", calls);
      System.out.printf(
          "Meanwhile: %d documents and signs of life, slowest after %d ms%n",
          others.size(),
          others.stream().mapToLong(other -> other.waited().toMillis()).max().orElse(0));
      assertThat(others).isNotEmpty().allSatisfy(other -> other.has(200).within(Watch.AT_ONCE));
    } finally {
      database.thaw();
    }
    watch.theServiceRecovers();
  }

  private static List<CompletableFuture<Called>> atOnce(
      Supplier<Stream<CompletableFuture<Called>>> calls) {
    return Stream.generate(calls).flatMap(sent -> sent).limit(300).toList();
  }
}
