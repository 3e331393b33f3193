package io.kpigroups.bootstrap.observability;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Meter.MeterProvider;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.TimeGauge;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;

/**
 * Measures the runs of the purge. What a failed run leaves is the backlog; if the store cannot even
 * count that, the time of the last success shows the fault.
 */
@Singleton
public class PurgeMeters {
  private final Clock clock;
  private final MeterProvider<Counter> runs;
  private final Counter removed;
  private final AtomicLong lastSuccess = new AtomicLong();
  private final AtomicLong backlog = new AtomicLong();

  /** Registers the meters. */
  public PurgeMeters(MeterRegistry registry, Clock clock) {
    this.clock = clock;
    this.runs =
        Counter.builder("kpigroups.purge.runs")
            .description("Runs of the purge, by outcome")
            .withRegistry(registry);
    Stream.of(Outcome.OK, Outcome.ERROR).forEach(outcome -> runs.withTag("outcome", outcome));
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
    runs.withTag("outcome", Outcome.OK).increment();
    lastSuccess.set(clock.millis());
  }

  /** The purge has left what it should have removed. */
  public void failed() {
    runs.withTag("outcome", Outcome.ERROR).increment();
  }
}
