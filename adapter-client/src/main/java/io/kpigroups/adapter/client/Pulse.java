package io.kpigroups.adapter.client;

import io.kpigroups.application.port.StorageUnavailable;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.eclipse.microprofile.faulttolerance.exceptions.BulkheadException;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * How upstream is, for whoever wants to know: it is asked then, but not more often than every few
 * seconds, and nobody waits for it for long.
 */
final class Pulse {
  private static final Logger LOG = Logger.getLogger(Pulse.class);

  private static final Duration EVERY = Duration.ofSeconds(5);

  /** Less than any probe waits; what was known before is told then. */
  private static final Duration WAIT = Duration.ofMillis(500);

  private final Runnable ping;
  private final Executor executor;
  private final LongSupplier nanoClock;
  private final Clock clock;

  private CompletableFuture<@Nullable Void> look = CompletableFuture.completedFuture(null);
  private long lookedAt;
  private volatile State state = new State("unknown", "It has not answered yet.", Instant.MIN);

  /** What is known, and since when it is so. */
  private record State(String upstream, String reason, Instant since) {
    Map<String, String> data() {
      Map<String, String> data = new LinkedHashMap<>();
      data.put("upstream", upstream);
      if (!reason.isEmpty()) {
        data.put("reason", reason);
      }
      if (!since.equals(Instant.MIN)) {
        data.put("since", since.toString());
      }
      return data;
    }
  }

  /**
   * Knows nothing yet.
   *
   * @param ping asks upstream; throws {@link StorageUnavailable} if it does not work
   * @param executor in which it is asked
   */
  Pulse(Runnable ping, Executor executor, LongSupplier nanoClock, Clock clock) {
    this.ping = ping;
    this.executor = executor;
    this.nanoClock = nanoClock;
    this.clock = clock;
    this.lookedAt = nanoClock.getAsLong() - EVERY.toNanos();
  }

  /** How upstream is: {@code up}, {@code down} with a reason, or not known; and since when. */
  Map<String, String> data() {
    look().copy().completeOnTimeout(null, WAIT.toMillis(), TimeUnit.MILLISECONDS).join();
    return state.data();
  }

  private synchronized CompletableFuture<@Nullable Void> look() {
    long now = nanoClock.getAsLong();
    if (look.isDone() && now - lookedAt >= EVERY.toNanos()) {
      lookedAt = now;
      look = CompletableFuture.runAsync(this::ask, executor);
    }
    return look;
  }

  private void ask() {
    try {
      ping.run();
      know("up", "");
    } catch (StorageUnavailable e) {
      if (!(e.getCause() instanceof BulkheadException)) {
        know("down", String.valueOf(e.getMessage()));
      }
    }
  }

  private void know(String upstream, String reason) {
    State before = state;
    boolean same = before.upstream().equals(upstream);
    state =
        new State(
            upstream,
            reason,
            same ? before.since() : clock.instant().truncatedTo(ChronoUnit.SECONDS));
    if (!same && reason.isEmpty()) {
      LOG.info("Upstream is " + upstream + ".");
    } else if (!same) {
      LOG.warn("Upstream is " + upstream + ": " + reason);
    }
  }
}
