package io.kpigroups.benchmarks.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What a process has used so far, as Linux tells it.
 *
 * @param cpuNanos CPU time of all its threads, also of those that have ended; in steps of 10 ms
 * @param threads CPU time of each thread that lives, by its id; to the nanosecond
 */
public record ProcessUsage(long cpuNanos, Map<String, ThreadUsage> threads) {
  static final long NANOS_OF_A_TICK = 10_000_000;

  /** What a thread has used, and what it is for. */
  public record ThreadUsage(Role role, long nanos) {}

  /** What a thread is for. */
  public enum Role {
    COMPILER,
    COLLECTOR,
    OTHER;

    private static Role of(String name) {
      if (name.startsWith("C1 Comp") || name.startsWith("C2 Comp")) {
        return COMPILER;
      }
      return name.startsWith("G1 ") || name.startsWith("GC Thread") || name.startsWith("VM Thread")
          ? COLLECTOR
          : OTHER;
    }
  }

  /**
   * CPU time between two looks.
   *
   * @param nanos of all threads
   * @param compilerNanos of it, that of the JVM's compilers
   * @param collectorNanos of it, that of the JVM's garbage collector
   */
  public record Spent(long nanos, long compilerNanos, long collectorNanos) {}

  /**
   * What the process has used.
   *
   * @throws UncheckedIOException if there is no such process
   */
  public static ProcessUsage of(long pid) {
    Path folder = Path.of("/proc", Long.toString(pid));
    Map<String, ThreadUsage> threads = new HashMap<>();
    try (Stream<Path> tasks = Files.list(folder.resolve("task"))) {
      for (Path task : tasks.toList()) {
        String name = read(task.resolve("comm"));
        String times = read(task.resolve("schedstat"));
        if (!times.isEmpty()) {
          long nanos = Long.parseLong(times.substring(0, times.indexOf(' ')));
          threads.put(task.getFileName().toString(), new ThreadUsage(Role.of(name), nanos));
        }
      }
      return new ProcessUsage(cpu(folder), threads);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What was used between an earlier look and this one. */
  public Spent since(ProcessUsage earlier) {
    long[] byRole = new long[Role.values().length];
    threads.forEach(
        (id, thread) -> {
          ThreadUsage before = earlier.threads.get(id);
          byRole[thread.role().ordinal()] += thread.nanos() - (before == null ? 0 : before.nanos());
        });
    long living = byRole[0] + byRole[1] + byRole[2];
    long all = cpuNanos - earlier.cpuNanos;
    // The steps are coarse, and two of them may be missing or too many: only what is beyond that
    // was used by threads that have ended meanwhile.
    return new Spent(
        all - living > 2 * NANOS_OF_A_TICK ? all : living,
        byRole[Role.COMPILER.ordinal()],
        byRole[Role.COLLECTOR.ordinal()]);
  }

  /** The memory of the process that is in RAM now, in bytes. */
  public static long residentBytes(long pid) {
    try {
      return Files.readAllLines(Path.of("/proc", Long.toString(pid), "status")).stream()
          .filter(line -> line.startsWith("VmRSS:"))
          .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) * 1024)
          .findFirst()
          .orElse(0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static long cpu(Path folder) throws IOException {
    List<String> fields = statFields(Files.readString(folder.resolve("stat")));
    return (Long.parseLong(fields.get(11)) + Long.parseLong(fields.get(12))) * NANOS_OF_A_TICK;
  }

  /** The fields behind the name of the program, which stands in parentheses and may hold spaces. */
  static List<String> statFields(String stat) {
    return List.of(stat.substring(stat.lastIndexOf(')') + 2).split(" "));
  }

  /** The text of a file of /proc; empty if the thread has ended. */
  private static String read(Path file) throws IOException {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      // Between the look at the folder and this one; or else it is no such thing.
      if (Files.exists(file.getParent())) {
        throw e;
      }
      return "";
    }
  }
}
