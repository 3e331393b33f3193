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
  private volatile boolean closed;

  Closing(
      Timers timers, @ConfigProperty(name = "quarkus.shutdown.delay") Optional<Duration> delay) {
    this.timers = timers;
    this.delay = delay.orElse(Duration.ZERO);
  }

  /** Whether it is too late for a request. */
  boolean isClosed() {
    return closed;
  }

  void begin(@Observes ShutdownDelayInitiatedEvent event) {
    Duration open = delay.minus(MOMENT);
    if (open.toMillis() > 0) {
      timers.after(open, () -> closed = true);
    } else {
      closed = true;
    }
  }
}
