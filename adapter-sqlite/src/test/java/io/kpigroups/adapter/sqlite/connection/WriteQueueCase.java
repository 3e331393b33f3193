package io.kpigroups.adapter.sqlite.connection;

import static io.kpigroups.adapter.sqlite.Fixtures.file;
import static org.awaitility.Awaitility.await;

import io.kpigroups.adapter.sqlite.Fixtures;
import io.kpigroups.application.port.Deadline;
import io.kpigroups.application.port.PortFailure;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;
import org.junit.jupiter.api.io.TempDir;

/** A queue of changes over a file of its own, and threads that wait in it. */
@Timeout(value = 300, threadMode = ThreadMode.SEPARATE_THREAD)
abstract class WriteQueueCase {
  /** Longer than any test runs, and than ten times what a transaction may take. */
  static final Duration YEAR = Duration.ofDays(365);

  private static final Duration DAY = Duration.ofDays(1);

  @TempDir Path folder;

  final ExecutorService threads = Executors.newCachedThreadPool();
  final CountDownLatch goOn = new CountDownLatch(1);
  final List<PortFailure> failures = new CopyOnWriteArrayList<>();
  final AtomicInteger commits = new AtomicInteger();
  ConnectionPool readers;
  ConnectionPool writer;
  WriteQueue queue;

  @BeforeEach
  void open() {
    Fixtures.open(folder).close();
    readers = new ConnectionPool(file(folder), 1);
    writer = new ConnectionPool(file(folder), 1);
    queue = queueOf(DAY);
  }

  static Deadline inAYear() {
    return Deadline.in(YEAR);
  }

  WriteQueue queueOf(Duration longest) {
    return new WriteQueue(writer, longest, commits::incrementAndGet, failures::add);
  }

  @AfterEach
  void close() {
    goOn.countDown();
    threads.shutdown();
    writer.close();
    readers.close();
  }

  /** A change that ends when the test lets it go on. */
  CompletableFuture<Long> hold() {
    return hold(inAYear());
  }

  CompletableFuture<Long> hold(Deadline deadline) {
    CountDownLatch holds = new CountDownLatch(1);
    CompletableFuture<Long> held =
        CompletableFuture.supplyAsync(
            () ->
                write(
                    deadline,
                    connection -> {
                      holds.countDown();
                      awaitLatch(goOn);
                      return put(connection, "held");
                    }),
            threads);
    awaitLatch(holds);
    return held;
  }

  <T> T write(Deadline deadline, Function<PooledConnection, T> work) {
    return queue.write(QueuedWrite.shared(deadline, work));
  }

  CompletableFuture<Long> queue(Function<PooledConnection, Long> work) {
    return queue(inAYear(), work);
  }

  CompletableFuture<Long> queue(Deadline deadline, Function<PooledConnection, Long> work) {
    return inThread(new AtomicReference<>(), () -> write(deadline, work));
  }

  /** Returns when the thread waits for its turn. */
  <T> CompletableFuture<T> inThread(AtomicReference<Thread> caller, Supplier<T> work) {
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

  static boolean isWaiting(Thread thread) {
    return thread != null && thread.getState() == Thread.State.TIMED_WAITING;
  }

  static void awaitLatch(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  /** Puts a KPI; answers how many there are then. */
  static long put(PooledConnection connection, String id) {
    connection.update("INSERT INTO kpis VALUES ('acme', ?1, 'K', 'k', '')", id);
    return connection.number("SELECT count(*) FROM kpis");
  }

  /** The same, and notes how many another connection sees. */
  long put(PooledConnection connection, String id, List<Long> seen) {
    seen.add(count());
    return put(connection, id);
  }

  long count() {
    return readers.<Long>lend(
        inAYear(), connection -> connection.number("SELECT count(*) FROM kpis"));
  }
}
