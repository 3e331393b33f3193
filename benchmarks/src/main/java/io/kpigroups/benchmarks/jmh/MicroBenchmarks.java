package io.kpigroups.benchmarks.jmh;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.Options;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.VerboseMode;

/**
 * Runs the benchmarks of this package; each in a virtual machine of its own, one after the other.
 */
public final class MicroBenchmarks {
  /** What the profiler calls the bytes that a call allocates. */
  private static final String ALLOCATED = "gc.alloc.rate.norm";

  private MicroBenchmarks() {}

  /**
   * What one benchmark found.
   *
   * @param benchmark its class and method, such as {@code NameBenchmark.key}
   * @param params what it was run with, such as {@code name=ASCII}; empty if there is nothing to
   *     choose
   * @param nanosPerOp the mean time of a call
   * @param error half of the width of the 99.9 % confidence interval of that, in nanoseconds
   * @param bytesPerOp what a call allocates on the heap
   */
  public record Cost(
      String benchmark, String params, double nanosPerOp, double error, double bytesPerOp) {}

  /**
   * Runs all of them, in about three minutes, and prints nothing. The machines that measure get the
   * class path of this one.
   *
   * @param java the launcher of the machines that measure
   * @param options more options of theirs
   * @return what they found, in the order of their names
   * @throws RunnerException if one of them fails, or JMH is at work on this machine already
   */
  public static List<Cost> run(Path java, String... options) throws RunnerException {
    return run(
        new OptionsBuilder()
            .jvm(java.toString())
            .jvmArgsAppend(options)
            .verbosity(VerboseMode.SILENT)
            .build());
  }

  /** Runs all of them with options that differ from those of {@link Measured}. */
  static List<Cost> run(Options differing) throws RunnerException {
    Options options =
        new OptionsBuilder()
            .parent(differing)
            .include("^" + MicroBenchmarks.class.getPackageName().replace(".", "\\.") + "\\.")
            .addProfiler(GCProfiler.class)
            .shouldFailOnError(true)
            .build();
    Collection<RunResult> results = new Runner(options).run();
    return results.stream().map(MicroBenchmarks::cost).toList();
  }

  private static Cost cost(RunResult result) {
    BenchmarkParams params = result.getParams();
    String benchmark =
        params.getBenchmark().substring(MicroBenchmarks.class.getPackageName().length() + 1);
    Result<?> time = result.getPrimaryResult();
    return new Cost(
        benchmark,
        params.getParamsKeys().stream()
            .map(key -> key + "=" + params.getParam(key))
            .collect(Collectors.joining(", ")),
        time.getScore(),
        time.getScoreError(),
        Objects.requireNonNull(result.getSecondaryResults().get(ALLOCATED)).getScore());
  }

  /**
   * Runs them with JMH's own options, and prints what JMH prints; {@code -h} tells the options. A
   * regular expression says which to run: {@code NameBenchmark.key -prof gc -p name=LONG}.
   */
  public static void main(String... args) throws IOException {
    org.openjdk.jmh.Main.main(args);
  }
}
