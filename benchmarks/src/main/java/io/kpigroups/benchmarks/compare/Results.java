package io.kpigroups.benchmarks.compare;

import io.kpigroups.benchmarks.load.Operation;
import io.kpigroups.benchmarks.server.Contender;
import io.kpigroups.benchmarks.server.LeftOut;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import org.HdrHistogram.Histogram;

/**
 * What came of a comparison.
 *
 * @param contenders who took part, ours first
 * @param leftOut who or what did not, and why
 * @param plan what was measured, and how often
 * @param samples every turn
 * @param tails latencies of all rounds together, by contender and operation
 * @param starts times from the start to the first authenticated answer, in milliseconds
 * @param restBytes resident memory at rest: started, one request answered, three seconds later
 * @param loadBytes resident memory behind each round
 * @param repeats how many slices were measured again since the machine was not quiet
 */
public record Results(
    List<Contender> contenders,
    List<LeftOut> leftOut,
    Plan plan,
    List<Sample> samples,
    Map<String, Tail> tails,
    Map<String, List<Double>> starts,
    Map<String, Long> restBytes,
    Map<String, List<Long>> loadBytes,
    int repeats) {

  /**
   * The slow answers at the fixed rate, in microseconds.
   *
   * @param p99 of all rounds together
   * @param last the 99.9th percentile of all rounds together; the slowest of fewer than 5,000
   */
  public record Tail(double p99, double last) {
    private static final long ENOUGH = 5000;

    static Tail of(Histogram latency) {
      return new Tail(
          latency.getValueAtPercentile(99),
          latency.getTotalCount() < ENOUGH
              ? latency.getMaxValue()
              : latency.getValueAtPercentile(99.9));
    }
  }

  /** How many answers of a contender to an operation were not as they should be. */
  public long failures(String contender, Operation operation) {
    return samples.stream()
        .filter(sample -> sample.contender().equals(contender))
        .filter(sample -> sample.operation() == operation)
        .mapToLong(Sample::failures)
        .sum();
  }

  /** One value of each round, in their order. */
  public List<Double> values(
      String contender, Operation operation, ToDoubleFunction<Sample> value) {
    return samples.stream()
        .filter(sample -> sample.contender().equals(contender))
        .filter(sample -> sample.operation() == operation)
        .map(value::applyAsDouble)
        .toList();
  }

  /** The tail of a contender with an operation. */
  public Tail tail(String contender, Operation operation) {
    return tails.getOrDefault(Rounds.key(contender, operation), new Tail(0, 0));
  }

  /** How one contender stands to another, round by round: above 1 where the first has more. */
  public Ratio ratio(
      String contender, String to, Operation operation, ToDoubleFunction<Sample> value) {
    return Ratio.paired(values(contender, operation, value), values(to, operation, value));
  }
}
