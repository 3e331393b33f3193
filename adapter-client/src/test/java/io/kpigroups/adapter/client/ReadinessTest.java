package io.kpigroups.adapter.client;

import static io.kpigroups.adapter.client.Samples.ANN;
import static io.kpigroups.adapter.client.Samples.GROUP;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

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

/** A facade that can answer is ready, and tells how upstream is. */
@QuarkusTest
@WithTestResource(StubUpstream.class)
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class ReadinessTest {
  private static final Duration PATIENCE = Duration.ofMinutes(5);
  private static final List<Reply> DOWN =
      List.of(Reply.json(503, ""), Reply.json(500, ""), Reply.json(404, ""), Reply.nothing());

  private final TlsConfigurationRegistry registry;

  ReadinessTest(TlsConfigurationRegistry registry) {
    this.registry = registry;
  }

  private KpiGroupStorage storage(String... settings) {
    Map<String, String> all = new HashMap<>(Map.of("kpigroups.upstream.url", StubUpstream.url()));
    for (int i = 0; i < settings.length; i += 2) {
      all.put("kpigroups.upstream." + settings[i], settings[i + 1]);
    }
    return OwnSettings.storage(all, registry);
  }

  private static void awaitToldOf(KpiGroupStorage storage, String state) {
    await()
        .atMost(PATIENCE)
        .untilAsserted(() -> assertThat(storage.healthData()).containsEntry("upstream", state));
  }

  @Test
  void aFacadeIsReadyWhateverUpstreamDoesAndTellsIt() {
    for (Reply down : DOWN) {
      StubUpstream.answers(down);
      KpiGroupStorage storage = storage();
      awaitToldOf(storage, "down");
      assertThat(storage.healthData()).containsKeys("reason", "since");
      assertThat(storage.healthData().toString()).doesNotContain("127.0.0.1", "Exception");
      assertThatCode(() -> storage.checkReady(ANN.deadline())).doesNotThrowAnyException();
    }
  }

  @Test
  void aRefusalIsASignOfLifeForWhichNoTokenIsNeeded() {
    for (int refusal : new int[] {200, 400, 401, 403, 429}) {
      StubUpstream.answers(Reply.json(refusal, ""));
      awaitToldOf(storage(), "up");
      assertThat(StubUpstream.asked().get(0).headers()).doesNotContainKey("authorization");
    }
  }

  @Test
  void anUpstreamThatHangsHoldsNobodyUp() {
    StubUpstream.follows(asked -> StubUpstream.hang());
    KpiGroupStorage storage = storage();
    assertThat(storage.healthData()).containsEntry("upstream", "unknown");
    storage.checkReady(ANN.deadline());
    await().atMost(PATIENCE).until(() -> StubUpstream.asked().size() == 1);
    StubUpstream.answers(Reply.json(401, ""));
  }

  @Test
  void anUpstreamThatIsLeftAloneIsNotAskedForItsHealthEither() {
    KpiGroupStorage storage =
        storage("circuit-breaker.calls", "1", "circuit-breaker.pause", "1h", "retries", "0");
    StubUpstream.answers(Reply.json(503, ""));
    assertThatThrownBy(() -> storage.groups().find(ANN, GROUP)).isInstanceOf(UpstreamFailure.class);
    StubUpstream.answers(Reply.json(401, ""));
    awaitToldOf(storage, "down");
    assertThat(storage.healthData().get("reason")).contains("left alone");
    assertThat(StubUpstream.asked()).isEmpty();
  }

  @Test
  void whatHealthSeesCountsAsAnyCall() {
    KpiGroupStorage storage = storage("circuit-breaker.calls", "1", "circuit-breaker.pause", "1h");
    StubUpstream.answers(Reply.json(503, ""));
    awaitToldOf(storage, "down");
    assertThatThrownBy(() -> storage.groups().find(ANN, GROUP))
        .isInstanceOf(StorageUnavailable.class)
        .hasMessageContaining("left alone");
  }

  @Test
  void anUpstreamThatIsNotThereIsToldAtTheStart() {
    for (Reply down : DOWN) {
      StubUpstream.answers(down);
      assertThatThrownBy(() -> storage().prepare()).isInstanceOf(StorageUnavailable.class);
    }
    StubUpstream.answers(Reply.json(401, ""));
    assertThatCode(() -> storage().prepare()).doesNotThrowAnyException();
  }
}
