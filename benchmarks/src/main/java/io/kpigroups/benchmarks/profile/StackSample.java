package io.kpigroups.benchmarks.profile;

import java.util.List;
import java.util.regex.Pattern;

/**
 * A stack, and how much was seen of it.
 *
 * @param frames the outermost call first; with async-profiler's suffixes, which tell how a method
 *     was compiled
 * @param weight samples of CPU time, or bytes
 */
record StackSample(List<String> frames, long weight) {
  private static final Pattern SUFFIX = Pattern.compile("_\\[.]$");

  /**
   * The name of the innermost frame but some.
   *
   * @param depth 0 for the innermost frame; of a shorter stack, its outermost
   */
  String frame(int depth) {
    String frame = frames.get(Math.max(0, frames.size() - 1 - depth));
    return SUFFIX.matcher(frame).replaceFirst("");
  }
}
