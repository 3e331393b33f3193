package io.kpigroups.adapter.sqlite.connection;

import static io.kpigroups.adapter.sqlite.Fixtures.ample;
import static io.kpigroups.adapter.sqlite.Fixtures.file;
import static io.kpigroups.adapter.sqlite.Fixtures.number;
import static io.kpigroups.adapter.sqlite.Fixtures.plain;
import static io.kpigroups.adapter.sqlite.Fixtures.whileAnotherProgramWrites;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.kpigroups.adapter.sqlite.Fixtures;
import io.kpigroups.application.port.Deadline;
import io.kpigroups.application.port.StorageUnavailable;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;
import org.junit.jupiter.api.io.TempDir;

/** Readiness waits for nobody: whatever is held here is held until it has answered. */
@Timeout(value = 5, unit = TimeUnit.MINUTES, threadMode = ThreadMode.SEPARATE_THREAD)
class ReadinessTest {
  @TempDir Path folder;

  private Database database;

  @BeforeEach
  void openDatabase() {
    Fixtures.open(folder).close();
    database = new Database(file(folder));
  }

  @AfterEach
  void closeDatabase() {
    database.close();
  }

  private void change() {
    change(ample());
  }

  private void change(Deadline deadline) {
    database.write(
        deadline,
        connection -> {
          connection.update("INSERT INTO kpis VALUES ('acme', 'k', 'Churn', 'churn', '')");
          return true;
        });
  }

  /** By a clock that stands still, so that the lock is what it fails on, however late it is. */
  private void changeFails() {
    Deadline shortWait = Deadline.in(Duration.ofMillis(5), () -> 0);
    assertThatExceptionOfType(StorageUnavailable.class)
        .isThrownBy(() -> change(shortWait))
        .withMessageContaining("Another program");
  }

  private void check() {
    database.checkReady(ample());
  }

  private void isNotReady(String why) {
    assertThatExceptionOfType(StorageUnavailable.class)
        .isThrownBy(this::check)
        .withMessageContaining(why);
  }

  @Test
  void theStoreIsReadyWhileAnotherProgramWrites() throws SQLException {
    whileAnotherProgramWrites(folder, this::check);
  }

  @Test
  void theStoreIsReadyWhileAChangeOfOurOwnDoesNotEnd() {
    CountDownLatch isWriting = new CountDownLatch(1);
    CountDownLatch goOn = new CountDownLatch(1);
    CompletableFuture<Boolean> writer = hold(isWriting, goOn);
    await(isWriting);
    for (int i = 0; i < 10; i++) {
      check();
    }
    goOn.countDown();
    assertThat(writer.join()).isTrue();
  }

  private CompletableFuture<Boolean> hold(CountDownLatch isWriting, CountDownLatch goOn) {
    return CompletableFuture.supplyAsync(
        () ->
            database.write(
                ample(),
                connection -> {
                  isWriting.countDown();
                  await(goOn);
                  return true;
                }));
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void lookingChangesNothingInTheFile() throws SQLException {
    try (Connection other = plain(folder);
        Statement statement = other.createStatement()) {
      long before = dataVersion(statement);
      for (int i = 0; i < 100; i++) {
        check();
      }
      assertThat(dataVersion(statement)).isEqualTo(before);
      change();
      assertThat(dataVersion(statement)).as("a change is seen").isNotEqualTo(before);
    }
  }

  private static long dataVersion(Statement statement) throws SQLException {
    try (ResultSet version = statement.executeQuery("PRAGMA data_version")) {
      version.next();
      return version.getLong(1);
    }
  }

  @Test
  void theStoreIsNotReadyWhileAnotherProgramKeepsChangesFromBeingMade() throws SQLException {
    whileAnotherProgramWrites(
        folder,
        () -> {
          changeFails();
          isNotReady("Another program");
          isNotReady("Another program");
        });
    check();
    whileAnotherProgramWrites(folder, this::check);
  }

  @Test
  void aChangeThatSucceedsEndsTheDoubt() throws SQLException {
    whileAnotherProgramWrites(folder, this::changeFails);
    change();
    whileAnotherProgramWrites(folder, this::check);
  }

  @Test
  void aChangeThatChangesNothingDoesNotEndTheDoubt() throws SQLException {
    whileAnotherProgramWrites(folder, this::changeFails);
    database.write(
        ample(),
        connection -> {
          connection.update("DELETE FROM kpis WHERE account_id = 'acme' AND id = 'not there'");
          return true;
        });
    whileAnotherProgramWrites(folder, () -> isNotReady("Another program"));
  }

  @Test
  void whileAChangeOfOurOwnDoesNotEndTheLastFailureHolds() throws SQLException {
    whileAnotherProgramWrites(folder, this::changeFails);
    CountDownLatch isWriting = new CountDownLatch(1);
    CountDownLatch goOn = new CountDownLatch(1);
    CompletableFuture<Boolean> writer = hold(isWriting, goOn);
    await(isWriting);
    isNotReady("Another program");
    goOn.countDown();
    assertThat(writer.join()).isTrue();
    check();
  }

  @Test
  void tryingItOutLeavesTheSchemaAsItIs() throws SQLException {
    long version = number(folder, "PRAGMA user_version");
    long application = number(folder, "PRAGMA application_id");
    whileAnotherProgramWrites(folder, this::changeFails);
    try (Connection other = plain(folder);
        Statement statement = other.createStatement()) {
      long before = dataVersion(statement);
      check();
      assertThat(dataVersion(statement)).as("it was tried out").isNotEqualTo(before);
    }
    assertThat(number(folder, "PRAGMA user_version")).isEqualTo(version);
    assertThat(number(folder, "PRAGMA application_id")).isEqualTo(application);
  }
}
