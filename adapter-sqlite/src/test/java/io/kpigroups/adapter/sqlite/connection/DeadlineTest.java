package io.kpigroups.adapter.sqlite.connection;

import static io.kpigroups.adapter.sqlite.Fixtures.ample;
import static io.kpigroups.adapter.sqlite.Fixtures.file;
import static io.kpigroups.adapter.sqlite.Fixtures.freshCall;
import static io.kpigroups.adapter.sqlite.Fixtures.number;
import static io.kpigroups.adapter.sqlite.Fixtures.open;
import static io.kpigroups.adapter.sqlite.Fixtures.whileAnotherProgramWrites;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.kpigroups.adapter.sqlite.Fixtures;
import io.kpigroups.adapter.sqlite.SqliteStorage;
import io.kpigroups.application.port.Call;
import io.kpigroups.application.port.Deadline;
import io.kpigroups.application.port.StorageUnavailable;
import io.kpigroups.domain.query.GroupField;
import io.kpigroups.domain.query.GroupSelection;
import io.kpigroups.domain.query.ListQuery;
import io.kpigroups.domain.query.PageRange;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.Function;
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

  private final Call ann = freshCall();
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

  private void create(Deadline deadline) {
    Fixtures.create(storage, new Call(ann.actor(), deadline));
  }

  private long groups() {
    ListQuery<GroupField> first = ListQuery.groups(PageRange.first(1));
    return storage.groups().list(ann, GroupSelection.LIVE, first).totalCount();
  }

  private void isRefused(String why, Consumer<Deadline> work) {
    assertThatExceptionOfType(StorageUnavailable.class)
        .isThrownBy(() -> work.accept(in(SHORT)))
        .withMessageContaining(why);
  }

  private Deadline in(Duration time) {
    return Deadline.in(time, nanos::get);
  }

  @Test
  void aWriteThatCannotGetTheLockIsRefusedAtItsDeadlineAndTheNextOneWorks() throws SQLException {
    whileAnotherProgramWrites(folder, () -> isRefused("Another program", this::create));

    create(ample());
    assertThat(groups()).isEqualTo(1);
  }

  @Test
  void readsGoOnWhileAnotherProgramWrites() throws SQLException {
    create(ample());

    whileAnotherProgramWrites(folder, () -> assertThat(groups()).isEqualTo(1));
  }

  @Test
  void whatIsLeftOfTheDeadlineIsHandedDownToNewConnectionsAndToThoseThatAreThere() {
    Deadline deadline = in(Duration.ofMillis(1_234));
    try (Database database = new Database(file(folder))) {
      assertThat(longestWaits(database, deadline)).containsExactly(1_234L, 1_234L);
      nanos.addAndGet(Duration.ofMillis(1_000).toNanos());
      assertThat(longestWaits(database, deadline)).containsExactly(234L, 234L);
    }
  }

  /** How long a read and a write would wait for a lock, in milliseconds. */
  private static List<Long> longestWaits(Database database, Deadline deadline) {
    Function<PooledConnection, Long> wait = connection -> connection.number("PRAGMA busy_timeout");
    return List.of(database.read(deadline, wait), database.write(deadline, wait));
  }

  @Test
  void nothingIsChangedOnceTheDeadlineHasPassed() {
    assertThatExceptionOfType(StorageUnavailable.class).isThrownBy(() -> create(in(Duration.ZERO)));
    assertThat(groups()).isZero();
  }

  @Test
  void anInterruptedCallerIsRefusedAndStaysInterrupted() {
    Thread.currentThread().interrupt();

    assertThatExceptionOfType(StorageUnavailable.class)
        .isThrownBy(() -> create(ample()))
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
    Function<PooledConnection, Long> endless = connection -> connection.number(ENDLESS);
    try (Database database = new Database(file(folder))) {
      isRefused("time for this request", deadline -> database.read(deadline, endless));
      isRefused("time for this request", deadline -> database.write(deadline, endless));

      database.checkReady(ample());
    }
  }

  @Test
  void aCallerWhoseTurnDoesNotComeIsRefusedAtItsDeadline() {
    CountDownLatch started = new CountDownLatch(1);
    CountDownLatch goOn = new CountDownLatch(1);
    try (Database database = new Database(file(folder))) {
      CompletableFuture<Boolean> first =
          CompletableFuture.supplyAsync(
              () ->
                  database.write(
                      ample(),
                      connection -> {
                        started.countDown();
                        return await(goOn);
                      }));
      await(started);
      isRefused("overloaded", deadline -> database.write(deadline, connection -> true));
      goOn.countDown();
      assertThat(first.join()).isTrue();
      database.checkReady(ample());
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
    String account = ann.account().value();
    try (Database database = new Database(file(folder))) {
      isRefused(
          "time for this request",
          deadline ->
              database.write(
                  deadline,
                  connection -> {
                    connection.update(
                        "INSERT INTO kpis VALUES (?1, 'kpi', 'Churn', 'churn', '')", account);
                    return nanos.addAndGet(SHORT.toNanos());
                  }));
    }
    assertThat(number(folder, "SELECT count(*) FROM kpis WHERE account_id = ?", account)).isZero();
  }
}
