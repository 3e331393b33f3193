package io.kpigroups.bootstrap.service.process;

import static org.assertj.core.api.Assertions.assertThat;

import io.kpigroups.bootstrap.service.client.Patience;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Sends signals to processes, where there are such. */
public final class Signals {
  private Signals() {}

  /** Stops a process; when this returns, none of its threads does anything any more. */
  public static void stop(long pid) throws Exception {
    send("STOP", pid);
    Path threads = Path.of("/proc", String.valueOf(pid), "task");
    if (Files.exists(threads)) {
      Patience.await()
          .until(() -> states(threads), states -> states.stream().allMatch("T"::equals));
    }
  }

  /** Lets a stopped process go on. */
  public static void goOn(long pid) throws Exception {
    send("CONT", pid);
  }

  private static void send(String name, long pid) throws Exception {
    Process kill = new ProcessBuilder("kill", "-" + name, String.valueOf(pid)).start();
    assertThat(kill.waitFor()).isZero();
  }

  /** The third field of {@code stat}; the second is a name in parentheses. */
  private static List<String> states(Path threads) throws IOException {
    try (Stream<Path> all = Files.list(threads)) {
      return all.map(thread -> state(thread.resolve("stat"))).toList();
    }
  }

  private static String state(Path stat) {
    try {
      return Files.readString(stat).replaceFirst("(?s).*\\) (.).*", "$1");
    } catch (IOException ended) {
      return "T";
    }
  }
}
