package io.kpigroups.benchmarks.compare;

import java.util.ArrayList;
import java.util.List;

/**
 * How two contenders stand to each other: the ratios of the rounds.
 *
 * @param median the one in the middle
 * @param least the smallest
 * @param most the largest
 */
public record Ratio(double median, double least, double most) {

  /**
   * The ratios of values of the same rounds.
   *
   * @throws IllegalArgumentException if there are none, or not as many of both
   */
  public static Ratio paired(List<Double> values, List<Double> to) {
    if (values.isEmpty() || values.size() != to.size()) {
      throw new IllegalArgumentException(
          "Rounds do not pair: " + values.size() + " and " + to.size() + ".");
    }
    List<Double> ratios = new ArrayList<>();
    for (int round = 0; round < values.size(); round++) {
      ratios.add(values.get(round) / to.get(round));
    }
    ratios.sort(null);
    return new Ratio(median(ratios), ratios.get(0), ratios.get(ratios.size() - 1));
  }

  /**
   * The value in the middle, or the mean of the two there.
   *
   * @throws IllegalArgumentException if there is none
   */
  public static double median(List<Double> values) {
    if (values.isEmpty()) {
      throw new IllegalArgumentException("Nothing has no median.");
    }
    List<Double> sorted = values.stream().sorted().toList();
    int middle = sorted.size() / 2;
    return sorted.size() % 2 == 1
        ? sorted.get(middle)
        : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
  }
}
