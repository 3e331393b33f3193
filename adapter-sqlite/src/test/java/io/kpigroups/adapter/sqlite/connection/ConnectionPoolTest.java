package io.kpigroups.adapter.sqlite.connection;

import static io.kpigroups.adapter.sqlite.Fixtures.ample;
import static io.kpigroups.adapter.sqlite.Fixtures.file;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.kpigroups.adapter.sqlite.Fixtures;
import io.kpigroups.application.port.Deadline;
import io.kpigroups.application.port.StorageUnavailable;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** That no connection is lost, whatever fails. */
class ConnectionPoolTest {
  private static final long MANY = 1_000_000_000_000L;
  private static final String COUNT =
      "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < ?1)"
          + " SELECT count(*) FROM n";

  @TempDir Path folder;

  private ConnectionPool pool;

  @BeforeEach
  void openPool() {
    Fixtures.open(folder).close();
    pool = new ConnectionPool(file(folder), 1);
  }

  @AfterEach
  void closePool() {
    pool.close();
  }

  private long one() {
    return pool.lend(ample(), connection -> connection.number("SELECT 1"));
  }

  private void isUnavailable() {
    assertThatExceptionOfType(StorageUnavailable.class).isThrownBy(this::one);
  }

  @Test
  void aConnectionWhoseTimeCannotBeLimitedIsOpenedAgain() throws Exception {
    PooledConnection lent = pool.lend(ample(), connection -> connection);
    Objects.requireNonNull(lent.open).close();

    isUnavailable();
    assertThat(one()).isEqualTo(1);
    assertThat(pool.<PooledConnection>lend(ample(), connection -> connection)).isSameAs(lent);
  }

  @Test
  void aConnectionThatBreaksInATransactionIsOpenedAgain() {
    assertThatExceptionOfType(StorageUnavailable.class)
        .isThrownBy(
            () ->
                pool.lend(
                    ample(),
                    connection -> {
                      connection.script("ROLLBACK");
                      return connection.number("SELECT no_column");
                    }));

    assertThat(one()).isEqualTo(1);
  }

  @Test
  void aStatementThatWasCutWorksAgain() {
    Deadline soon = Deadline.in(Duration.ofMillis(20), () -> 0);
    assertThatExceptionOfType(StorageUnavailable.class)
        .isThrownBy(() -> pool.lend(soon, connection -> connection.number(COUNT, MANY)))
        .withMessageContaining("time for this request");

    assertThat(pool.<Long>lend(ample(), connection -> connection.number(COUNT, 10))).isEqualTo(10);
  }

  @Test
  void statementsStayPreparedButNotTooManyOfThem() {
    for (int i = 1; i <= 3 * KeptStatements.MOST; i++) {
      assertThat(one()).isEqualTo(1);
      assertThat(selected(i)).isBetween(2, KeptStatements.MOST);
    }
  }

  /** How many statements are prepared after this one. */
  private int selected(int number) {
    return pool.lend(
        ample(),
        connection -> {
          assertThat(connection.number("SELECT " + -number)).isEqualTo(-number);
          return connection.statements.size();
        });
  }

  @Test
  void aConnectionThatCannotBeOpenedIsOpenedLater() throws Exception {
    Path away = folder.resolve("away");
    Files.move(file(folder), away);
    isUnavailable();
    isUnavailable();

    Files.move(away, file(folder));
    assertThat(one()).isEqualTo(1);
  }
}
