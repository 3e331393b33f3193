package io.kpigroups.benchmarks.compare;

import java.util.ArrayList;
import java.util.List;

/**
 * How two contenders stand to each other, from the ratios of the rounds.
 *
 * @param middle their {@linkplain #trimmedMean trimmed mean}
 * @param least the smallest of those that are in it
 * @param most the largest of those that are in it
 */
public record Ratio(double middle, double least, double most) {
  /** Of the rounds, what is cut off at either end. */
  private static final double CUT_OFF = 0.2;

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
    List<Double> kept = trimmed(ratios);
    return new Ratio(trimmedMean(ratios), kept.get(0), kept.get(kept.size() - 1));
  }

  /**
   * The geometric mean of the values without the outer fifths: as little moved by a bad round as
   * the median, and nearer to the same value the next time.
   *
   * @throws IllegalArgumentException if there is none
   */
  public static double trimmedMean(List<Double> values) {
    return Math.exp(trimmed(values).stream().mapToDouble(Math::log).average().orElseThrow());
  }

  private static List<Double> trimmed(List<Double> values) {
    if (values.isEmpty()) {
      throw new IllegalArgumentException("Nothing has no mean.");
    }
    List<Double> sorted = values.stream().sorted().toList();
    int cut = (int) (sorted.size() * CUT_OFF);
    return sorted.subList(cut, sorted.size() - cut);
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
