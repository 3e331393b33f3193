package io.kpigroups.benchmarks.profile;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import one.profiler.AsyncProfilerLoader;

/**
 * Has the profiler loaded into a native executable at its start, since nothing can be attached to
 * one later. It writes a file each second from then on, and empty ones between; those of the time
 * of the load are read.
 */
final class PreloadRecorder implements Recorder {
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private final Path folder;

  /**
   * A recorder.
   *
   * @param folder for the profiler's output; it exists
   */
  PreloadRecorder(Path folder) {
    this.folder = folder;
  }

  /** Programs that the server starts write files too, so each has its process in its name. */
  @Override
  public Map<String, String> environment() {
    try {
      return Map.of(
          "LD_PRELOAD",
          AsyncProfilerLoader.getAsyncProfilerPath().toString(),
          "ASPROF_COMMAND",
          "start,event=itimer,loop=1s,collapsed,file=" + folder.resolve("%p-%n.collapsed"));
    } catch (IOException e) {
      throw new IllegalStateException("async-profiler cannot be unpacked.", e);
    }
  }

  @Override
  public Recording record(long pid, SteadyLoad load, Duration duration) throws IOException {
    // What is being written now began before the load.
    int first = next(pid) + 1;
    long requests = load.send(duration);
    int end = next(pid);
    // A file is whole when the one behind it is there.
    long last = System.nanoTime() + PATIENCE.toNanos();
    requests += load.sendUntil(() -> next(pid) > end || System.nanoTime() - last >= 0);
    if (next(pid) == end) {
      throw new IOException(
          "async-profiler writes nothing: it could not be loaded into the executable.");
    }
    List<StackSample> samples = new ArrayList<>();
    for (int number = first; number < end; number++) {
      samples.addAll(CollapsedStacks.read(file(pid, number)));
    }
    return new Recording(List.copyOf(samples), requests);
  }

  /** The number of the file that comes next. */
  private int next(long pid) {
    int number = 0;
    while (Files.exists(file(pid, number))) {
      number++;
    }
    return number;
  }

  private Path file(long pid, int number) {
    return folder.resolve(pid + "-" + number + ".collapsed");
  }
}
