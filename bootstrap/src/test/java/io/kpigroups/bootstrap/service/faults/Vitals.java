package io.kpigroups.bootstrap.service.faults;

import static org.assertj.core.api.Assertions.assertThat;

import io.kpigroups.bootstrap.service.process.Packaged;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.ToLongFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What a process holds at a moment.
 *
 * @param heap bytes of the objects that can be reached, right after a full collection
 */
public record Vitals(long heap, long threads, long files, long resident) {
  private static final Pattern TOTAL =
      Pattern.compile("^Total\\s+\\d+\\s+(\\d+)", Pattern.MULTILINE);
  private static final Pattern THREADS = Pattern.compile("^Threads:\\s+(\\d+)", Pattern.MULTILINE);
  private static final Pattern RESIDENT =
      Pattern.compile("^VmRSS:\\s+(\\d+) kB", Pattern.MULTILINE);

  /**
   * Looks at a process of the service on Linux. The heap of a Java process is collected for it; of
   * an executable all that is resident stands for the heap.
   */
  public static Vitals of(long pid) throws Exception {
    Path process = Path.of("/proc", String.valueOf(pid));
    String status = Files.readString(process.resolve("status"));
    long resident = number(RESIDENT, status) * 1024;
    return new Vitals(
        Packaged.isExecutable() ? resident : number(TOTAL, histogram(pid)),
        number(THREADS, status),
        files(process),
        resident);
  }

  /** The middle one of a value over some samples. */
  public static long median(Stream<Vitals> samples, ToLongFunction<Vitals> value) {
    long[] sorted = samples.mapToLong(value).sorted().toArray();
    return sorted[sorted.length / 2];
  }

  @Override
  public String toString() {
    return "heap %,d KiB, %d threads, %d files, resident %,d KiB"
        .formatted(heap / 1024, threads, files, resident / 1024);
  }

  /** A histogram of live objects only, which the JVM collects its heap for. */
  private static String histogram(long pid) throws Exception {
    Path tool = Path.of(System.getProperty("java.home"), "bin", "jcmd");
    Process jcmd =
        new ProcessBuilder(tool.toString(), String.valueOf(pid), "GC.class_histogram").start();
    String said = new String(jcmd.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(jcmd.waitFor()).as(said).isZero();
    return said;
  }

  private static long files(Path process) throws IOException {
    try (Stream<Path> files = Files.list(process.resolve("fd"))) {
      return files.count();
    }
  }

  private static long number(Pattern pattern, String text) {
    Matcher matcher = pattern.matcher(text);
    assertThat(matcher.find()).as(text).isTrue();
    return Long.parseLong(matcher.group(1));
  }
}
