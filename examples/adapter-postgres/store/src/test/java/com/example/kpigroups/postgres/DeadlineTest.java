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
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A call gives up while what it waits for goes on. That shows by the order of things. */
class DeadlineTest {
  @AutoClose private static TestServer server;

  @BeforeAll
  static void begin() {
    server = TestServer.begin();
  }

  @Test
  void aServerThatSaysNothingIsNotWaitedForBeyondTheDeadline() {
    try (CuttingProxy proxy =
            new CuttingProxy(server.cluster().port(), CuttingProxy.Cut.BEFORE_ITS_ANSWER, true);
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
    Scene scene = new Scene(server::store);
    KpiGroup group = scene.group("Sales");
    try {
      setStandbys("nobody");
      assertThatExceptionOfType(OutcomeUnknown.class)
          .isThrownBy(() -> rename(server.store(), soon(scene), group));
    } finally {
      setStandbys("");
    }
    assertThat(scene.now(group).name()).isEqualTo(new Name("Other"));
  }

  private static void setStandbys(String names) {
    server.cluster().execute("ALTER SYSTEM SET synchronous_standby_names = '" + names + "'");
    server.cluster().execute("SELECT pg_reload_conf()");
    await()
        .until(
            () ->
                server
                    .database()
                    .<Boolean>read(
                        TestTime.ample(),
                        tx ->
                            tx.one(
                                row -> row.getBoolean(1),
                                "SELECT current_setting('synchronous_standby_names') = ?",
                                names)));
  }

  private static Call soon(Scene scene) {
    return new Call(scene.ann.actor(), Deadline.in(Duration.ofMillis(300)));
  }

  private static void rename(PostgresStorage in, Call by, KpiGroup group) {
    in.groups()
        .rename(by, group.id(), new Name("Other"), Scene.NOON, RevisionMatch.unconditional());
  }

  private static void assertTooLate(Runnable call) {
    assertThatExceptionOfType(StorageUnavailable.class).isThrownBy(call::run);
  }
}
