package com.example.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;

/**
 * The packaged program, which is run as a process: the jar or, where it was built, the executable.
 *
 * @param environment what is set for it
 * @param folder where it is started
 */
record Program(Map<String, String> environment, Path folder) {
  private static final Path TARGET = Path.of("target").toAbsolutePath();

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
    if (!isNative()) {
      String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
      command.addAll(List.of(java, "-XX:TieredStopAtLevel=1", "-jar"));
    }
    command.add(TARGET.resolve(built("path")).toString());
    command.addAll(List.of(arguments));
    ProcessBuilder builder = new ProcessBuilder(command).redirectError(err.toFile());
    builder.directory(folder.toFile());
    builder.environment().keySet().removeIf(key -> key.startsWith("KPIG_"));
    builder.environment().put("LC_ALL", "C.UTF-8");
    builder.environment().putAll(environment);
    return builder.start();
  }

  /** Whether it is an executable. */
  static boolean isNative() throws IOException {
    return built("type").equals("native");
  }

  /** What Quarkus notes of what it has built last. */
  private static String built(String key) throws IOException {
    Properties built = new Properties();
    try (InputStream file = Files.newInputStream(TARGET.resolve("quarkus-artifact.properties"))) {
      built.load(file);
    }
    return built.getProperty(key);
  }
}
