package io.kpigroups.adapter.rest.edge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.kpigroups.adapter.rest.problem.ProblemException;
import io.kpigroups.adapter.rest.support.VirtualTimers;
import io.quarkus.runtime.ShutdownDelayInitiatedEvent;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ShutdownGuardTest {
  private final VirtualTimers timers = new VirtualTimers();

  @Test
  void requestsAreTakenUntilShortlyBeforeTheDelayIsOver() {
    ShutdownGuard guard = new ShutdownGuard(timers, Optional.of(Duration.ofSeconds(1)));
    timers.advance(Duration.ofDays(1));
    assertThat(refuses(guard)).as("before it begins").isFalse();

    guard.begin(new ShutdownDelayInitiatedEvent());
    timers.advance(Duration.ofMillis(899));
    assertThat(refuses(guard)).as("in the delay").isFalse();
    timers.advance(Duration.ofMillis(1));
    assertThat(refuses(guard)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(longs = {0, 1, 100})
  void aDelayNoLongerThanThatRefusesAtOnce(long millis) {
    ShutdownGuard guard = new ShutdownGuard(timers, Optional.of(Duration.ofMillis(millis)));
    assertThat(refuses(guard)).isFalse();

    guard.begin(new ShutdownDelayInitiatedEvent());
    assertThat(refuses(guard)).isTrue();
  }

  @Test
  void noDelayRefusesAtOnce() {
    ShutdownGuard guard = new ShutdownGuard(timers, Optional.empty());

    guard.begin(new ShutdownDelayInitiatedEvent());
    assertThat(refuses(guard)).isTrue();
  }

  private static boolean refuses(ShutdownGuard guard) {
    return catchThrowable(guard::check) instanceof ProblemException;
  }
}
