package io.kpigroups.adapter.client.resilience;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import io.github.resilience4j.bulkhead.Bulkhead;
import io.github.resilience4j.bulkhead.BulkheadFullException;
import io.kpigroups.application.port.StorageUnavailable;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** What is told of upstream, and how often it is asked, by a clock of the test. */
class HealthProbeTest {
  private static final Instant NOON = Instant.parse("2026-01-02T12:00:00Z");

  private final AtomicInteger asked = new AtomicInteger();
  private Runnable upstream = () -> {};
  private Instant now = NOON;

  private HealthProbe probe(Executor executor) {
    return new HealthProbe(
        () -> {
          asked.incrementAndGet();
          upstream.run();
        },
        executor,
        () -> now);
  }

  private void pass(Duration time) {
    now = now.plus(time);
  }

  private static Runnable down(String reason, Exception cause) {
    return () -> {
      throw new StorageUnavailable(reason, cause);
    };
  }

  @Test
  void upstreamIsAskedOnceInFiveSeconds() {
    HealthProbe probe = probe(Runnable::run);
    for (int i = 0; i < 100; i++) {
      assertThat(probe.data()).containsEntry("upstream", "up");
    }
    assertThat(asked).hasValue(1);
    pass(Duration.ofMillis(4_999));
    probe.data();
    assertThat(asked).hasValue(1);
    pass(Duration.ofMillis(1));
    probe.data();
    probe.data();
    assertThat(asked).hasValue(2);
  }

  @Test
  void aClockThatIsSetBackDoesNotStopTheChecks() {
    HealthProbe probe = probe(Runnable::run);
    probe.data();
    pass(Duration.ofHours(-1));
    probe.data();
    assertThat(asked).hasValue(2);
  }

  @Test
  void theStateIsToldWithItsReasonAndSinceWhen() {
    HealthProbe probe = probe(Runnable::run);
    assertThat(probe.data())
        .containsExactly(entry("upstream", "up"), entry("since", "2026-01-02T12:00:00Z"));
    pass(Duration.ofMinutes(1));
    upstream = down("It is slow.", new IllegalStateException());
    assertThat(probe.data())
        .containsExactly(
            entry("upstream", "down"),
            entry("reason", "It is slow."),
            entry("since", "2026-01-02T12:01:00Z"));
    pass(Duration.ofMinutes(1));
    upstream = down("It is left alone.", new IllegalStateException());
    assertThat(probe.data())
        .containsEntry("reason", "It is left alone.")
        .containsEntry("since", "2026-01-02T12:01:00Z");
    pass(Duration.ofMinutes(1));
    upstream = () -> {};
    assertThat(probe.data())
        .containsExactly(entry("upstream", "up"), entry("since", "2026-01-02T12:03:00Z"));
  }

  @Test
  void aFullBulkheadDoesNotChangeTheState() {
    HealthProbe probe = probe(Runnable::run);
    probe.data();
    pass(Duration.ofMinutes(1));
    upstream =
        down(
            "Too many wait.",
            BulkheadFullException.createBulkheadFullException(Bulkhead.ofDefaults("upstream")));
    assertThat(probe.data())
        .containsExactly(entry("upstream", "up"), entry("since", "2026-01-02T12:00:00Z"));
  }

  @Test
  void nobodyWaitsForAnUpstreamThatHangs() {
    Deque<Runnable> hanging = new ArrayDeque<>();
    HealthProbe probe = probe(hanging::add);
    assertThat(probe.data()).containsEntry("upstream", "unknown").doesNotContainKey("since");
    pass(Duration.ofHours(1));
    assertThat(probe.data()).containsEntry("upstream", "unknown");
    assertThat(hanging).hasSize(1);

    hanging.remove().run();
    assertThat(probe.data()).containsEntry("upstream", "up");
    assertThat(hanging).hasSize(1);
    hanging.remove().run();
    assertThat(asked).hasValue(2);
  }
}
