package io.kpigroups.benchmarks.compare;

import io.kpigroups.benchmarks.load.Operation;
import io.kpigroups.benchmarks.server.Contender;
import io.kpigroups.benchmarks.server.LeftOut;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.ToDoubleFunction;

/**
 * What came of a comparison.
 *
 * @param contenders who took part, ours first
 * @param leftOut who or what did not, and why
 * @param plan what was measured, and how often
 * @param samples every slice at full speed
 * @param latencies what the slices at the fixed rate found, by contender and operation
 * @param failed slices with answers that were not as they should be
 * @param foreignShares how much of the machine other programs and the host took, in each slice
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
    Map<String, Latencies> latencies,
    List<Failed> failed,
    List<Double> foreignShares,
    Map<String, List<Double>> starts,
    Map<String, Long> restBytes,
    Map<String, List<Long>> loadBytes,
    int repeats) {

  /** How many answers of a contender to an operation were not as they should be. */
  public long failures(String contender, Operation operation) {
    return failed.stream()
        .filter(slice -> slice.contender().equals(contender))
        .filter(slice -> slice.operation() == operation)
        .mapToLong(Failed::count)
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

  /** The latencies of a contender with an operation. */
  public Latencies latencies(String contender, Operation operation) {
    return Objects.requireNonNull(latencies.get(Slices.key(contender, operation)));
  }

  /** How one contender stands to another, round by round: above 1 where the first has more. */
  public Ratio ratio(
      String contender, String to, Operation operation, ToDoubleFunction<Sample> value) {
    return Ratio.paired(values(contender, operation, value), values(to, operation, value));
  }
}
