package com.example.kpigroups.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.example.kpigroups.postgres.CuttingProxy.Cut;
import io.kpigroups.application.port.Call;
import io.kpigroups.application.port.Deadline;
import io.kpigroups.application.port.OutcomeUnknown;
import io.kpigroups.domain.group.KpiBatch;
import io.kpigroups.domain.group.KpiGroup;
import io.kpigroups.domain.value.Name;
import io.kpigroups.domain.value.Revision;
import io.kpigroups.domain.value.RevisionMatch;
import io.kpigroups.testkit.fixture.MemberSteps;
import io.kpigroups.testkit.fixture.Scene;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What becomes of a change whose commit, or the answer to it, gets lost on its way. */
class LostCommitTest {
  @AutoClose private static TestServer server;

  @BeforeAll
  static void begin() {
    server = TestServer.begin();
  }

  @ParameterizedTest
  @EnumSource(Cut.class)
  void aRenameIsMadeOnceWhereverItsCommitIsLost(Cut cut) {
    KpiGroup group = new Scene(server::store).group("Sales");
    try (CuttingProxy proxy = new CuttingProxy(server.cluster().port(), cut, true);
        PostgresStorage store = TestStore.on(Cluster.url(proxy.port()))) {
      Scene scene = new Scene(() -> store, group.account());

      KpiGroup renamed = scene.rename(group, CuttingProxy.MARKED, Scene.in(group));

      assertThat(renamed.revision()).isEqualTo(Revision.of(2));
      assertThat(scene.now(group)).isEqualTo(renamed);
      assertThat(proxy.cuts()).isPositive();
    }
  }

  @ParameterizedTest
  @EnumSource(Cut.class)
  void aBatchTellsWhatItDidWhereverItsCommitIsLost(Cut cut) {
    try (CuttingProxy proxy = new CuttingProxy(server.cluster().port(), cut, true);
        PostgresStorage store = TestStore.on(Cluster.url(proxy.port()))) {
      KpiGroup group = new Scene(server::store).group("Sales");
      Scene scene = new Scene(() -> store, group.account());
      scene.kpi("k1");
      Call marked = scene.user(CuttingProxy.MARKED);

      KpiBatch.Result result =
          store
              .memberships()
              .change(
                  marked,
                  group.id(),
                  MemberSteps.batch(List.of("k1"), List.of("k2")),
                  Scene.NOON,
                  io.kpigroups.domain.group.AccountRules.DEFAULT);

      assertThat(result).isEqualTo(new KpiBatch.Result(1, 0, 1));
      assertThat(proxy.cuts()).isPositive();
    }
  }

  @Test
  void theOutcomeIsUnknownWhereNobodyCanLook() {
    KpiGroup group = new Scene(server::store).group("Sales");
    try (CuttingProxy proxy =
            new CuttingProxy(server.cluster().port(), Cut.BEFORE_ITS_ANSWER, false);
        PostgresStorage store = TestStore.on(Cluster.url(proxy.port()))) {
      Scene scene = new Scene(() -> store, group.account());
      scene.now(group);
      Call call = new Call(scene.ann.actor(), Deadline.in(Duration.ofSeconds(5)));
      Name name = new Name(CuttingProxy.MARKED);

      assertThatExceptionOfType(OutcomeUnknown.class)
          .isThrownBy(
              () ->
                  store
                      .groups()
                      .rename(call, group.id(), name, Scene.NOON, RevisionMatch.unconditional()));
    }
  }
}
