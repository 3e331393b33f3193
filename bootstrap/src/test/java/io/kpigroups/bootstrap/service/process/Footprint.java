package io.kpigroups.bootstrap.service.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How much memory a service holds. */
public final class Footprint {
  private static final Pattern RESIDENT = Pattern.compile("VmRSS:\\s+(\\d+) kB");

  private Footprint() {}

  /** Prints it. Linux only. */
  public static void print(String after, long pid) throws IOException {
    Path status = Path.of("/proc", String.valueOf(pid), "status");
    Matcher matcher = RESIDENT.matcher(Files.readString(status));
    assertThat(matcher.find()).isTrue();
    long mebibytes = Long.parseLong(matcher.group(1)) / 1024;
    System.out.printf("Resident memory after %s: %d MiB%n", after, mebibytes);
  }
}
