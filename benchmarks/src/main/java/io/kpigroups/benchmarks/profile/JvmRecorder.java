package io.kpigroups.benchmarks.profile;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import one.profiler.AsyncProfilerLoader;

/** Attaches to a JVM that runs. */
final class JvmRecorder implements Recorder {
  private final Event event;
  private final Path folder;

  /**
   * A recorder.
   *
   * @param folder for the profiler's output; it exists
   */
  JvmRecorder(Event event, Path folder) {
    this.event = event;
    this.folder = folder;
  }

  /**
   * Without these options inlined methods are told only where the JVM happens to have safepoints;
   * and a newer JVM warns of agents that come later.
   */
  @Override
  public Map<String, String> environment() {
    return Map.of(
        "JAVA_TOOL_OPTIONS",
        "-XX:+UnlockDiagnosticVMOptions -XX:+DebugNonSafepoints -XX:+EnableDynamicAgentLoading");
  }

  @Override
  public Recording record(long pid, SteadyLoad load, Duration duration) throws IOException {
    Path file = folder.resolve(pid + "-" + event.option() + ".collapsed");
    // Unpacks the library, which the next call does not.
    AsyncProfilerLoader.getAsyncProfilerPath();
    String said = profiler("start", event.startOptions(), pid);
    long requests = load.send(duration);
    List<String> output = new ArrayList<>(event.outputOptions());
    // Annotated (how a method was compiled), and lambdas without their addresses.
    output.addAll(List.of("-a", "-n", "-o", "collapsed", "-f", file.toString()));
    said += profiler("stop", output, pid);
    if (!Files.exists(file)) {
      throw new IOException("async-profiler recorded nothing: " + said.strip());
    }
    return new Recording(CollapsedStacks.read(file), requests);
  }

  private static String profiler(String action, List<String> options, long pid) throws IOException {
    List<String> arguments = new ArrayList<>();
    arguments.add(action);
    arguments.addAll(options);
    arguments.add(Long.toString(pid));
    AsyncProfilerLoader.ExecutionResult result =
        AsyncProfilerLoader.executeProfiler(arguments.toArray(new String[0]));
    return result.getStdout() + result.getStderr();
  }
}
