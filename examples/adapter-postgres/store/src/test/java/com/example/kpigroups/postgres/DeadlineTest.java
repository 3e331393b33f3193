package com.example.kpigroups.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import io.kpigroups.application.port.Call;
import io.kpigroups.application.port.Deadline;
import io.kpigroups.application.port.OutcomeUnknown;
import io.kpigroups.application.port.StorageUnavailable;
import io.kpigroups.domain.group.KpiGroup;
import io.kpigroups.domain.value.Name;
import io.kpigroups.domain.value.RevisionMatch;
import io.kpigroups.testkit.fixture.Scene;
import io.kpigroups.testkit.fixture.TestTime;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A call gives up while what it waits for goes on. That shows by the order of things. */
class DeadlineTest {
  private static Cluster cluster;
  private static PostgresStorage store;
  private static Database database;

  @BeforeAll
  static void begin() {
    cluster = Cluster.begin();
    store = TestStore.on(cluster.url());
    store.prepare();
    database = new Database(TestStore.settings(cluster.url()));
    database.prepare();
  }

  @AfterAll
  static void end() {
    if (cluster != null) {
      store.close();
      database.close();
      cluster.close();
    }
  }

  @Test
  void aLockIsNotWaitedForBeyondTheDeadline() throws SQLException {
    Scene scene = new Scene(() -> store);
    KpiGroup group = scene.group("Sales");
    try (Connection other = locked(group)) {
      assertTooLate(() -> rename(soon(scene), group));
      other.rollback();
    }
    assertThat(scene.now(group)).isEqualTo(group);
  }

  @Test
  void aConnectionIsNotWaitedForBeyondTheDeadline() throws Exception {
    Scene scene = new Scene(() -> store);
    KpiGroup group = scene.group("Sales");
    ExecutorService threads = Executors.newCachedThreadPool();
    try (Connection other = locked(group)) {
      List<? extends Future<?>> renames =
          IntStream.range(0, 16)
              .mapToObj(i -> threads.submit(() -> rename(scene.ann, group)))
              .toList();
      await().until(() -> waiting(other) == 16);

      assertTooLate(() -> store.groups().find(soon(scene), group.id()));

      other.rollback();
      for (Future<?> rename : renames) {
        rename.get();
      }
    } finally {
      threads.shutdownNow();
    }
  }

  @Test
  void aServerThatSaysNothingIsNotWaitedForBeyondTheDeadline() {
    try (CuttingProxy proxy =
            new CuttingProxy(cluster.port(), CuttingProxy.Cut.BEFORE_ITS_ANSWER, true);
        PostgresStorage far = TestStore.on(Cluster.url(proxy.port()))) {
      Scene scene = new Scene(() -> far);
      KpiGroup group = scene.group("Sales");

      CountDownLatch thaw = proxy.freeze();
      assertTooLate(() -> far.groups().find(soon(scene), group.id()));
      assertTooLate(() -> rename(far, soon(scene), group));
      assertTooLate(() -> far.checkReady(soon(scene).deadline()));
      thaw.countDown();

      assertThat(scene.now(group)).isEqualTo(group);
    }
  }

  /** It is made here, but would be lost with this server. */
  @Test
  void aStandbyThatDoesNotConfirmLeavesTheOutcomeUnknown() {
    Scene scene = new Scene(() -> store);
    KpiGroup group = scene.group("Sales");
    try {
      setStandbys("nobody");
      assertThatExceptionOfType(OutcomeUnknown.class).isThrownBy(() -> rename(soon(scene), group));
    } finally {
      setStandbys("");
    }
    assertThat(scene.now(group).name()).isEqualTo(new Name("Other"));
  }

  private static void setStandbys(String names) {
    cluster.execute("ALTER SYSTEM SET synchronous_standby_names = '" + names + "'");
    cluster.execute("SELECT pg_reload_conf()");
    await()
        .until(
            () ->
                database.<Boolean>read(
                    TestTime.ample(),
                    tx ->
                        tx.one(
                            row -> row.getBoolean(1),
                            "SELECT current_setting('synchronous_standby_names') = ?",
                            names)));
  }

  private static Connection locked(KpiGroup group) throws SQLException {
    Connection connection = DriverManager.getConnection(cluster.url());
    connection.setAutoCommit(false);
    connection
        .createStatement()
        .execute("SELECT 1 FROM kpi_groups WHERE id = '" + group.id().value() + "' FOR UPDATE");
    return connection;
  }

  private static int waiting(Connection connection) throws SQLException {
    var row =
        connection
            .createStatement()
            .executeQuery("SELECT count(*) FROM pg_stat_activity WHERE wait_event_type = 'Lock'");
    row.next();
    return row.getInt(1);
  }

  private static Call soon(Scene scene) {
    return new Call(scene.ann.actor(), Deadline.in(Duration.ofMillis(300)));
  }

  private static void rename(Call by, KpiGroup group) {
    rename(store, by, group);
  }

  private static void rename(PostgresStorage in, Call by, KpiGroup group) {
    in.groups()
        .rename(by, group.id(), new Name("Other"), Scene.NOON, RevisionMatch.unconditional());
  }

  private static void assertTooLate(Runnable call) {
    assertThatExceptionOfType(StorageUnavailable.class).isThrownBy(call::run);
  }
}
