package io.kpigroups.bootstrap.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * A start of the packaged service that ended, in a folder of its own.
 *
 * @param code its exit code
 * @param said what it said, line by line
 * @param left what was in the folder afterwards and not before
 */
record Refusal(int code, List<String> said, List<String> left) {
  private static final int PATIENCE_SECONDS = 240;

  /**
   * How to start it.
   *
   * @param wrapper a command that ends in becoming the command that is put behind it
   * @param in the folder that it is started in
   */
  record Start(
      List<String> wrapper,
      Path in,
      Map<String, String> environment,
      Map<String, String> settings) {

    Start(Path in, Map<String, String> settings) {
      this(List.of(), in, Map.of(), settings);
    }

    /** Starts it and waits for its end. */
    Refusal run() throws IOException, InterruptedException {
      List<String> before = files(in);
      Path output = Files.createTempFile("refusal", ".log");
      ProcessBuilder builder = new ProcessBuilder(command()).redirectErrorStream(true);
      builder.redirectOutput(output.toFile());
      builder.directory(in.toFile()).environment().putAll(environment);
      Process process = builder.start();
      try {
        boolean ended = process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS);
        List<String> said = Files.readAllLines(output);
        assertThat(ended).as("It runs: %s", said).isTrue();
        List<String> left = new ArrayList<>(files(in));
        left.removeAll(before);
        return new Refusal(process.exitValue(), said, left);
      } finally {
        process.destroyForcibly();
        Files.delete(output);
      }
    }

    private List<String> command() throws IOException {
      List<String> options =
          settings.entrySet().stream().map(e -> "-D" + e.getKey() + "=" + e.getValue()).toList();
      List<String> command = new ArrayList<>(wrapper);
      for (String word : Packaged.command(options, List.of())) {
        Path path = Path.of(word);
        boolean isPackage = path.startsWith("target");
        command.add(isPackage ? path.toAbsolutePath().toString() : word);
      }
      return command;
    }
  }

  private static List<String> files(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.map(file -> folder.relativize(file).toString()).sorted().toList();
    }
  }
}
