package io.kpigroups.adapter.client.resilience;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kpigroups.adapter.client.UpstreamConfig;
import io.kpigroups.adapter.client.http.CallFailedException;
import io.kpigroups.adapter.client.http.FailureReason;
import io.kpigroups.adapter.client.http.UpstreamResponse;
import io.kpigroups.application.port.StorageUnavailable;
import io.smallrye.config.SmallRyeConfigBuilder;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** When the circuit breaker opens and closes, by a clock of the test. */
class CircuitBreakerTest {
  private static final Duration PAUSE = Duration.ofSeconds(5);
  private static final UpstreamResponse RESPONSE =
      new UpstreamResponse(Response.ok().build(), new byte[0], false);

  private final AtomicLong nanos = new AtomicLong(-1);
  private final ResiliencePolicy policy =
      new ResiliencePolicy(
          new SmallRyeConfigBuilder()
              .addDiscoveredConverters()
              .withMapping(UpstreamConfig.class)
              .withDefaultValue("kpigroups.upstream.circuit-breaker.calls", "4")
              .withDefaultValue("kpigroups.upstream.circuit-breaker.pause", "5s")
              .build()
              .getConfigMapping(UpstreamConfig.class),
          nanos::get);

  private void works() {
    assertThat(policy.once(() -> RESPONSE)).isEqualTo(RESPONSE);
  }

  private void fails() {
    fails(FailureReason.CONNECTION_LOST);
  }

  private void fails(FailureReason reason) {
    assertThatThrownBy(() -> policy.once(failing(reason))).isInstanceOf(CallFailedException.class);
  }

  private static Supplier<UpstreamResponse> failing(FailureReason reason) {
    return () -> {
      throw new CallFailedException(reason, new IllegalStateException());
    };
  }

  private void endedByUs() {
    fails(FailureReason.SHORT_TIMEOUT);
    fails(FailureReason.TOO_LARGE);
    assertThatThrownBy(() -> policy.once(() -> List.<UpstreamResponse>of().get(0)))
        .isInstanceOf(IndexOutOfBoundsException.class);
  }

  private void isOpen() {
    assertThatThrownBy(() -> policy.once(() -> RESPONSE))
        .isInstanceOf(StorageUnavailable.class)
        .hasMessageContaining("left alone");
  }

  private void pass(Duration time) {
    nanos.addAndGet(time.toNanos());
  }

  private void open() {
    for (int i = 0; i < 4; i++) {
      fails();
    }
    isOpen();
  }

  /** The pause, and a moment more. */
  private void endPause() {
    pass(PAUSE.plusNanos(1));
  }

  @Test
  void itOpensIfHalfOfTheLastCallsFailed() {
    fails();
    for (int i = 0; i < 6; i++) {
      works();
    }
    fails();
    works();
    fails();
    isOpen();
  }

  @Test
  void itStaysClosedAfterTooFewCalls() {
    fails();
    fails();
    fails();
    works();
    isOpen();
  }

  @Test
  void refusalsCountAsSuccess() {
    for (int i = 0; i < 10; i++) {
      fails(FailureReason.SERVER_ERROR);
      fails(FailureReason.TOO_MANY_REQUESTS);
      fails(FailureReason.REDIRECT);
    }
    works();
  }

  @Test
  void callsThatWeEndedDoNotCount() {
    for (int i = 0; i < 10; i++) {
      endedByUs();
    }
    fails();
    fails();
    fails();
    endedByUs();
    works();
    isOpen();
  }

  @Test
  void itStaysOpenForThePause() {
    open();
    pass(PAUSE);
    isOpen();
    pass(Duration.ofNanos(1));
    works();
  }

  @Test
  void twoTrialsThatSucceedCloseItAndOneThatFailsOpensIt() {
    open();
    endPause();
    works();
    fails();
    isOpen();
    endPause();
    works();
    works();
    fails();
    fails();
    fails();
    works();
    isOpen();
  }

  @Test
  void aTrialThatWeEndedDoesNotCount() {
    open();
    endPause();
    for (int i = 0; i < 10; i++) {
      endedByUs();
    }
    works();
    fails();
    isOpen();
  }

  @Test
  void afterThePauseTwoTrialsAreAllowedAtATime() {
    open();
    endPause();
    policy.once(
        () ->
            policy.once(
                () -> {
                  isOpen();
                  return RESPONSE;
                }));
    works();
    fails();
    works();
  }

  @Test
  void aCallFromBeforeItOpenedDoesNotCloseIt() {
    policy.once(
        () -> {
          open();
          endPause();
          return RESPONSE;
        });
    works();
    fails();
    isOpen();
  }
}
