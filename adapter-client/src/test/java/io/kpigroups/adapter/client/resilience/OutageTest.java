package io.kpigroups.adapter.client.resilience;

import static io.kpigroups.adapter.client.fixture.Samples.ANN;
import static io.kpigroups.adapter.client.fixture.Samples.GROUP;
import static io.kpigroups.adapter.client.fixture.Samples.NAME;
import static io.kpigroups.adapter.client.fixture.Samples.NOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.kpigroups.adapter.client.fixture.Reply;
import io.kpigroups.adapter.client.fixture.Samples;
import io.kpigroups.adapter.client.fixture.StubUpstream;
import io.kpigroups.adapter.client.fixture.TestStorage;
import io.kpigroups.application.port.Call;
import io.kpigroups.application.port.Deadline;
import io.kpigroups.application.port.OutcomeUnknown;
import io.kpigroups.application.port.StorageUnavailable;
import io.kpigroups.application.port.UpstreamFailure;
import io.kpigroups.application.port.UpstreamTooSlow;
import io.kpigroups.application.port.out.KpiGroupStorage;
import io.kpigroups.domain.access.AccountLimits;
import io.kpigroups.domain.query.GroupField;
import io.kpigroups.domain.query.GroupSelection;
import io.kpigroups.domain.query.ListQuery;
import io.kpigroups.domain.query.PageRange;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.tls.TlsConfigurationRegistry;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Which failures of calls open the circuit breaker. */
@QuarkusTest
@WithTestResource(StubUpstream.class)
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class OutageTest {
  private static final int CALLS = 4;
  private static final Duration PATIENCE = Duration.ofMinutes(5);
  private static final ListQuery<GroupField> ALL = ListQuery.groups(PageRange.first(1_000));

  private final TlsConfigurationRegistry registry;

  OutageTest(TlsConfigurationRegistry registry) {
    this.registry = registry;
  }

  /** A circuit that opens soon. */
  private KpiGroupStorage storage(Map<String, String> settings) {
    Map<String, String> all =
        new HashMap<>(
            Map.of(
                "kpigroups.upstream.url",
                StubUpstream.url(),
                "kpigroups.upstream.answer-size",
                "64K",
                "kpigroups.upstream.circuit-breaker.calls",
                String.valueOf(CALLS),
                "kpigroups.upstream.circuit-breaker.pause",
                "1h"));
    all.putAll(settings);
    return TestStorage.of(all, registry);
  }

  @Test
  void aResponseThatIsTooLargeIsNotRetriedAndNotAnOutage() {
    KpiGroupStorage storage = storage(Map.of());
    Reply large = Reply.json(200, " ".repeat(70_000) + Samples.list(0));
    for (Reply reply : List.of(large, Reply.endless(200), Reply.endless(500))) {
      StubUpstream.responds(reply);
      for (int i = 0; i < CALLS; i++) {
        assertThatThrownBy(() -> storage.groups().list(ANN, GroupSelection.LIVE, ALL))
            .isInstanceOf(UpstreamFailure.class)
            .hasMessageContaining("larger");
        assertThatThrownBy(
                () -> storage.groups().create(ANN, GROUP, NAME, NOW, AccountLimits.DEFAULT))
            .isInstanceOf(OutcomeUnknown.class);
      }
      assertThat(StubUpstream.received()).hasSize(2 * CALLS);
    }
    expectItIsCalled(storage);
  }

  @Test
  void jsonWithTooManyTokensIsTooLarge() {
    KpiGroupStorage storage = storage(Map.of("kpigroups.upstream.answer-size", "8M"));
    StubUpstream.responds(Reply.json(200, "{\"items\":[" + "0,".repeat(600_000) + "0]}"));
    for (int i = 0; i < CALLS; i++) {
      assertThatThrownBy(() -> storage.groups().list(ANN, GroupSelection.LIVE, ALL))
          .isInstanceOf(UpstreamFailure.class)
          .hasMessageContaining("larger");
    }
    assertThat(StubUpstream.received()).hasSize(CALLS);
    expectItIsCalled(storage);
  }

  @Test
  void aTimeoutOfACallWithLittleTimeIsNotAnOutage() {
    KpiGroupStorage storage = storage(Map.of());
    StubUpstream.follows(asked -> StubUpstream.hang());
    for (int i = 0; i < 2 * CALLS; i++) {
      assertThatThrownBy(() -> storage.groups().find(in(Duration.ofMillis(50)), GROUP))
          .isInstanceOf(UpstreamTooSlow.class);
    }
    expectItIsCalled(storage);
  }

  @Test
  void aTimeoutAfterTheFullTimeIsAnOutage() {
    KpiGroupStorage storage = storage(Map.of("kpigroups.upstream.read-timeout", "50ms"));
    expectToBeLeftAloneForHanging(storage, ANN);
  }

  @Test
  void aShortDeadlineDoesNotHideAnOutage() {
    KpiGroupStorage storage = storage(Map.of("kpigroups.deadline", "60ms"));
    expectToBeLeftAloneForHanging(storage, in(Duration.ofMillis(50)));
  }

  private static void expectToBeLeftAloneForHanging(KpiGroupStorage storage, Call call) {
    StubUpstream.follows(asked -> StubUpstream.hang());
    for (int i = 0; i < CALLS; i++) {
      assertThatThrownBy(
              () -> storage.groups().create(call, GROUP, NAME, NOW, AccountLimits.DEFAULT))
          .isInstanceOf(OutcomeUnknown.class);
    }
    assertThatThrownBy(() -> storage.groups().find(call, GROUP))
        .isInstanceOf(StorageUnavailable.class)
        .hasMessageContaining("left alone");
    assertThat(StubUpstream.received()).hasSizeLessThanOrEqualTo(CALLS);
  }

  @Test
  void callsThatWeEndedDoNotCloseTheCircuitBreaker() throws Exception {
    KpiGroupStorage storage = storage(Map.of("kpigroups.upstream.circuit-breaker.pause", "1ms"));
    StubUpstream.responds(Reply.json(503, ""));
    for (int i = 0; i < CALLS; i++) {
      assertThatThrownBy(
              () -> storage.groups().create(ANN, GROUP, NAME, NOW, AccountLimits.DEFAULT))
          .isInstanceOf(UpstreamFailure.class);
    }
    await()
        .atMost(PATIENCE)
        .untilAsserted(
            () -> {
              StubUpstream.responds(Reply.json(200, " ".repeat(70_000)));
              assertThatThrownBy(() -> storage.groups().find(ANN, GROUP))
                  .isInstanceOf(UpstreamFailure.class);
            });
    for (int i = 0; i < 10; i++) {
      assertThatThrownBy(() -> storage.groups().find(in(Duration.ZERO), GROUP))
          .isInstanceOf(StorageUnavailable.class);
      assertThatThrownBy(() -> storage.groups().find(ANN, GROUP))
          .isInstanceOf(UpstreamFailure.class);
    }
    expectTwoCallsAtATime(storage);
  }

  /** As it is as long as nobody knows whether upstream works again. */
  private static void expectTwoCallsAtATime(KpiGroupStorage storage) throws Exception {
    StubUpstream.follows(asked -> StubUpstream.hang());
    ExecutorService threads = Executors.newFixedThreadPool(3);
    List<Future<?>> calls =
        Stream.<Future<?>>generate(() -> threads.submit(() -> storage.groups().find(ANN, GROUP)))
            .limit(3)
            .toList();
    await()
        .atMost(PATIENCE)
        .until(
            () ->
                StubUpstream.received().size() + calls.stream().filter(Future::isDone).count()
                    == 3);
    assertThat(StubUpstream.received()).hasSize(2);
    StubUpstream.responds(Reply.json(200, Samples.group()));
    threads.shutdown();
    assertThat(threads.awaitTermination(5, TimeUnit.MINUTES)).isTrue();
  }

  private static void expectItIsCalled(KpiGroupStorage storage) {
    StubUpstream.responds(Reply.json(200, Samples.group()));
    assertThat(storage.groups().find(ANN, GROUP)).isPresent();
  }

  /** By a clock that stands still. */
  private static Call in(Duration time) {
    return new Call(ANN.actor(), Deadline.in(time, () -> 0));
  }
}
