package io.kpigroups.benchmarks.load;

import java.util.Optional;
import org.HdrHistogram.Histogram;

/**
 * What came of a slice of time.
 *
 * @param requests answered as they should be
 * @param failures answered otherwise, or not at all
 * @param firstFailure the first of these
 * @param nanos from the first request to the last answer
 * @param latency of all of them in microseconds, from the moment that a request was due
 */
public record LoadResult(
    long requests, long failures, Optional<String> firstFailure, long nanos, Histogram latency) {

  /** Answers per second. */
  public double throughput() {
    return requests * 1e9 / nanos;
  }
}
