package io.kpigroups.adapter.client.store;

import static io.kpigroups.adapter.client.fixture.Samples.ANN;
import static io.kpigroups.adapter.client.fixture.Samples.GROUP;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.kpigroups.adapter.client.fixture.Reply;
import io.kpigroups.adapter.client.fixture.StubUpstream;
import io.kpigroups.adapter.client.fixture.TestStorage;
import io.kpigroups.application.port.StorageUnavailable;
import io.kpigroups.application.port.UpstreamFailure;
import io.kpigroups.application.port.out.KpiGroupStorage;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.tls.TlsConfigurationRegistry;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The store is always ready, and tells how upstream is. */
@QuarkusTest
@WithTestResource(StubUpstream.class)
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class HealthTest {
  private static final Duration PATIENCE = Duration.ofMinutes(5);
  private static final List<Reply> DOWN =
      List.of(
          Reply.json(503, ""),
          Reply.json(500, ""),
          Reply.json(501, ""),
          Reply.json(404, ""),
          Reply.of(200, "<html></html>", "Content-Type: text/html"),
          Reply.nothing());

  private final TlsConfigurationRegistry registry;

  HealthTest(TlsConfigurationRegistry registry) {
    this.registry = registry;
  }

  private KpiGroupStorage storage(String... settings) {
    Map<String, String> all = new HashMap<>(Map.of("kpigroups.upstream.url", StubUpstream.url()));
    for (int i = 0; i < settings.length; i += 2) {
      all.put("kpigroups.upstream." + settings[i], settings[i + 1]);
    }
    return TestStorage.of(all, registry);
  }

  private static void awaitToldOf(KpiGroupStorage storage, String state) {
    await()
        .atMost(PATIENCE)
        .untilAsserted(() -> assertThat(storage.healthData()).containsEntry("upstream", state));
  }

  @Test
  void theStoreIsReadyWhileUpstreamIsDownAndTellsIt() {
    for (Reply down : DOWN) {
      StubUpstream.responds(down);
      KpiGroupStorage storage = storage();
      awaitToldOf(storage, "down");
      assertThat(storage.healthData()).containsKeys("reason", "since");
      assertThat(storage.healthData().toString()).doesNotContain("127.0.0.1", "Exception");
      assertThatCode(() -> storage.checkReady(ANN.deadline())).doesNotThrowAnyException();
    }
  }

  @Test
  void aRefusalCountsAsUpAndNoTokenIsSent() {
    for (int refusal : new int[] {200, 400, 401, 403, 429}) {
      StubUpstream.responds(Reply.json(refusal, ""));
      awaitToldOf(storage(), "up");
      assertThat(StubUpstream.received().get(0).headers()).doesNotContainKey("authorization");
    }
  }

  @Test
  void anUpstreamThatHangsDoesNotDelayTheAnswer() {
    StubUpstream.follows(asked -> StubUpstream.hang());
    KpiGroupStorage storage = storage();
    assertThat(storage.healthData()).containsEntry("upstream", "unknown");
    storage.checkReady(ANN.deadline());
    await().atMost(PATIENCE).until(() -> StubUpstream.received().size() == 1);
    StubUpstream.responds(Reply.json(401, ""));
  }

  @Test
  void noProbeIsSentWhileTheCircuitBreakerIsOpen() {
    KpiGroupStorage storage =
        storage("circuit-breaker.calls", "1", "circuit-breaker.pause", "1h", "retries", "0");
    StubUpstream.responds(Reply.json(503, ""));
    assertThatThrownBy(() -> storage.groups().find(ANN, GROUP)).isInstanceOf(UpstreamFailure.class);
    StubUpstream.responds(Reply.json(401, ""));
    awaitToldOf(storage, "down");
    assertThat(storage.healthData().get("reason")).contains("left alone");
    assertThat(StubUpstream.received()).isEmpty();
  }

  @Test
  void aFailedProbeCountsForTheCircuitBreaker() {
    KpiGroupStorage storage = storage("circuit-breaker.calls", "1", "circuit-breaker.pause", "1h");
    StubUpstream.responds(Reply.json(503, ""));
    awaitToldOf(storage, "down");
    assertThatThrownBy(() -> storage.groups().find(ANN, GROUP))
        .isInstanceOf(StorageUnavailable.class)
        .hasMessageContaining("left alone");
  }

  @Test
  void prepareFailsIfUpstreamIsDown() {
    for (Reply down : DOWN) {
      StubUpstream.responds(down);
      assertThatThrownBy(() -> storage().prepare()).isInstanceOf(StorageUnavailable.class);
    }
    StubUpstream.responds(Reply.json(401, ""));
    assertThatCode(() -> storage().prepare()).doesNotThrowAnyException();
  }
}
