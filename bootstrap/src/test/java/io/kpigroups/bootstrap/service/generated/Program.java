package io.kpigroups.bootstrap.service.generated;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Runs programs of this machine. */
final class Program {
  private Program() {}

  /**
   * Runs a command in a folder and answers what it said; a command that fails fails the test.
   *
   * @param environment what it finds there beside the environment of this process
   */
  static String run(Path folder, Map<String, String> environment, String... command)
      throws IOException, InterruptedException {
    Path said = Files.createTempFile("kpi-groups-it-program", ".log");
    ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
    builder.environment().putAll(environment);
    Process process = builder.redirectErrorStream(true).redirectOutput(said.toFile()).start();
    try {
      int code = process.waitFor();
      String output = Files.readString(said);
      assertThat(code).as("%s said: %s", List.of(command), output).isZero();
      return output;
    } finally {
      process.destroyForcibly();
      Files.delete(said);
    }
  }

  static String run(Path folder, String... command) throws IOException, InterruptedException {
    return run(folder, Map.of(), command);
  }
}
