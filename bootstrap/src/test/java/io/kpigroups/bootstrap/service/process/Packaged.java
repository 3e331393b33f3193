package io.kpigroups.bootstrap.service.process;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.stream.Stream;

/** What this build has packaged, as Quarkus noted it for tests: a jar or a native executable. */
public final class Packaged {
  private static final Path TARGET = Path.of("target");
  private static final List<String> JVM_OPTIONS =
      Stream.of(System.getProperty("test.service.jvm-options", "").split(" "))
          .filter(option -> !option.isEmpty())
          .toList();

  private Packaged() {}

  /** Whether it runs without a virtual machine. */
  public static boolean isExecutable() throws IOException {
    return noted("type").equals("native");
  }

  /** The command that runs it with these settings and arguments. */
  public static List<String> command(List<String> settings, List<String> arguments)
      throws IOException {
    String path = TARGET.resolve(noted("path")).toString();
    List<String> command = new ArrayList<>();
    if (isExecutable()) {
      command.add(path);
      command.addAll(settings);
    } else {
      command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
      command.addAll(JVM_OPTIONS);
      command.addAll(settings);
      command.addAll(List.of("-jar", path));
    }
    command.addAll(arguments);
    return command;
  }

  /** What it is made of, as CycloneDX has it. */
  public static Path billOfMaterials() throws IOException {
    String file = Path.of(noted("path")).getFileName().toString();
    return TARGET.resolve(file.replaceFirst("\\.jar$", "") + "-cyclonedx.json");
  }

  private static String noted(String key) throws IOException {
    Path note = TARGET.resolve("quarkus-artifact.properties");
    if (Files.notExists(note)) {
      throw new AssertionError(
          "No service is packaged here: quarkus-maven-plugin's goal build would have noted it in "
              + note.toAbsolutePath()
              + ". Run the phase verify, and the tests with maven-failsafe-plugin.");
    }
    Properties properties = new Properties();
    try (Reader file = Files.newBufferedReader(note)) {
      properties.load(file);
    }
    return properties.getProperty(key);
  }
}
