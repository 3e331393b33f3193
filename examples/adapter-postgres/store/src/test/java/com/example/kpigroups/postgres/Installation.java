package com.example.kpigroups.postgres;

import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Stream;

/** The PostgreSQL that is installed on this machine. */
final class Installation {
  private static final Path DEBIAN = Path.of("/usr/lib/postgresql");

  /** Where it is looked for. */
  static final String PLACES = "PATH or " + DEBIAN + "/*/bin";

  private Installation() {}

  /** The folder of its programs; empty if there is none. */
  static Optional<Path> programs() {
    Stream<Path> path = Stream.of(System.getenv("PATH").split(File.pathSeparator)).map(Path::of);
    return Stream.concat(path, debian())
        .filter(bin -> Files.isExecutable(bin.resolve("initdb")))
        .filter(bin -> Files.isExecutable(bin.resolve("postgres")))
        .findFirst();
  }

  /** The newest first. */
  private static Stream<Path> debian() {
    String[] versions = DEBIAN.toFile().list((dir, name) -> name.matches("\\d+"));
    return Stream.of(versions == null ? new String[0] : versions)
        .map(Integer::valueOf)
        .sorted(Comparator.reverseOrder())
        .map(version -> DEBIAN.resolve(version.toString()).resolve("bin"));
  }

  /**
   * One below those that systems give to whoever connects: it stays free while a server is away.
   */
  static int freePort() {
    while (true) {
      int port = ThreadLocalRandom.current().nextInt(20_000, 32_000);
      try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
        return socket.getLocalPort();
      } catch (IOException taken) {
        // The next one.
      }
    }
  }

  static boolean isRoot() {
    return "root".equals(System.getProperty("user.name"));
  }
}
