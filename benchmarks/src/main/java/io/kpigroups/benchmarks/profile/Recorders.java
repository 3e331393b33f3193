package io.kpigroups.benchmarks.profile;

import io.kpigroups.benchmarks.server.Contender;
import io.kpigroups.benchmarks.server.Refused;
import java.nio.file.Path;
import one.profiler.AsyncProfilerLoader;

/** Which contender can be recorded how. */
final class Recorders {
  private Recorders() {}

  /**
   * A recorder for a contender.
   *
   * @param folder for the profiler's output
   * @throws Refused if there is none; its message says what to use instead
   */
  static Recorder of(Contender contender, Event event, Path folder) {
    if (!AsyncProfilerLoader.isSupported()) {
      throw new Refused("async-profiler runs on Linux and macOS, on x64 and arm64.");
    }
    if (contender.jvm()) {
      return new JvmRecorder(event, folder);
    }
    if (!contender.ours()) {
      throw new Refused(
          "async-profiler has no names for what %s runs: use the profiler of its language (for"
                  .formatted(contender.name())
              + " Go net/http/pprof, for Node.js --cpu-prof), or perf record -g with the scripts"
              + " of https://github.com/brendangregg/FlameGraph.");
    }
    if (event == Event.ALLOC) {
      throw new Refused(
          "async-profiler sees allocations on a JVM only: take --build jdk25, which runs the same"
              + " code.");
    }
    return new PreloadRecorder(folder);
  }
}
