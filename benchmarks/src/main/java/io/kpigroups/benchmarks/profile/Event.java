package io.kpigroups.benchmarks.profile;

import java.util.List;
import java.util.Locale;

/** What is sampled. */
public enum Event {
  /**
   * CPU time. The timer signal also works where the kernel's performance events are not allowed, as
   * in most containers; so graphs of all machines are of the same kind.
   */
  CPU("CPU time", List.of("-e", "itimer"), List.of()),

  /** Allocations, weighed by their bytes. */
  ALLOC("Allocated bytes", List.of("-e", "alloc"), List.of("--total"));

  private final String title;
  private final List<String> start;
  private final List<String> output;

  Event(String title, List<String> start, List<String> output) {
    this.title = title;
    this.start = start;
    this.output = output;
  }

  /** For the heading of a graph. */
  String title() {
    return title;
  }

  /** For options and files. */
  public String option() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The options of async-profiler that begin a recording. */
  List<String> startOptions() {
    return start;
  }

  /** The options of async-profiler that say how its samples are weighed. */
  List<String> outputOptions() {
    return output;
  }
}
