package io.kpigroups.adapter.rest;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.runtime.ShutdownDelayInitiatedEvent;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ClosingTest {
  private final VirtualTimers timers = new VirtualTimers();

  @Test
  void itIsOpenUntilAMomentBeforeTheDelayIsOver() {
    Closing closing = new Closing(timers, Optional.of(Duration.ofSeconds(1)));
    timers.advance(Duration.ofDays(1));
    assertThat(closing.isClosed()).as("before it begins").isFalse();

    closing.begin(new ShutdownDelayInitiatedEvent());
    timers.advance(Duration.ofMillis(899));
    assertThat(closing.isClosed()).as("in the delay").isFalse();
    timers.advance(Duration.ofMillis(1));
    assertThat(closing.isClosed()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(longs = {0, 1, 100})
  void aDelayOfNoMoreThanThatMomentClosesAtOnce(long millis) {
    Closing closing = new Closing(timers, Optional.of(Duration.ofMillis(millis)));
    assertThat(closing.isClosed()).isFalse();

    closing.begin(new ShutdownDelayInitiatedEvent());
    assertThat(closing.isClosed()).isTrue();
  }

  @Test
  void noDelayClosesAtOnce() {
    Closing closing = new Closing(timers, Optional.empty());

    closing.begin(new ShutdownDelayInitiatedEvent());
    assertThat(closing.isClosed()).isTrue();
  }
}
