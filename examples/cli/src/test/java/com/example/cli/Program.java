package com.example.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The packaged program, which is run as a process: the jar or, where it was built, the executable.
 *
 * @param environment what is set for it
 * @param folder where it is started
 */
record Program(Map<String, String> environment, Path folder) {
  private static final Path EXECUTABLE = Path.of("target", "kpig-runner").toAbsolutePath();
  private static final Path JAR = Path.of("target", "kpig.jar").toAbsolutePath();

  Program(Map<String, String> environment) {
    this(environment, Path.of("").toAbsolutePath());
  }

  /** How a run ended. */
  record Result(int exit, String out, String err) {}

  Result run(String... arguments) throws IOException, InterruptedException {
    Path err = Files.createTempFile("kpig", ".err");
    try {
      Process process = start(err, arguments);
      String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      return new Result(process.waitFor(), out, Files.readString(err));
    } finally {
      Files.delete(err);
    }
  }

  /** Starts it; its standard output is to be read by the caller. */
  Process start(Path err, String... arguments) throws IOException {
    List<String> command = new ArrayList<>();
    if (Files.exists(EXECUTABLE)) {
      command.add(EXECUTABLE.toString());
    } else {
      String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
      command.addAll(List.of(java, "-XX:TieredStopAtLevel=1", "-jar", JAR.toString()));
    }
    command.addAll(List.of(arguments));
    ProcessBuilder builder = new ProcessBuilder(command).redirectError(err.toFile());
    builder.directory(folder.toFile());
    builder.environment().keySet().removeIf(key -> key.startsWith("KPIG_"));
    builder.environment().put("LC_ALL", "C.UTF-8");
    builder.environment().putAll(environment);
    return builder.start();
  }
}
