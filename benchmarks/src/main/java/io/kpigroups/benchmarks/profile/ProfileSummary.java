package io.kpigroups.benchmarks.profile;

import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What a person reads before opening the graph. */
final class ProfileSummary {
  private final List<StackSample> samples;
  private final long total;

  ProfileSummary(List<StackSample> samples) {
    this.samples = samples;
    this.total = samples.stream().mapToLong(StackSample::weight).sum();
  }

  /**
   * A frame, and its share of the whole.
   *
   * @param share from 0 to 1
   */
  record Share(String frame, double share) {}

  /** The weight of all samples. */
  long total() {
    return total;
  }

  /** The share of each part that was seen, from 0 to 1. */
  Map<Part, Double> parts() {
    Map<Part, Double> shares = new EnumMap<>(Part.class);
    for (StackSample sample : samples) {
      shares.merge(Part.of(sample), share(sample.weight()), Double::sum);
    }
    return shares;
  }

  /**
   * The frames that most samples end in, the most frequent first.
   *
   * @param depth 0 for the end itself, 1 for who called it
   */
  List<Share> top(int count, int depth) {
    Map<String, Long> weights = new HashMap<>();
    for (StackSample sample : samples) {
      weights.merge(sample.frame(depth), sample.weight(), Long::sum);
    }
    return weights.entrySet().stream()
        .sorted(
            Map.Entry.<String, Long>comparingByValue(Comparator.reverseOrder())
                .thenComparing(Map.Entry.comparingByKey()))
        .limit(count)
        .map(entry -> new Share(entry.getKey(), share(entry.getValue())))
        .toList();
  }

  private double share(long weight) {
    return (double) weight / total;
  }
}
