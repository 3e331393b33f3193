package io.kpigroups.adapter.sqlite.connection;

import static io.kpigroups.adapter.sqlite.Fixtures.ample;
import static io.kpigroups.adapter.sqlite.Fixtures.file;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.kpigroups.adapter.sqlite.Fixtures;
import io.kpigroups.application.port.StorageUnavailable;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** That no connection is lost, whatever fails. */
class ConnectionPoolTest {
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
  void aConnectionThatCannotBeOpenedIsOpenedLater() throws Exception {
    Path away = folder.resolve("away");
    Files.move(file(folder), away);
    isUnavailable();
    isUnavailable();

    Files.move(away, file(folder));
    assertThat(one()).isEqualTo(1);
  }
}
