package io.kpigroups.benchmarks.server;

import java.net.URISyntaxException;
import java.nio.file.Path;

/**
 * The folders of a checkout.
 *
 * @param root the folder of the root pom.xml
 */
public record Layout(Path root) {

  /** The checkout that this program was built in. */
  public static Layout ofThisProgram() {
    try {
      // .../benchmarks/target/benchmarks.jar, or .../benchmarks/target/classes
      Path built =
          Path.of(Layout.class.getProtectionDomain().getCodeSource().getLocation().toURI());
      return new Layout(built.resolve("../../..").normalize());
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The module. */
  public Path benchmarks() {
    return root.resolve("benchmarks");
  }

  /** A folder for each rival. */
  public Path rivals() {
    return benchmarks().resolve("rivals");
  }

  /** Where what is made on the way is kept: data, logs, an AOT cache, ratios. */
  public Path work() {
    return benchmarks().resolve("target/work");
  }

  /** The page of results. */
  public Path results() {
    return benchmarks().resolve("RESULTS.md");
  }

  /** The Maven wrapper. */
  public Path mavenWrapper() {
    return root.resolve("mvnw");
  }

  /** The options for a JVM that operators are given. */
  public Path jvmOptions() {
    return root.resolve("deploy/jvm.options");
  }

  /** The folder of the packaged service. */
  public Path service() {
    return root.resolve("bootstrap/target/quarkus-app");
  }
}
