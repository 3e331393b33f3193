package io.kpigroups.bootstrap.observability;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.TimeGauge;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Measures the runs of the purge. What a run that fails leaves behind is its backlog; where the
 * store cannot even count it, how long ago the last success was tells.
 */
@Singleton
public class PurgeMeters {
  private final Clock clock;
  private final Counter succeeded;
  private final Counter failed;
  private final Counter removed;
  private final AtomicLong lastSuccess = new AtomicLong();
  private final AtomicLong backlog = new AtomicLong();

  /** Registers the meters. */
  public PurgeMeters(MeterRegistry registry, Clock clock) {
    this.clock = clock;
    this.succeeded = runs(registry, Outcome.OK);
    this.failed = runs(registry, Outcome.ERROR);
    this.removed =
        Counter.builder("kpigroups.purge.removed.groups")
            .description("Deleted groups that were removed for good")
            .register(registry);
    Gauge.builder("kpigroups.purge.backlog.groups", backlog, AtomicLong::doubleValue)
        .description("Groups that were due and not removed yet when the purge last counted them")
        .register(registry);
    TimeGauge.builder(
            "kpigroups.purge.last.success.timestamp",
            lastSuccess,
            TimeUnit.MILLISECONDS,
            AtomicLong::doubleValue)
        .description("When the purge last ran to its end; 0 if it has not since the start")
        .register(registry);
  }

  /** So many groups are due. */
  public void backlog(long groups) {
    backlog.set(groups);
  }

  /** So many groups were removed for good, whether the run came to its end or not. */
  public void removed(int groups) {
    removed.increment(groups);
  }

  /** The purge has removed all that was due; what has become due since is the new backlog. */
  public void succeeded(long due) {
    backlog.set(due);
    succeeded.increment();
    lastSuccess.set(clock.millis());
  }

  /** The purge has left what it should have removed. */
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
