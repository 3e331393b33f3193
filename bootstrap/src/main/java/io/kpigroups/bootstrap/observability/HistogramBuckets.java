package io.kpigroups.bootstrap.observability;

import java.time.Duration;
import java.util.stream.LongStream;

/** The bounds of histograms: few, since each is a time series for each combination of labels. */
final class HistogramBuckets {
  /** From one call of the embedded store to twice the default deadline. */
  static final Duration[] LATENCY =
      LongStream.of(1, 2, 5, 10, 25, 50, 100, 250, 500, 1_000, 2_500, 5_000, 10_000)
          .mapToObj(Duration::ofMillis)
          .toArray(Duration[]::new);

  private HistogramBuckets() {}
}
