package io.kpigroups.adapter.client.resilience;

import io.github.resilience4j.bulkhead.BulkheadFullException;
import io.kpigroups.application.port.StorageUnavailable;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Tells how upstream is: it is asked when somebody wants to know, at most every few seconds, and
 * nobody waits long for it.
 */
public final class HealthProbe {
  private static final Logger LOG = Logger.getLogger(HealthProbe.class);
  private static final String UPSTREAM = "upstream";
  private static final String REASON = "reason";
  private static final String SINCE = "since";
  private static final Duration INTERVAL = Duration.ofSeconds(5);

  /** Less than any probe waits; after that the state known before is told. */
  private static final long MAX_WAIT_MILLIS = 500;

  private final Runnable ping;
  private final Executor executor;
  private final InstantSource clock;

  private CompletableFuture<@Nullable Void> check = CompletableFuture.completedFuture(null);
  private Instant checkedAt = Instant.EPOCH;
  private volatile Map<String, String> state =
      Map.of(UPSTREAM, "unknown", REASON, "It has not answered yet.");

  /**
   * A probe that knows nothing yet.
   *
   * @param ping asks upstream; throws {@link StorageUnavailable} if it does not work
   * @param executor where it is asked
   */
  public HealthProbe(Runnable ping, Executor executor, InstantSource clock) {
    this.ping = ping;
    this.executor = executor;
    this.clock = clock;
  }

  /**
   * How upstream is: {@code up}, {@code down} with a reason, or {@code unknown}; and since when.
   */
  public Map<String, String> data() {
    currentCheck().copy().completeOnTimeout(null, MAX_WAIT_MILLIS, TimeUnit.MILLISECONDS).join();
    return state;
  }

  private synchronized CompletableFuture<@Nullable Void> currentCheck() {
    // Without its sign: a clock that is set back must not stop the checks.
    Duration age = Duration.between(checkedAt, clock.instant()).abs();
    if (check.isDone() && age.compareTo(INTERVAL) >= 0) {
      checkedAt = clock.instant();
      check = CompletableFuture.runAsync(this::check, executor);
    }
    return check;
  }

  private void check() {
    try {
      ping.run();
      update("up", "");
    } catch (StorageUnavailable e) {
      if (!(e.getCause() instanceof BulkheadFullException)) {
        update("down", String.valueOf(e.getMessage()));
      }
    }
  }

  private void update(String upstream, String reason) {
    boolean changed = !upstream.equals(state.get(UPSTREAM));
    String now = clock.instant().truncatedTo(ChronoUnit.SECONDS).toString();
    Map<String, String> next = new LinkedHashMap<>();
    next.put(UPSTREAM, upstream);
    next.put(REASON, reason);
    next.put(SINCE, changed ? now : state.getOrDefault(SINCE, ""));
    next.values().removeIf(String::isEmpty);
    state = next;
    if (changed) {
      Logger.Level level = reason.isEmpty() ? Logger.Level.INFO : Logger.Level.WARN;
      LOG.log(level, "Upstream is " + upstream + ". " + reason);
    }
  }
}
