package io.kpigroups.adapter.client;

import static io.kpigroups.adapter.client.Samples.ANN;
import static io.kpigroups.adapter.client.Samples.GROUP;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.kpigroups.application.port.out.KpiGroupStorage;
import io.kpigroups.domain.KpiGroupException;
import io.kpigroups.domain.StorageUnavailable;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.smallrye.common.annotation.Identifier;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** That an upstream in trouble is left alone, holds up no more than it may, and is taken back. */
@QuarkusTest
@TestProfile(ProtectionTest.Tight.class)
@WithTestResource(StubUpstream.class)
class ProtectionTest {
  private static final int PLACES = 3;

  private final KpiGroupStorage storage;

  ProtectionTest(@Identifier("upstream") KpiGroupStorage storage) {
    this.storage = storage;
  }

  /** Few calls at once, and a circuit that opens soon and not for long. */
  public static class Tight implements QuarkusTestProfile {
    @Override
    public Map<String, String> getConfigOverrides() {
      return Map.of(
          "kpigroups.upstream.concurrent-calls", String.valueOf(PLACES),
          "kpigroups.upstream.retries", "0",
          "kpigroups.upstream.circuit-breaker.calls", "4",
          "kpigroups.upstream.circuit-breaker.pause", "500ms");
    }
  }

  @BeforeEach
  void everythingWorks() {
    StubUpstream.answers(Reply.json(200, Samples.group()));
    for (int i = 0; i < 4; i++) {
      await().ignoreExceptionsInstanceOf(KpiGroupException.class).until(this::find);
    }
  }

  @Test
  void anUpstreamThatOnlyFailsIsLeftAloneAndTakenBackWhenItWorks() {
    StubUpstream.answers(Reply.json(503, ""));
    await()
        .untilAsserted(() -> assertThatThrownBy(this::find).isInstanceOf(StorageUnavailable.class));
    int asked = StubUpstream.asked().size();
    assertThatThrownBy(this::find)
        .isInstanceOf(StorageUnavailable.class)
        .hasMessageContaining("left alone");
    assertThat(StubUpstream.asked()).hasSize(asked);

    StubUpstream.answers(Reply.json(200, Samples.group()));
    await().ignoreExceptionsInstanceOf(StorageUnavailable.class).until(this::find);
  }

  @Test
  void refusalsAreNoReasonToLeaveItAlone() {
    for (int status : new int[] {400, 401, 403, 404, 429, 500, 501}) {
      StubUpstream.answers(Reply.json(status, ""));
      for (int i = 0; i < 10; i++) {
        try {
          find();
        } catch (KpiGroupException e) {
          assertThat(e).isNotInstanceOf(StorageUnavailable.class);
        }
      }
      assertThat(StubUpstream.asked()).as("%d", status).hasSize(10);
    }
  }

  @Test
  void whatIsTooMuchIsRefusedAtOnceAndNoReasonToLeaveItAlone() throws Exception {
    StubUpstream.follows(asked -> StubUpstream.hang());
    ExecutorService threads = Executors.newCachedThreadPool();
    List<Future<Boolean>> waiting =
        Stream.generate(() -> threads.submit(this::find)).limit(PLACES).toList();
    await().until(() -> StubUpstream.asked().size() == PLACES);
    for (int i = 0; i < 10; i++) {
      assertThatThrownBy(this::find)
          .isInstanceOf(StorageUnavailable.class)
          .hasMessageContaining("Too many");
    }
    assertThat(waiting).noneMatch(Future::isDone);

    StubUpstream.answers(Reply.json(200, Samples.group()));
    threads.shutdown();
    await().until(threads::isTerminated);
    await().ignoreExceptionsInstanceOf(StorageUnavailable.class).until(this::find);
  }

  private boolean find() {
    return storage.groups().find(ANN, GROUP).isPresent();
  }
}
