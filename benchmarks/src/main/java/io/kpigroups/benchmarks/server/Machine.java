package io.kpigroups.benchmarks.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The machine that everything runs on. */
public final class Machine {
  /** PF_KTHREAD of Linux. */
  private static final long KERNEL_THREAD = 0x200000;

  private Machine() {}

  /**
   * Looks whether CPU time can be read here.
   *
   * @throws Refused if it cannot
   */
  public static void check() {
    if (!Files.isReadable(Path.of("/proc/self/stat"))) {
      throw new Refused("The benchmarks read CPU time from /proc: run them on Linux.");
    }
  }

  /** Processors, memory, kernel and the file system of a folder, in one line. */
  public static String describe(Path folder) {
    try {
      String model =
          Files.readAllLines(Path.of("/proc/cpuinfo")).stream()
              .filter(line -> line.startsWith("model name"))
              .map(line -> line.substring(line.indexOf(':') + 1).strip())
              .findFirst()
              .orElse(System.getProperty("os.arch"));
      long memory =
          Long.parseLong(Files.readAllLines(Path.of("/proc/meminfo")).get(0).replaceAll("\\D", ""));
      return String.format(
          Locale.ROOT,
          "%d processors (%s), %d GiB of memory, Linux %s, %s",
          Runtime.getRuntime().availableProcessors(),
          model,
          Math.round(memory / 1024.0 / 1024.0),
          System.getProperty("os.version").replaceAll("[-+].*", ""),
          Files.getFileStore(folder).type());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * CPU time that others took so far, in nanoseconds: programs that neither are this one nor were
   * started by it, and the host (steal). What the kernel does by itself is not in it, since most of
   * that is done for the servers that are measured.
   */
  public static long foreignNanos() {
    Set<Long> ours =
        ProcessHandle.current()
            .descendants()
            .map(ProcessHandle::pid)
            .collect(Collectors.toCollection(HashSet::new));
    ours.add(ProcessHandle.current().pid());
    try (Stream<Path> entries = Files.list(Path.of("/proc"))) {
      return entries
              .filter(entry -> entry.getFileName().toString().matches("\\d+"))
              .filter(entry -> !ours.contains(Long.valueOf(entry.getFileName().toString())))
              .mapToLong(Machine::ofProgram)
              .sum()
          + stolenNanos();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * CPU time of a process, and of those of its children that have ended: none of a thread of the
   * kernel, or of a process that ends just now.
   */
  private static long ofProgram(Path process) {
    try {
      List<String> fields = ProcessUsage.statFields(Files.readString(process.resolve("stat")));
      if ((Long.parseLong(fields.get(6)) & KERNEL_THREAD) != 0) {
        return 0;
      }
      // utime stime cutime cstime
      return fields.subList(11, 15).stream().mapToLong(Long::parseLong).sum()
          * ProcessUsage.NANOS_OF_A_TICK;
    } catch (IOException e) {
      return 0;
    }
  }

  private static long stolenNanos() throws IOException {
    // cpu user nice system idle iowait irq softirq steal
    String[] fields = Files.readAllLines(Path.of("/proc/stat")).get(0).split("\\s+");
    return Long.parseLong(fields[8]) * ProcessUsage.NANOS_OF_A_TICK;
  }
}
