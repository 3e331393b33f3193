package io.kpigroups.bootstrap.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How much memory the packaged service holds that Quarkus started for the tests. */
final class Footprint {
  private static final Pattern RESIDENT = Pattern.compile("VmRSS:\\s+(\\d+) kB");

  private Footprint() {}

  /** Prints it. Linux only. */
  static void print(String after) throws IOException {
    List<ProcessHandle> services =
        ProcessHandle.current()
            .children()
            .filter(child -> child.info().commandLine().orElse("").contains("-Dtest.url="))
            .toList();
    assertThat(services).as("services that run").hasSize(1);
    long resident = residentMib(services.get(0).pid());
    System.out.printf("Resident memory after %s: %d MiB%n", after, resident);
  }

  private static long residentMib(long pid) throws IOException {
    Matcher matcher =
        RESIDENT.matcher(Files.readString(Path.of("/proc", String.valueOf(pid), "status")));
    assertThat(matcher.find()).isTrue();
    return Long.parseLong(matcher.group(1)) / 1024;
  }
}
