package io.kpigroups.benchmarks.compare;

import java.util.ArrayList;
import java.util.List;
import org.HdrHistogram.Histogram;

/** What the slices at the fixed rate of one contender with one operation found. */
public final class Latencies {
  private static final long ENOUGH = 5000;

  private final Histogram all = new Histogram(3);
  private final List<Double> medians = new ArrayList<>();

  /** Adds a slice. */
  void add(Histogram slice) {
    all.add(slice);
    medians.add((double) slice.getValueAtPercentile(50));
  }

  /** The median of the slices' medians, in microseconds. */
  public double p50() {
    return Ratio.median(medians);
  }

  /** The 99th percentile of all slices together, in microseconds. */
  public double p99() {
    return all.getValueAtPercentile(99);
  }

  /**
   * The 99.9th percentile of all slices together, in microseconds; the slowest where these are
   * fewer than {@value #ENOUGH} requests.
   */
  public double last() {
    return all.getTotalCount() < ENOUGH ? all.getMaxValue() : all.getValueAtPercentile(99.9);
  }
}
