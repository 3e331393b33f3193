package io.kpigroups.benchmarks.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** The builds of this service. */
final class OurBuilds {
  static final List<String> NAMES = List.of("jdk17", "jdk25", "aot", "native");

  private final Layout layout;
  private final List<Jdk> jdks;
  private final String nativeExecutable;
  private final Consumer<String> progress;

  OurBuilds(Layout layout, List<Jdk> jdks, String nativeExecutable, Consumer<String> progress) {
    this.layout = layout;
    this.jdks = jdks;
    this.nativeExecutable = nativeExecutable;
    this.progress = progress;
  }

  void find(List<String> names, List<Contender> present, List<LeftOut> leftOut) {
    for (int feature : new int[] {17, 25}) {
      String name = "jdk" + feature;
      if (Contenders.isWanted(names, name)) {
        jdk(feature)
            .ifPresentOrElse(
                jdk -> present.add(onJvm(name, "this, JDK " + feature, jdk, layout.service())),
                () -> leftOut.add(noJdk(name, feature)));
      }
    }
    if (Contenders.isWanted(names, "aot")) {
      jdk(25)
          .ifPresentOrElse(
              jdk -> addAot(jdk, present, leftOut), () -> leftOut.add(noJdk("aot", 25)));
    }
    if (Contenders.isWanted(names, "native")) {
      addNative(present, leftOut);
    }
  }

  private Optional<Jdk> jdk(int feature) {
    return jdks.stream().filter(jdk -> jdk.feature() == feature).findFirst();
  }

  private static LeftOut noJdk(String name, int feature) {
    return new LeftOut(
        name,
        "There is no JDK "
            + feature
            + ": install it (https://adoptium.net), and let JAVA_HOME_"
            + feature
            + " name its folder, if it is none of the usual ones.");
  }

  private void addAot(Jdk jdk, List<Contender> present, List<LeftOut> leftOut) {
    try {
      Path service = new AotBuild(layout, jdk, progress).folder();
      // As README.md says; and no start without the cache, which would else be a quiet one.
      present.add(
          onJvm(
              "aot",
              "this, JDK 25, AOT cache",
              jdk,
              service,
              "@" + layout.jvmOptions().toAbsolutePath(),
              "-XX:AOTCache=app.aot",
              "-XX:AOTMode=on"));
    } catch (IOException e) {
      leftOut.add(new LeftOut("aot", "The AOT cache could not be made: " + e.getMessage()));
    }
  }

  private void addNative(List<Contender> present, List<LeftOut> leftOut) {
    Path executable = nativeExecutable.isEmpty() ? built() : Path.of(nativeExecutable);
    if (!Files.isExecutable(executable)) {
      leftOut.add(
          new LeftOut(
              "native",
              nativeExecutable.isEmpty()
                  ? "There is no native executable: make it (`./mvnw package -Dnative -DskipTests`"
                      + " with GRAALVM_HOME set, README.md), or name it by --native."
                  : "There is no executable " + executable.toAbsolutePath() + "."));
    } else if (nativeExecutable.isEmpty() && isOlderThanSources(executable)) {
      leftOut.add(
          new LeftOut(
              "native",
              "The native executable is older than the sources: make it anew, or name it by"
                  + " --native to measure it all the same."));
    } else {
      present.add(
          ours(
              "native",
              "this, native",
              false,
              layout.root(),
              List.of(executable.toAbsolutePath().toString())));
    }
  }

  private boolean isOlderThanSources(Path executable) {
    try (Stream<Path> modules = Files.list(layout.root())) {
      FileTime made = Files.getLastModifiedTime(executable);
      for (Path module : modules.toList()) {
        Path sources = module.resolve("src/main");
        if (Files.isDirectory(sources) && !module.equals(layout.benchmarks())) {
          try (Stream<Path> files = Files.walk(sources)) {
            for (Path file : files.toList()) {
              if (Files.getLastModifiedTime(file).compareTo(made) > 0) {
                return true;
              }
            }
          }
        }
      }
      return false;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Where the build puts the executable. */
  private Path built() {
    Path target = layout.root().resolve("bootstrap/target");
    try (Stream<Path> files = Files.list(target)) {
      return files
          .filter(file -> file.getFileName().toString().endsWith("-runner"))
          .findFirst()
          .orElse(target.resolve("none"));
    } catch (IOException e) {
      return target.resolve("none");
    }
  }

  private static Contender onJvm(
      String name, String title, Jdk jdk, Path folder, String... options) {
    List<String> command = new ArrayList<>();
    command.add(jdk.java().toString());
    command.addAll(List.of(options));
    command.addAll(List.of("-jar", "quarkus-run.jar"));
    return ours(name, title, true, folder, command);
  }

  private static Contender ours(
      String name, String title, boolean jvm, Path folder, List<String> command) {
    return new Contender(
        name, title, "", "", true, jvm, folder, List.copyOf(command), OurBuilds::environment);
  }

  private static Map<String, String> environment(Site site) {
    Map<String, String> settings = new HashMap<>();
    settings.put("QUARKUS_HTTP_HOST", "127.0.0.1");
    settings.put("QUARKUS_HTTP_PORT", Integer.toString(site.port()));
    settings.put("QUARKUS_MANAGEMENT_HOST", "127.0.0.1");
    settings.put("QUARKUS_MANAGEMENT_PORT", "0");
    settings.put("MP_JWT_VERIFY_PUBLICKEY_LOCATION", site.publicKey().toString());
    settings.put("KPIGROUPS_EMBEDDED_PATH", site.folder().toString());
    site.mongodb()
        .ifPresent(
            connection -> {
              settings.put("KPIGROUPS_STORE", "mongo");
              settings.put("QUARKUS_MONGODB_CONNECTION_STRING", connection);
            });
    return settings;
  }
}
