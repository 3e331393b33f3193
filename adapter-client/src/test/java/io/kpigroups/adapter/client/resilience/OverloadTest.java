package io.kpigroups.adapter.client.resilience;

import static io.kpigroups.adapter.client.fixture.Samples.ANN;
import static io.kpigroups.adapter.client.fixture.Samples.GROUP;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.kpigroups.adapter.client.fixture.Reply;
import io.kpigroups.adapter.client.fixture.Samples;
import io.kpigroups.adapter.client.fixture.StubUpstream;
import io.kpigroups.adapter.client.fixture.TestStorage;
import io.kpigroups.application.port.StorageUnavailable;
import io.kpigroups.application.port.UpstreamFailure;
import io.kpigroups.application.port.out.KpiGroupStorage;
import io.kpigroups.domain.failure.KpiGroupException;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.tls.TlsConfigurationRegistry;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The circuit breaker and the bulkhead with a real HTTP client. */
@QuarkusTest
@WithTestResource(StubUpstream.class)
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class OverloadTest {
  private static final int PLACES = 3;
  private static final int CALLS = 4;

  private final TlsConfigurationRegistry registry;

  OverloadTest(TlsConfigurationRegistry registry) {
    this.registry = registry;
  }

  /** Few calls at once, and a circuit that opens soon and stays open for so long. */
  private Runnable find(String pause) {
    KpiGroupStorage storage =
        TestStorage.of(
            Map.of(
                "kpigroups.upstream.url",
                StubUpstream.url(),
                "kpigroups.upstream.concurrent-calls",
                String.valueOf(PLACES),
                "kpigroups.upstream.retries",
                "0",
                "kpigroups.upstream.circuit-breaker.calls",
                String.valueOf(CALLS),
                "kpigroups.upstream.circuit-breaker.pause",
                pause),
            registry);
    return () -> assertThat(storage.groups().find(ANN, GROUP)).isPresent();
  }

  private static void fail(Runnable find) {
    StubUpstream.responds(Reply.json(503, ""));
    for (int i = 0; i < CALLS; i++) {
      assertThatThrownBy(find::run).isInstanceOf(UpstreamFailure.class);
    }
    assertThat(StubUpstream.received()).hasSize(CALLS);
  }

  @Test
  void theCircuitBreakerOpensForThePause() {
    Runnable find = find("1h");
    fail(find);

    StubUpstream.responds(Reply.json(200, Samples.group()));
    for (int i = 0; i < 10; i++) {
      assertThatThrownBy(find::run)
          .isInstanceOf(StorageUnavailable.class)
          .hasMessageContaining("left alone");
    }
    assertThat(StubUpstream.received()).isEmpty();
  }

  @Test
  void theCircuitBreakerClosesAfterThePause() {
    Runnable find = find("1ms");
    fail(find);

    StubUpstream.responds(Reply.json(200, Samples.group()));
    await()
        .atMost(Duration.ofMinutes(5))
        .ignoreExceptionsInstanceOf(StorageUnavailable.class)
        .untilAsserted(find::run);
    for (int i = 0; i < 10; i++) {
      find.run();
    }
    assertThat(StubUpstream.received()).hasSize(11);
  }

  @Test
  void refusalsDoNotOpenTheCircuitBreaker() {
    Runnable find = find("1h");
    for (int status : new int[] {400, 401, 403, 404, 429, 500, 501}) {
      StubUpstream.responds(Reply.json(status, ""));
      for (int i = 0; i < 10; i++) {
        try {
          find.run();
        } catch (KpiGroupException | AssertionError e) {
          assertThat(e).isNotInstanceOf(StorageUnavailable.class);
        }
      }
      assertThat(StubUpstream.received()).as("%d", status).hasSize(10);
    }
  }

  @Test
  void aFullBulkheadRefusesAtOnceAndDoesNotOpenTheCircuitBreaker() throws Exception {
    Runnable find = find("1h");
    StubUpstream.follows(asked -> later(StubUpstream.hang()));
    ExecutorService threads = Executors.newFixedThreadPool(PLACES);
    List<Future<?>> waiting =
        Stream.<Future<?>>generate(() -> threads.submit(find)).limit(PLACES).toList();
    await().atMost(Duration.ofMinutes(5)).until(() -> StubUpstream.received().size() == PLACES);
    for (int i = 0; i < 10; i++) {
      assertThatThrownBy(find::run)
          .isInstanceOf(StorageUnavailable.class)
          .hasMessageContaining("Too many");
    }
    assertThat(waiting).noneMatch(Future::isDone);

    StubUpstream.responds(Reply.json(200, Samples.group()));
    threads.shutdown();
    for (Future<?> waits : waiting) {
      waits.get();
    }
    find.run();
  }

  /** The group, after something else that a reply does first. */
  private static Reply later(Reply first) {
    return out -> {
      first.write(out);
      return Reply.json(200, Samples.group()).write(out);
    };
  }
}
