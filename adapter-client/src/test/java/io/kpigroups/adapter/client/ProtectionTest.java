package io.kpigroups.adapter.client;

import static io.kpigroups.adapter.client.Samples.ANN;
import static io.kpigroups.adapter.client.Samples.GROUP;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.kpigroups.application.port.StorageUnavailable;
import io.kpigroups.application.port.UpstreamFailure;
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

/** That an upstream in trouble is left alone, holds up no more than it may, and is taken back. */
@QuarkusTest
@WithTestResource(StubUpstream.class)
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class ProtectionTest {
  private static final int PLACES = 3;
  private static final int CALLS = 4;

  private final TlsConfigurationRegistry registry;

  ProtectionTest(TlsConfigurationRegistry registry) {
    this.registry = registry;
  }

  /** Few calls at once, and a circuit that opens soon and stays open for so long. */
  private Runnable find(String pause) {
    UpstreamGroups groups =
        OwnSettings.groups(
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
    return () -> assertThat(groups.find(ANN, GROUP)).isPresent();
  }

  private static void fail(Runnable find) {
    StubUpstream.answers(Reply.json(503, ""));
    for (int i = 0; i < CALLS; i++) {
      assertThatThrownBy(find::run).isInstanceOf(UpstreamFailure.class);
    }
    assertThat(StubUpstream.asked()).hasSize(CALLS);
  }

  @Test
  void anUpstreamThatOnlyFailsIsLeftAloneForAPause() {
    Runnable find = find("1h");
    fail(find);

    StubUpstream.answers(Reply.json(200, Samples.group()));
    for (int i = 0; i < 10; i++) {
      assertThatThrownBy(find::run)
          .isInstanceOf(StorageUnavailable.class)
          .hasMessageContaining("left alone");
    }
    assertThat(StubUpstream.asked()).isEmpty();
  }

  @Test
  void anUpstreamThatWorksAgainIsTakenBackAfterThePause() {
    Runnable find = find("1ms");
    fail(find);

    StubUpstream.answers(Reply.json(200, Samples.group()));
    await()
        .atMost(Duration.ofMinutes(5))
        .ignoreExceptionsInstanceOf(StorageUnavailable.class)
        .untilAsserted(find::run);
    for (int i = 0; i < 10; i++) {
      find.run();
    }
    assertThat(StubUpstream.asked()).hasSize(11);
  }

  @Test
  void refusalsAreNoReasonToLeaveItAlone() {
    Runnable find = find("1h");
    for (int status : new int[] {400, 401, 403, 404, 429, 500, 501}) {
      StubUpstream.answers(Reply.json(status, ""));
      for (int i = 0; i < 10; i++) {
        try {
          find.run();
        } catch (KpiGroupException | AssertionError e) {
          assertThat(e).isNotInstanceOf(StorageUnavailable.class);
        }
      }
      assertThat(StubUpstream.asked()).as("%d", status).hasSize(10);
    }
  }

  @Test
  void whatIsTooMuchIsRefusedAtOnceAndNoReasonToLeaveItAlone() throws Exception {
    Runnable find = find("1h");
    StubUpstream.follows(asked -> later(StubUpstream.hang()));
    ExecutorService threads = Executors.newFixedThreadPool(PLACES);
    List<Future<?>> waiting =
        Stream.<Future<?>>generate(() -> threads.submit(find)).limit(PLACES).toList();
    await().atMost(Duration.ofMinutes(5)).until(() -> StubUpstream.asked().size() == PLACES);
    for (int i = 0; i < 10; i++) {
      assertThatThrownBy(find::run)
          .isInstanceOf(StorageUnavailable.class)
          .hasMessageContaining("Too many");
    }
    assertThat(waiting).noneMatch(Future::isDone);

    StubUpstream.answers(Reply.json(200, Samples.group()));
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
