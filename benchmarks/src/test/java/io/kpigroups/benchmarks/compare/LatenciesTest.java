package io.kpigroups.benchmarks.compare;

import static org.assertj.core.api.Assertions.assertThat;

import org.HdrHistogram.Histogram;
import org.junit.jupiter.api.Test;

class LatenciesTest {
  private final Latencies latencies = new Latencies();

  @Test
  void takesTheMedianOfTheSlicesAndTheTailOfAllTogether() {
    latencies.add(slice(100, 1000));
    latencies.add(slice(100, 1000));
    latencies.add(slice(100, 9));
    latencies.add(slice(50, 500));

    assertThat(latencies.p50()).isEqualTo(1000 - 250);
    assertThat(latencies.p99()).isEqualTo(1000);
  }

  @Test
  void takesTheSlowestOfFewAndTheLastThousandthOfMany() {
    latencies.add(slice(4998, 10));
    latencies.add(slice(1, 700));

    assertThat(latencies.last()).isEqualTo(700);

    latencies.add(slice(1, 10));

    assertThat(latencies.last()).isEqualTo(10);
  }

  private static Histogram slice(int count, int micros) {
    Histogram slice = new Histogram(3);
    slice.recordValueWithCount(micros, count);
    return slice;
  }
}
