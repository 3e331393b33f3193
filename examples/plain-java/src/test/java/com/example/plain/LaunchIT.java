package com.example.plain;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Starts the packaged program as a person would: on the module path, by the JDK of this test. */
class LaunchIT {
  private static final Path LIB = Path.of("target", "lib");
  private static final String MODULE_PATH =
      Path.of("target", "plain-java-1.jar") + File.pathSeparator + LIB;

  @TempDir Path folder;

  @Test
  void itRunsOnTheModulePath() throws Exception {
    List<String> lines =
        run(
            "--enable-native-access=org.xerial.sqlitejdbc",
            "--module-path",
            MODULE_PATH,
            "--module",
            "com.example.plain/com.example.plain.Main",
            folder.toString());

    assertEquals(TourTest.LINES, lines);
  }

  @Test
  void itTakesNoMoreThanItNeeds() throws IOException {
    Set<String> needed = new TreeSet<>();
    try (Stream<Path> files = Files.list(LIB)) {
      files
          .map(file -> file.getFileName().toString().replaceFirst("-[0-9].*", ""))
          .forEach(needed::add);
    }

    assertEquals(
        Set.of(
            "jspecify",
            "kpi-groups-adapter-sqlite",
            "kpi-groups-application",
            "kpi-groups-domain",
            "sqlite-jdbc"),
        needed);
  }

  private static List<String> run(String... arguments) throws Exception {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of(arguments));
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    try (Stream<String> lines = process.inputReader().lines()) {
      List<String> output = lines.toList();
      assertEquals(0, process.waitFor(), () -> String.join("\n", output));
      return output;
    }
  }
}
