package io.kpigroups.adapter.sqlite.connection;

import static io.kpigroups.adapter.sqlite.Fixtures.MAX_WAIT;
import static io.kpigroups.adapter.sqlite.Fixtures.ample;
import static io.kpigroups.adapter.sqlite.Fixtures.file;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.kpigroups.adapter.sqlite.Fixtures;
import io.kpigroups.application.port.Deadline;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** That a call has all the time to its deadline. */
class DeadlineHandedDownTest {
  private static final Duration HOUR = Duration.ofHours(1);
  private static final Duration YEAR = Duration.ofDays(365);
  private static final String BUSY_TIMEOUT = "PRAGMA busy_timeout";

  /** Long enough for SQLite to look at the clock many times. */
  private static final String MANY_STEPS =
      "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 100000)"
          + " SELECT count(*) FROM n";

  @TempDir Path folder;

  @BeforeEach
  void thereIsADataFile() {
    Fixtures.open(folder).close();
  }

  @Test
  void aCallWaitsForALockUntilItsDeadline() {
    Deadline hour = Deadline.in(HOUR);
    try (Database database = new Database(file(folder))) {
      assertThat(database.read(hour, this::busyTimeout)).isGreaterThan(MAX_WAIT.toMillis());
      assertThat(database.write(hour, this::busyTimeout)).isGreaterThan(MAX_WAIT.toMillis());
      assertThat(database.read(Deadline.in(YEAR), this::busyTimeout))
          .as("longer than SQLite can wait")
          .isEqualTo(Integer.MAX_VALUE);
      assertThat(database.read(ample(), this::busyTimeout))
          .isLessThanOrEqualTo(MAX_WAIT.toMillis());
    }
  }

  private long busyTimeout(PooledConnection connection) {
    return connection.number(BUSY_TIMEOUT);
  }

  @Test
  void aStatementRunsUntilTheDeadline() {
    try (ConnectionPool pool = new ConnectionPool(file(folder), 1)) {
      assertThat(count(pool)).isEqualTo(100_000);
      assertThat(count(pool)).as("in a connection that was used before").isEqualTo(100_000);
    }
  }

  private static long count(ConnectionPool pool) {
    return pool.lend(Deadline.in(HOUR), connection -> connection.number(MANY_STEPS));
  }

  @Test
  void aCallWaitsForItsTurnUntilTheDeadline() {
    try (ConnectionPool pool = new ConnectionPool(file(folder), 1)) {
      AtomicReference<Thread> waiting = new AtomicReference<>();
      CompletableFuture<Long> second =
          pool.lend(Deadline.in(HOUR), connection -> startSecond(pool, waiting));
      assertThat(second.join()).isEqualTo(100_000);
    }
  }

  /** Returns when the second call waits, since the first still has the only connection. */
  private static CompletableFuture<Long> startSecond(
      ConnectionPool pool, AtomicReference<Thread> waiting) {
    CompletableFuture<Long> second =
        CompletableFuture.supplyAsync(
            () -> {
              waiting.set(Thread.currentThread());
              return count(pool);
            });
    await().atMost(Duration.ofMinutes(2)).until(() -> second.isDone() || isWaiting(waiting.get()));
    return second;
  }

  private static boolean isWaiting(Thread thread) {
    return thread != null && thread.getState() == Thread.State.TIMED_WAITING;
  }
}
