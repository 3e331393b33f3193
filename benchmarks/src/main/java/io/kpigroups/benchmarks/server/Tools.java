package io.kpigroups.benchmarks.server;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** The programs of this machine. */
public final class Tools {
  private Tools() {}

  /** The program of this name on the PATH. */
  public static Optional<Path> find(String name) {
    return Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
        .filter(folder -> !folder.isBlank())
        .map(folder -> Path.of(folder, name))
        .filter(Files::isExecutable)
        .findFirst();
  }

  /**
   * Runs a program to its end.
   *
   * @return what it printed, on both streams
   * @throws IOException if it cannot be started, takes more than 15 minutes, or does not end with
   *     0; its message ends with the last of what it printed, and names the file that has all of it
   */
  public static String run(Path folder, List<String> command, String... environment)
      throws IOException {
    Path log = Files.createTempFile("kpi-groups-benchmarks", ".log");
    try {
      ProcessBuilder builder =
          new ProcessBuilder(command)
              .directory(folder.toFile())
              .redirectErrorStream(true)
              .redirectOutput(log.toFile());
      for (int i = 0; i < environment.length; i += 2) {
        builder.environment().put(environment[i], environment[i + 1]);
      }
      Process process = Children.start(builder);
      process.getOutputStream().close();
      boolean ended = process.waitFor(15, TimeUnit.MINUTES);
      if (!ended) {
        process.destroyForcibly();
      }
      String printed = Files.readString(log);
      if (!ended || process.exitValue() != 0) {
        throw new IOException(
            "`%s` %s (all that it printed is in %s): %s"
                .formatted(
                    String.join(" ", command),
                    ended ? "ended with " + process.exitValue() : "took more than 15 minutes",
                    log,
                    printed.substring(Math.max(0, printed.length() - 500)).strip()));
      }
      Files.delete(log);
      return printed;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("Interrupted.", e);
    }
  }
}
