package io.kpigroups.adapter.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import io.kpigroups.application.port.StorageUnavailable;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.eclipse.microprofile.faulttolerance.exceptions.BulkheadException;
import org.junit.jupiter.api.Test;

/** What is told of upstream, and how seldom it is asked for that; by clocks of the test. */
class PulseTest {
  private static final Instant NOON = Instant.parse("2026-01-02T12:00:00Z");

  private final AtomicLong nanos = new AtomicLong(Long.MIN_VALUE + 1);
  private final AtomicInteger asked = new AtomicInteger();
  private Runnable upstream = () -> {};
  private Instant now = NOON;

  private final Clock clock =
      new Clock() {
        @Override
        public ZoneOffset getZone() {
          return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
          return this;
        }

        @Override
        public Instant instant() {
          return now;
        }
      };

  private Pulse pulse(Executor executor) {
    return new Pulse(
        () -> {
          asked.incrementAndGet();
          upstream.run();
        },
        executor,
        nanos::get,
        clock);
  }

  private void pass(Duration time) {
    nanos.addAndGet(time.toNanos());
    now = now.plus(time);
  }

  private static Runnable down(String reason, Exception cause) {
    return () -> {
      throw new StorageUnavailable(reason, cause);
    };
  }

  @Test
  void itIsAskedOnceInAFewSecondsHoweverManyWantToKnow() {
    Pulse pulse = pulse(Runnable::run);
    for (int i = 0; i < 100; i++) {
      assertThat(pulse.data()).containsEntry("upstream", "up");
    }
    assertThat(asked).hasValue(1);
    pass(Duration.ofMillis(4_999));
    pulse.data();
    assertThat(asked).hasValue(1);
    pass(Duration.ofMillis(1));
    pulse.data();
    pulse.data();
    assertThat(asked).hasValue(2);
  }

  @Test
  void itIsToldHowUpstreamIsAndSinceWhen() {
    Pulse pulse = pulse(Runnable::run);
    assertThat(pulse.data())
        .containsExactly(entry("upstream", "up"), entry("since", "2026-01-02T12:00:00Z"));
    pass(Duration.ofMinutes(1));
    upstream = down("It is slow.", new IllegalStateException());
    assertThat(pulse.data())
        .containsExactly(
            entry("upstream", "down"),
            entry("reason", "It is slow."),
            entry("since", "2026-01-02T12:01:00Z"));
    pass(Duration.ofMinutes(1));
    upstream = down("It is left alone.", new IllegalStateException());
    assertThat(pulse.data())
        .containsEntry("reason", "It is left alone.")
        .containsEntry("since", "2026-01-02T12:01:00Z");
    pass(Duration.ofMinutes(1));
    upstream = () -> {};
    assertThat(pulse.data())
        .containsExactly(entry("upstream", "up"), entry("since", "2026-01-02T12:03:00Z"));
  }

  @Test
  void aQuestionForWhichThereIsNoPlaceTellsNothingNew() {
    Pulse pulse = pulse(Runnable::run);
    pulse.data();
    pass(Duration.ofMinutes(1));
    upstream = down("Too many wait.", new BulkheadException());
    assertThat(pulse.data())
        .containsExactly(entry("upstream", "up"), entry("since", "2026-01-02T12:00:00Z"));
  }

  @Test
  void nobodyWaitsForAnUpstreamThatHangsAndItIsNotAskedAgainMeanwhile() {
    Deque<Runnable> hanging = new ArrayDeque<>();
    Pulse pulse = pulse(hanging::add);
    assertThat(pulse.data()).containsEntry("upstream", "unknown").doesNotContainKey("since");
    pass(Duration.ofHours(1));
    assertThat(pulse.data()).containsEntry("upstream", "unknown");
    assertThat(hanging).hasSize(1);

    hanging.remove().run();
    assertThat(pulse.data()).containsEntry("upstream", "up");
    assertThat(hanging).hasSize(1);
    hanging.remove().run();
    assertThat(asked).hasValue(2);
  }
}
