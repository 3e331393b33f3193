package io.kpigroups.adapter.rest;

import io.quarkus.runtime.ShutdownDelayInitiatedEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Sees to it that nothing is done at the end that could not be answered any more.
 *
 * <p>After the delay in which the service works on, Quarkus waits until no request is at work and
 * then closes the server. A request that comes in between would be done, and its answer lost with
 * the connection. So a moment before the delay is over requests are refused, before anything is
 * done for them; those that came earlier are waited for.
 */
@ApplicationScoped
class Closing {
  private static final Duration MOMENT = Duration.ofMillis(100);

  private final Timers timers;
  private final Duration delay;
  private volatile long end;
  private volatile boolean begun;

  Closing(
      Timers timers, @ConfigProperty(name = "quarkus.shutdown.delay") Optional<Duration> delay) {
    this.timers = timers;
    this.delay = delay.orElse(Duration.ZERO);
  }

  /**
   * Whether it is too late for a request. Each one asks the clock: on a busy machine a timer is
   * late, and lets in what it is there to keep out.
   */
  boolean isClosed() {
    return begun && timers.nanoTime() - end >= 0;
  }

  void begin(@Observes ShutdownDelayInitiatedEvent event) {
    end = timers.nanoTime() + delay.minus(MOMENT).toNanos();
    begun = true;
  }
}
