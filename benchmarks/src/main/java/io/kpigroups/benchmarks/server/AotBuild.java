package io.kpigroups.benchmarks.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * The package with an AOT cache, made as README.md says: in a copy of the sources, since the cache
 * belongs to another form of the package than the one that the other builds share. It is kept until
 * the service changes, or the options that it is trained with.
 */
final class AotBuild {
  private static final Set<String> NOT_COPIED = Set.of(".git", "benchmarks", "data");

  private final Layout layout;
  private final Jdk jdk;
  private final Consumer<String> progress;

  AotBuild(Layout layout, Jdk jdk, Consumer<String> progress) {
    this.layout = layout;
    this.jdk = jdk;
    this.progress = progress;
  }

  /**
   * The folder that the service is started in.
   *
   * @throws IOException if the build fails
   */
  Path folder() throws IOException {
    Path copy = layout.work().resolve("aot");
    Path service = copy.resolve("bootstrap/target/quarkus-app");
    Path stamp = copy.resolve("stamp");
    String options = Files.readString(layout.jvmOptions());
    String identity = jdk.version() + " " + digest(layout.service()) + "\n" + options;
    if (Files.exists(stamp)
        && Files.readString(stamp).equals(identity)
        && Files.exists(service.resolve("app.aot"))) {
      return service;
    }
    progress.accept("Building the package with an AOT cache; it takes some minutes.");
    WorkFolder.delete(copy);
    Files.createDirectories(copy);
    copySources(copy);
    Tools.run(
        copy,
        List.of(
            copy.resolve("mvnw").toString(),
            "-q",
            "-pl",
            "bootstrap",
            "-am",
            "verify",
            "-Dquarkus.package.jar.aot.enabled=true",
            "-Dquarkus.package.jar.aot.type=aot",
            "-Dtest=NONE",
            "-Dspotless.check.skip=true"),
        "JAVA_HOME",
        jdk.home().toString());
    Files.writeString(stamp, identity);
    return service;
  }

  private void copySources(Path copy) throws IOException {
    Path root = layout.root();
    Files.walkFileTree(
        root,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes)
              throws IOException {
            if (isLeftOut(root.relativize(folder))) {
              return FileVisitResult.SKIP_SUBTREE;
            }
            Files.createDirectories(copy.resolve(root.relativize(folder)));
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            Files.copy(
                file,
                copy.resolve(root.relativize(file)),
                StandardCopyOption.REPLACE_EXISTING,
                StandardCopyOption.COPY_ATTRIBUTES);
            return FileVisitResult.CONTINUE;
          }
        });
  }

  /** What no build needs, and what builds make: in the root and in the folders of modules. */
  private static boolean isLeftOut(Path folder) {
    String name = folder.getFileName().toString();
    return folder.getNameCount() == 1 && NOT_COPIED.contains(name)
        || folder.getNameCount() <= 2 && name.equals("target");
  }

  /**
   * A digest of the jars of the package. Builds are reproducible, so it tells the sources; the
   * commit, which is no reason for another cache, is not in these.
   */
  private static String digest(Path service) throws IOException {
    try (Stream<Path> files =
        Stream.of("app", "lib").map(service::resolve).flatMap(AotBuild::files)) {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      for (Path file : files.toList()) {
        digest.update(file.getFileName().toString().getBytes(StandardCharsets.UTF_8));
        digest.update(Files.readAllBytes(file));
      }
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError("Every JDK has SHA-256.", e);
    }
  }

  private static Stream<Path> files(Path folder) {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(Files::isRegularFile).sorted().toList().stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
