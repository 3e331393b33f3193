package io.kpigroups.adapter.sqlite.connection;

import static io.kpigroups.adapter.sqlite.Fixtures.MAX_WAIT;
import static io.kpigroups.adapter.sqlite.Fixtures.ample;
import static io.kpigroups.adapter.sqlite.Fixtures.file;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import io.kpigroups.adapter.sqlite.Fixtures;
import io.kpigroups.application.port.Deadline;
import io.kpigroups.application.port.StorageUnavailable;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;
import org.junit.jupiter.api.io.TempDir;

/** Changes that wait share one transaction, and none has a part in what becomes of another. */
@Timeout(value = 300, threadMode = ThreadMode.SEPARATE_THREAD)
class WriteQueueTest {
  private static final String ENDLESS =
      "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT count(*) FROM n";

  @TempDir Path folder;

  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final CountDownLatch goOn = new CountDownLatch(1);
  private final AtomicInteger commits = new AtomicInteger();
  private ConnectionPool readers;
  private ConnectionPool writer;
  private WriteQueue queue;

  @BeforeEach
  void open() {
    Fixtures.open(folder).close();
    readers = new ConnectionPool(file(folder), 1);
    writer = new ConnectionPool(file(folder), 1);
    queue = queueOf(MAX_WAIT);
  }

  private WriteQueue queueOf(Duration longest) {
    return new WriteQueue(writer, longest, commits::incrementAndGet);
  }

  @AfterEach
  void close() {
    goOn.countDown();
    threads.shutdown();
    writer.close();
    readers.close();
  }

  @Test
  void thoseThatWaitAreMadeInTheirOrderAndAppearTogether() {
    List<Long> seen = new ArrayList<>();
    CompletableFuture<Long> first = hold();
    List<CompletableFuture<Long>> others =
        IntStream.range(0, 20)
            .mapToObj(i -> queue(connection -> put(connection, "k" + i, seen)))
            .toList();
    goOn.countDown();

    assertThat(first.join()).isEqualTo(1);
    assertThat(others.stream().map(CompletableFuture::join))
        .containsExactlyElementsOf(IntStream.rangeClosed(2, 21).mapToObj(Long::valueOf).toList());
    assertThat(seen).as("a reader sees them when all are committed").hasSize(20).containsOnly(0L);
    assertThat(count()).isEqualTo(21);
    assertThat(commits).hasValue(1);
  }

  @Test
  void nobodyJoinsATransactionThatHasGoneOnForLong() {
    queue = queueOf(Duration.ZERO);
    hold();
    List<CompletableFuture<Long>> others =
        IntStream.range(0, 5).mapToObj(i -> queue(connection -> put(connection, "k" + i))).toList();
    goOn.countDown();

    others.forEach(CompletableFuture::join);
    assertThat(count()).isEqualTo(6);
    assertThat(commits).hasValue(6);
  }

  @Test
  void aTransactionTakesSoManyAndTheNextOneTheRest() {
    hold();
    int changes = WriteQueue.MOST + 9;
    List<CompletableFuture<Long>> others =
        IntStream.range(0, changes)
            .mapToObj(i -> queue(connection -> put(connection, "k" + i)))
            .toList();
    goOn.countDown();

    others.forEach(CompletableFuture::join);
    assertThat(count()).isEqualTo(changes + 1);
    assertThat(commits).hasValue(2);
  }

  @Test
  void aRefusalConcernsNobodyElse() {
    CompletableFuture<Long> first = hold();
    CompletableFuture<Long> refused =
        queue(
            connection -> {
              throw new IllegalStateException("full");
            });
    CompletableFuture<Long> other = queue(connection -> put(connection, "k"));
    goOn.countDown();

    assertThat(first.join()).isEqualTo(1);
    assertThatExceptionOfType(CompletionException.class)
        .isThrownBy(refused::join)
        .withMessageContaining("full");
    assertThat(other.join()).isEqualTo(2);
    assertThat(count()).isEqualTo(2);
  }

  @Test
  void whoFailsInTheMiddleOfAChangeLeavesNothingAndTheOthersAreMadeAgain() {
    isUndone(
        connection -> {
          put(connection, "half");
          throw new IllegalStateException("a fault");
        },
        "a fault");
  }

  @Test
  void soDoesWhoseErrorIsNoException() {
    isUndone(
        connection -> {
          put(connection, "half");
          throw new AssertionError("an error");
        },
        "an error");
  }

  @Test
  void aStatementThatFailsTakesTheConnectionButNoOtherChange() {
    isUndone(connection -> connection.number("SELECT no_column"), "cannot be read");
  }

  @Test
  void aStatementThatIsCutEndsNoOtherChange() {
    Deadline stopped = Deadline.in(Duration.ofSeconds(5), () -> 0);
    CompletableFuture<Long> first = hold();
    CompletableFuture<Long> before = queue(connection -> put(connection, "before"));
    CompletableFuture<Long> cut = queue(stopped, connection -> connection.number(ENDLESS));
    CompletableFuture<Long> after = queue(connection -> put(connection, "after"));
    goOn.countDown();

    assertThatExceptionOfType(CompletionException.class)
        .isThrownBy(cut::join)
        .withCauseInstanceOf(StorageUnavailable.class)
        .withMessageContaining("time for this request");
    assertThat(List.of(first.join(), before.join(), after.join())).containsExactly(1L, 2L, 3L);
    assertThat(count()).isEqualTo(3);
  }

  private void isUndone(Function<PooledConnection, Long> fault, String why) {
    AtomicInteger runs = new AtomicInteger();
    CompletableFuture<Long> first = hold();
    CompletableFuture<Long> before =
        queue(
            connection -> {
              runs.incrementAndGet();
              return put(connection, "before");
            });
    CompletableFuture<Long> failed = queue(fault);
    CompletableFuture<Long> after = queue(connection -> put(connection, "after"));
    goOn.countDown();

    assertThatExceptionOfType(CompletionException.class)
        .isThrownBy(failed::join)
        .withMessageContaining(why);
    assertThat(List.of(first.join(), before.join(), after.join())).containsExactly(1L, 2L, 3L);
    assertThat(runs).hasValue(2);
    assertThat(count()).isEqualTo(3);
  }

  @Test
  void whoGaveUpWaitingIsNotMadeLater() {
    hold();
    Deadline soon = Deadline.in(Duration.ofMillis(20), () -> 0);
    assertThatExceptionOfType(StorageUnavailable.class)
        .isThrownBy(() -> queue.write(soon, connection -> put(connection, "late")))
        .withMessageContaining("overloaded");
    CompletableFuture<Long> other = queue(connection -> put(connection, "k"));
    goOn.countDown();

    assertThat(other.join()).isEqualTo(2);
    assertThat(count()).isEqualTo(2);
  }

  @Test
  void whoIsInterruptedWhileItsChangeIsMadeHearsWhatBecameOfIt() throws Exception {
    hold();
    CountDownLatch begun = new CountDownLatch(1);
    CountDownLatch interrupted = new CountDownLatch(1);
    AtomicReference<Thread> caller = new AtomicReference<>();
    CompletableFuture<Boolean> made =
        inThread(
            caller,
            () -> {
              queue.write(
                  ample(),
                  connection -> {
                    begun.countDown();
                    awaitLatch(interrupted);
                    return put(connection, "k");
                  });
              return Thread.interrupted();
            });
    goOn.countDown();
    begun.await();
    caller.get().interrupt();
    interrupted.countDown();

    assertThat(made.join()).as("it stays interrupted").isTrue();
    assertThat(count()).isEqualTo(2);
  }

  @Test
  void whatWaitsWhenTheStoreIsClosedIsMadeOrRefused() {
    hold();
    List<CompletableFuture<Long>> others =
        IntStream.range(0, 10)
            .mapToObj(i -> queue(connection -> put(connection, "k" + i)))
            .toList();
    goOn.countDown();
    writer.close();

    long made =
        others.stream()
            .filter(other -> other.handle((count, failure) -> failure == null).join())
            .count();
    assertThat(count()).isEqualTo(made + 1);
  }

  /** A change that ends when the test lets it go on. */
  private CompletableFuture<Long> hold() {
    CountDownLatch holds = new CountDownLatch(1);
    CompletableFuture<Long> held =
        CompletableFuture.supplyAsync(
            () ->
                queue.write(
                    ample(),
                    connection -> {
                      holds.countDown();
                      awaitLatch(goOn);
                      return put(connection, "held");
                    }),
            threads);
    awaitLatch(holds);
    return held;
  }

  private CompletableFuture<Long> queue(Function<PooledConnection, Long> work) {
    return queue(ample(), work);
  }

  private CompletableFuture<Long> queue(Deadline deadline, Function<PooledConnection, Long> work) {
    return inThread(new AtomicReference<>(), () -> queue.write(deadline, work));
  }

  /** Returns when the thread waits for its turn. */
  private <T> CompletableFuture<T> inThread(AtomicReference<Thread> caller, Supplier<T> work) {
    CompletableFuture<T> result =
        CompletableFuture.supplyAsync(
            () -> {
              caller.set(Thread.currentThread());
              return work.get();
            },
            threads);
    await().atMost(Duration.ofMinutes(2)).until(() -> isWaiting(caller.get()));
    return result;
  }

  private static boolean isWaiting(Thread thread) {
    return thread != null && thread.getState() == Thread.State.TIMED_WAITING;
  }

  private static void awaitLatch(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  /** Puts a KPI; answers how many there are then. */
  private static long put(PooledConnection connection, String id) {
    connection.update("INSERT INTO kpis VALUES ('acme', ?1, 'K', 'k', '')", id);
    return connection.number("SELECT count(*) FROM kpis");
  }

  /** The same, and notes how many another connection sees. */
  private long put(PooledConnection connection, String id, List<Long> seen) {
    seen.add(count());
    return put(connection, id);
  }

  private long count() {
    return readers.<Long>lend(
        ample(), connection -> connection.number("SELECT count(*) FROM kpis"));
  }
}
