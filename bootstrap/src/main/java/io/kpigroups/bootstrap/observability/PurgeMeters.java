package io.kpigroups.bootstrap.observability;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.TimeGauge;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Measures the runs of the purge. A run that succeeds leaves no backlog behind, so what tells of a
 * backlog is how long ago that was.
 */
@Singleton
public class PurgeMeters {
  private final Clock clock;
  private final Counter succeeded;
  private final Counter failed;
  private final Counter removed;
  private final AtomicLong lastSuccess = new AtomicLong();

  PurgeMeters(MeterRegistry registry, Clock clock) {
    this.clock = clock;
    this.succeeded = runs(registry, Outcome.OK);
    this.failed = runs(registry, Outcome.ERROR);
    this.removed =
        Counter.builder("kpigroups.purge.removed.groups")
            .description("Deleted groups that were removed for good")
            .register(registry);
    TimeGauge.builder(
            "kpigroups.purge.last.success.timestamp",
            lastSuccess,
            TimeUnit.MILLISECONDS,
            AtomicLong::doubleValue)
        .description("When the purge last ran to its end; 0 if it has not since the start")
        .register(registry);
  }

  /** The purge has removed all that was due. */
  public void succeeded(int groups) {
    removed.increment(groups);
    succeeded.increment();
    lastSuccess.set(clock.millis());
  }

  /** The purge has stopped before its end. */
  public void failed() {
    failed.increment();
  }

  private static Counter runs(MeterRegistry registry, String outcome) {
    return Counter.builder("kpigroups.purge.runs")
        .description("Runs of the purge, by outcome")
        .tag("outcome", outcome)
        .register(registry);
  }
}
