package com.example.kpigroups.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.kpigroups.application.port.StorageUnavailable;
import io.kpigroups.testkit.fixture.Race;
import io.kpigroups.testkit.fixture.Scene;
import io.kpigroups.testkit.fixture.TestTime;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** How a store meets a server for the first time. */
class PreparationTest {
  private Cluster cluster;

  @BeforeEach
  void begin() {
    cluster = Cluster.begin();
  }

  @AfterEach
  void end() {
    if (cluster != null) {
      cluster.close();
    }
  }

  private void prepare(String url) {
    try (PostgresStorage store = TestStore.on(url)) {
      store.prepare();
      store.checkReady(TestTime.ample());
    }
  }

  @Test
  void severalWhoBeginAtOnceAllSucceedAndSoDoesWhoComesLater() {
    assertThat(
            Race.of(
                8,
                i ->
                    () -> {
                      prepare(cluster.url());
                      return i;
                    }))
        .allMatch(Race.Outcome::succeeded);
    prepare(cluster.url());
  }

  @Test
  void tablesOfALaterVersionAreRefused() {
    prepare(cluster.url());
    cluster.execute("UPDATE kpi_group_schema SET version = version + 1");

    assertUnusable(cluster.url(), "another version");
  }

  @Test
  void aDatabaseOfAnotherEncodingIsRefused() {
    cluster.execute("CREATE DATABASE other ENCODING 'SQL_ASCII' TEMPLATE template0");

    assertUnusable(cluster.url().replace("/postgres", "/other"), "UTF8");
  }

  @Test
  void aDatabaseThatIsNotThereIsRefused() {
    assertUnusable(cluster.url().replace("/postgres", "/nowhere"), "nowhere");
  }

  @Test
  void anAddressOfAnotherKindIsRefused() {
    assertUnusable("jdbc:mysql://127.0.0.1/kpigroups", "kpigroups.postgres.url");
  }

  @Test
  void aServerThatMayLoseDataIsRefused() {
    cluster.execute("ALTER SYSTEM SET fsync = off");
    cluster.stop();
    cluster.start();

    assertUnusable(cluster.url(), "fsync");
  }

  @Test
  void aConnectionCommitsToTheDiskHoweverTheServerIsSet() {
    cluster.execute("ALTER SYSTEM SET synchronous_commit = off");
    cluster.execute("ALTER SYSTEM SET default_transaction_isolation = 'serializable'");
    cluster.execute("SELECT pg_reload_conf()");

    try (Database database = new Database(TestStore.settings(cluster.url()))) {
      database.prepare();
      assertThat(
              database.<Boolean>write(
                  TestTime.ample(),
                  tx ->
                      tx.one(
                          row -> row.getBoolean(1),
                          "SELECT current_setting('synchronous_commit') = 'on' AND"
                              + " current_setting('transaction_isolation') = 'read committed'")))
          .isTrue();
    }
  }

  @Test
  void aServerThatComesLaterIsPreparedThen() {
    cluster.stop();
    try (PostgresStorage store = TestStore.on(cluster.url())) {
      assertThatExceptionOfType(StorageUnavailable.class).isThrownBy(store::prepare);
      cluster.start();
      store.checkReady(TestTime.ample());
      assertThatCode(() -> new Scene(() -> store).group("Sales")).doesNotThrowAnyException();
    }
  }

  private void assertUnusable(String url, String why) {
    assertThatExceptionOfType(IllegalStateException.class)
        .isThrownBy(() -> prepare(url))
        .withMessageContaining(why);
  }
}
