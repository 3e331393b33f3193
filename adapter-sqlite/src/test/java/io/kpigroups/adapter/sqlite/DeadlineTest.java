package io.kpigroups.adapter.sqlite;

import static io.kpigroups.adapter.sqlite.Fixtures.MAX_WAIT;
import static io.kpigroups.adapter.sqlite.Fixtures.NAME;
import static io.kpigroups.adapter.sqlite.Fixtures.NOON;
import static io.kpigroups.adapter.sqlite.Fixtures.NO_LIMIT;
import static io.kpigroups.adapter.sqlite.Fixtures.file;
import static io.kpigroups.adapter.sqlite.Fixtures.freshActor;
import static io.kpigroups.adapter.sqlite.Fixtures.number;
import static io.kpigroups.adapter.sqlite.Fixtures.open;
import static io.kpigroups.adapter.sqlite.Fixtures.whileAnotherProgramWrites;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.kpigroups.application.port.Deadline;
import io.kpigroups.domain.Actor;
import io.kpigroups.domain.GroupQuery;
import io.kpigroups.domain.PageRange;
import io.kpigroups.domain.StorageUnavailable;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;
import org.junit.jupiter.api.io.TempDir;

/**
 * Deadlines go by a clock that stands still here. So each wait is as long as the deadline, however
 * slow the machine is, and what ended it is known; a wait that forgets the deadline does not end.
 */
@Timeout(value = 5, unit = TimeUnit.MINUTES, threadMode = ThreadMode.SEPARATE_THREAD)
class DeadlineTest {
  private static final Duration SHORT = Duration.ofMillis(50);

  private static final String ENDLESS =
      "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT count(*) FROM n";

  @TempDir static Path folder;

  private final Actor actor = freshActor();
  private final AtomicLong nanos = new AtomicLong();
  private SqliteStorage storage;

  @BeforeEach
  void openStorage() {
    storage = open(folder);
  }

  @AfterEach
  void closeStorage() {
    storage.close();
  }

  private void create() {
    storage.groups().create(actor, NAME, NOON, NO_LIMIT);
  }

  private long groups() {
    return storage.groups().list(actor, GroupQuery.of(PageRange.first(1))).totalCount();
  }

  private void isRefused(String why, Runnable work) {
    assertThatExceptionOfType(StorageUnavailable.class)
        .isThrownBy(() -> within(SHORT, work))
        .withMessageContaining(why);
  }

  private void within(Duration time, Runnable work) {
    Deadline.within(
        time,
        nanos::get,
        () -> {
          work.run();
          return time;
        });
  }

  @Test
  void aWriteThatCannotGetTheLockIsRefusedAtItsDeadlineAndTheNextOneWorks() throws SQLException {
    whileAnotherProgramWrites(folder, () -> isRefused("Another program", this::create));

    create();
    assertThat(groups()).isEqualTo(1);
  }

  @Test
  void readsGoOnWhileAnotherProgramWrites() throws SQLException {
    create();

    whileAnotherProgramWrites(folder, () -> assertThat(groups()).isEqualTo(1));
  }

  @Test
  void whatIsLeftOfTheDeadlineIsHandedDownToNewConnectionsAndToThoseThatAreThere() {
    try (Database database = Database.open(file(folder), MAX_WAIT)) {
      within(
          Duration.ofMillis(1_234),
          () -> {
            assertThat(longestWaits(database)).containsExactly(1_234, 1_234);
            nanos.addAndGet(Duration.ofMillis(1_000).toNanos());
            assertThat(longestWaits(database)).containsExactly(234, 234);
          });
    }
  }

  /** How long a read and a write would wait for a lock, in milliseconds. */
  private static List<Integer> longestWaits(Database database) {
    Database.Work<Integer> wait =
        session -> session.rows("PRAGMA busy_timeout", row -> row.getInt(1)).get(0);
    return List.of(database.read(wait), database.write(wait));
  }

  @Test
  void nothingIsChangedOnceTheDeadlineHasPassed() {
    assertThatExceptionOfType(StorageUnavailable.class)
        .isThrownBy(() -> within(Duration.ZERO, this::create));
    assertThat(groups()).isZero();
  }

  @Test
  void anInterruptedCallerIsRefusedAndStaysInterrupted() {
    Thread.currentThread().interrupt();

    assertThatExceptionOfType(StorageUnavailable.class)
        .isThrownBy(this::create)
        .withMessageContaining("interrupted");
    assertThat(Thread.interrupted()).isTrue();
    assertThat(groups()).isZero();
  }

  @Test
  void aClosedStoreIsUnavailable() {
    storage.close();

    assertThatExceptionOfType(StorageUnavailable.class)
        .isThrownBy(this::groups)
        .withMessageContaining("closed");
  }

  @Test
  void anEndlessQueryIsCutAndItsConnectionWorksAfterwards() {
    Database.Work<List<Long>> endless = session -> session.rows(ENDLESS, row -> row.getLong(1));
    try (Database database = Database.open(file(folder), MAX_WAIT)) {
      isRefused("time for this request", () -> database.read(endless));
      isRefused("time for this request", () -> database.write(endless));

      database.check();
    }
  }

  @Test
  void aCallerWhoseTurnDoesNotComeIsRefusedAtItsDeadline() {
    CountDownLatch started = new CountDownLatch(1);
    CountDownLatch goOn = new CountDownLatch(1);
    try (Database database = Database.open(file(folder), MAX_WAIT)) {
      CompletableFuture<Boolean> first =
          CompletableFuture.supplyAsync(
              () ->
                  database.write(
                      session -> {
                        started.countDown();
                        return await(goOn);
                      }));
      await(started);
      isRefused("overloaded", () -> database.write(session -> true));
      goOn.countDown();
      assertThat(first.join()).isTrue();
      database.check();
    }
  }

  private static boolean await(CountDownLatch latch) {
    try {
      latch.await();
      return true;
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void aChangeThatIsReadyOnlyAfterTheDeadlineIsUndone() throws SQLException {
    String kpi = actor.account().value();
    try (Database database = Database.open(file(folder), MAX_WAIT)) {
      isRefused(
          "time for this request",
          () ->
              database.write(
                  session -> {
                    session.runOne(Sql.INSERT_KPI, kpi, "kpi", "Churn", "churn", "");
                    return nanos.addAndGet(SHORT.toNanos());
                  }));
    }
    assertThat(number(folder, "SELECT count(*) FROM kpis WHERE account_id = ?", kpi)).isZero();
  }
}
