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
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DeadlineTest {
  private static final Duration SHORT = Duration.ofMillis(300);

  /** Far above {@link #SHORT}, for a busy machine, and far below {@link Fixtures#MAX_WAIT}. */
  private static final Duration SOON = Duration.ofSeconds(8);

  private static final String ENDLESS =
      "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT count(*) FROM n";

  @TempDir static Path folder;

  private final Actor actor = freshActor();
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

  private static void isRefusedSoon(String why, Runnable work) {
    long start = System.nanoTime();
    assertThatExceptionOfType(StorageUnavailable.class)
        .isThrownBy(() -> within(SHORT, work))
        .withMessageContaining(why);
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(SOON);
  }

  private static void within(Duration time, Runnable work) {
    Deadline.within(
        time,
        () -> {
          work.run();
          return time;
        });
  }

  @Test
  void aWriteThatCannotGetTheLockIsRefusedAtItsDeadlineAndTheNextOneWorks() throws SQLException {
    whileAnotherProgramWrites(folder, () -> isRefusedSoon("Another program", this::create));

    create();
    assertThat(groups()).isEqualTo(1);
  }

  @Test
  void theStoreIsNotReadyWhileItCannotWrite() throws SQLException {
    whileAnotherProgramWrites(folder, () -> isRefusedSoon("Another program", storage::checkReady));

    storage.checkReady();
  }

  @Test
  void readsGoOnWhileAnotherProgramWrites() throws SQLException {
    create();

    whileAnotherProgramWrites(folder, () -> assertThat(groups()).isEqualTo(1));
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
    try (Database database = Database.open(file(folder), MAX_WAIT)) {
      isRefusedSoon(
          "time for this request",
          () -> database.read(session -> session.rows(ENDLESS, row -> row.getLong(1))));
      isRefusedSoon(
          "time for this request",
          () -> database.write(session -> session.rows(ENDLESS, row -> row.getLong(1))));

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
      isRefusedSoon("overloaded", database::check);
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
      isRefusedSoon(
          "time for this request",
          () ->
              database.write(
                  session -> {
                    session.runOne(Sql.INSERT_KPI, kpi, "kpi", "Churn", "churn", "");
                    long end = System.nanoTime() + SHORT.toNanos();
                    while (System.nanoTime() - end < 0) {
                      Thread.onSpinWait();
                    }
                    return kpi;
                  }));
    }
    assertThat(number(folder, "SELECT count(*) FROM kpis WHERE account_id = ?", kpi)).isZero();
  }
}
