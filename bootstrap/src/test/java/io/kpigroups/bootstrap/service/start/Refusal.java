package io.kpigroups.bootstrap.service.start;

import static org.assertj.core.api.Assertions.assertThat;

import io.kpigroups.bootstrap.service.process.Packaged;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
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
public record Refusal(int code, List<String> said, List<String> left) {
  private static final int PATIENCE_SECONDS = 240;

  /** What newer virtual machines say by themselves, before any program of theirs runs. */
  private static final String OF_THE_JVM = "WARNING: java.io.tmpdir directory does not exist";

  /**
   * How to start it.
   *
   * @param wrapper a command that ends in becoming the command that is put behind it
   * @param in the folder that it is started in
   */
  public record Start(
      List<String> wrapper,
      Path in,
      Map<String, String> environment,
      Map<String, String> settings) {

    public Start(Path in, Map<String, String> settings) {
      this(List.of(), in, Map.of(), settings);
    }

    /** Settings with which a service runs in a folder, to be changed. */
    public static Map<String, String> settings(Path folder) {
      Map<String, String> settings = new HashMap<>();
      settings.put("quarkus.http.port", "0");
      settings.put("quarkus.management.port", "0");
      settings.put("kpigroups.embedded.path", folder.resolve("data").toString());
      return settings;
    }

    /** Starts it and waits for its end. */
    public Refusal run() throws IOException, InterruptedException {
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

  /** Expects that it ended with one sentence that has these parts, and left nothing behind. */
  public void isOneSentence(String... parts) {
    assertThat(code).as("%s", this).isEqualTo(1);
    assertThat(said)
        .as("%s", this)
        .filteredOn(line -> !line.equals(OF_THE_JVM))
        .singleElement()
        .asString()
        .contains(parts)
        .doesNotContain("Exception");
    assertThat(left).as("%s", this).isEmpty();
  }

  private static List<String> files(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.map(file -> folder.relativize(file).toString()).sorted().toList();
    }
  }
}
