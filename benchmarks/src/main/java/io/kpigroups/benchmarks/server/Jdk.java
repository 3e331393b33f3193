package io.kpigroups.benchmarks.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Stream;

/**
 * A JDK of this machine.
 *
 * @param home its folder
 * @param feature its feature version, such as 25
 * @param version its full version
 */
public record Jdk(Path home, int feature, String version) {

  /** Its launcher. */
  public Path java() {
    return home.resolve("bin/java");
  }

  /**
   * The JDKs that can be found: the one that runs this, those of the variables JAVA_HOME and
   * JAVA_HOME_*, and those in the folders where Linux and SDKMAN keep them; the newest first, one
   * for each feature version.
   */
  public static List<Jdk> all() {
    List<Path> homes = new ArrayList<>();
    homes.add(Path.of(System.getProperty("java.home")));
    System.getenv()
        .forEach(
            (name, value) -> {
              if (name.startsWith("JAVA_HOME") && !value.isBlank()) {
                homes.add(Path.of(value));
              }
            });
    for (Path parent :
        List.of(
            Path.of("/usr/lib/jvm"),
            Path.of("/opt"),
            Path.of(System.getProperty("user.home"), ".sdkman/candidates/java"),
            Path.of(System.getProperty("user.home"), ".jdks"))) {
      homes.addAll(children(parent));
    }
    List<Jdk> found = new ArrayList<>();
    for (Path home : homes) {
      read(home)
          .filter(jdk -> found.stream().noneMatch(other -> other.feature == jdk.feature))
          .ifPresent(found::add);
    }
    found.sort(Comparator.comparingInt(Jdk::feature).reversed());
    return List.copyOf(found);
  }

  /**
   * The JDK that rivals and micro-benchmarks run on: the newest one with long-term support that
   * this project is tested with, or else the newest.
   */
  public static Jdk forRivals(List<Jdk> jdks) {
    return jdks.stream().filter(jdk -> jdk.feature() == 25).findFirst().orElse(jdks.get(0));
  }

  private static List<Path> children(Path parent) {
    if (!Files.isDirectory(parent)) {
      return List.of();
    }
    try (Stream<Path> children = Files.list(parent)) {
      return children.sorted().toList();
    } catch (IOException e) {
      return List.of();
    }
  }

  private static Optional<Jdk> read(Path home) {
    Path release = home.resolve("release");
    if (!Files.isRegularFile(release) || !Files.isExecutable(home.resolve("bin/javac"))) {
      return Optional.empty();
    }
    Properties properties = new Properties();
    try (var reader = Files.newBufferedReader(release)) {
      properties.load(reader);
      String version = properties.getProperty("JAVA_VERSION", "").replace("\"", "");
      return Optional.of(new Jdk(home, Runtime.Version.parse(version).feature(), version));
    } catch (IOException | IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
