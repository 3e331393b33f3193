package io.kpigroups.adapter.rest.edge;

import io.kpigroups.adapter.rest.http.Timers;
import io.kpigroups.adapter.rest.problem.ProblemException;
import io.kpigroups.adapter.rest.problem.ProblemType;
import io.quarkus.runtime.ShutdownDelayInitiatedEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Refuses requests whose answer would be lost, because the server is about to close.
 *
 * <p>After the shutdown delay, while the service still works, Quarkus waits until no request is at
 * work and then closes the server. A request that comes in between would be done, and its answer
 * lost with the connection. So shortly before the delay is over requests are refused, before
 * anything is done for them; those that came earlier are waited for.
 */
@ApplicationScoped
public class ShutdownGuard {
  private static final Duration MARGIN = Duration.ofMillis(100);

  private final Timers timers;
  private final Duration delay;
  private volatile Optional<Long> end = Optional.empty();

  public ShutdownGuard(
      Timers timers, @ConfigProperty(name = "quarkus.shutdown.delay") Optional<Duration> delay) {
    this.timers = timers;
    this.delay = delay.orElse(Duration.ZERO);
  }

  public void begin(@Observes ShutdownDelayInitiatedEvent event) {
    end = Optional.of(timers.nanoTime() + delay.minus(MARGIN).toNanos());
  }

  /**
   * Refuses a request if it is too late for it. Each one asks the clock, because on a busy machine
   * a timer is late.
   */
  void check() {
    if (end.isPresent() && timers.nanoTime() - end.get() >= 0) {
      throw new ProblemException(
              ProblemType.STORAGE_UNAVAILABLE, "The service is about to end; nothing was done.")
          .header("Connection", "close");
    }
  }
}
