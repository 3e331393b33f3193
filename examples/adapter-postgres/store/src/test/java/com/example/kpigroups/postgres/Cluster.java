package com.example.kpigroups.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * A PostgreSQL server of a test's own, on 127.0.0.1, with its data in a temporary folder. It is
 * gone when it is closed.
 */
final class Cluster implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofMinutes(5);

  /** Users, one of which the server runs as where the tests run as root: it refuses to be that. */
  private static final List<String> OTHERS = List.of("postgres", "nobody");

  private final Path bin;
  private final Path folder;
  private final int port;
  private final List<String> as;
  private final Thread atExit = new Thread(this::remove);

  private Cluster(Path bin) throws IOException, InterruptedException {
    this.bin = bin;
    folder = Files.createTempDirectory("kpi-groups-postgres");
    port = Installation.freePort();
    as = Installation.isRoot() ? other() : List.of();
    Runtime.getRuntime().addShutdownHook(atExit);
    run(
        command(
            "initdb", "-D", data(), "-U", "kpi", "-A", "trust", "-E", "UTF8", "--locale=C", "-N"));
    start();
  }

  /** A server that runs; where PostgreSQL is not installed, the test ends here and says so. */
  static Cluster begin() {
    Optional<Path> bin = Installation.programs();
    String why =
        "PostgreSQL is not installed (no initdb in " + Installation.PLACES + "): left out.";
    if (bin.isEmpty()) {
      System.out.println(why);
    }
    assumeTrue(bin.isPresent(), why);
    try {
      return new Cluster(bin.get());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  /** Gives the folder to another user; answers what makes a command that user's. */
  private List<String> other() throws IOException {
    var users = folder.getFileSystem().getUserPrincipalLookupService();
    for (String user : OTHERS) {
      try {
        Files.setOwner(folder, users.lookupPrincipalByName(user));
        return List.of("setpriv", "--reuid=" + user, "--clear-groups", "--");
      } catch (java.nio.file.attribute.UserPrincipalNotFoundException e) {
        // The next one may be there.
      }
    }
    throw new IOException("There is no user but root that the server could run as.");
  }

  private String data() {
    return folder.resolve("data").toString();
  }

  private ProcessBuilder command(String program, String... arguments) {
    List<String> command = new ArrayList<>(as);
    command.add(bin.resolve(program).toString());
    command.addAll(List.of(arguments));
    return new ProcessBuilder(command)
        .directory(folder.toFile())
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.appendTo(folder.resolve("log").toFile()));
  }

  private void run(ProcessBuilder command) throws IOException, InterruptedException {
    Process process = command.start();
    assertThat(process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
    assertThat(process.exitValue()).as(() -> log()).isZero();
  }

  private String log() {
    try {
      return Files.readString(folder.resolve("log"));
    } catch (IOException e) {
      return e.toString();
    }
  }

  /**
   * Starts it, and waits until it answers. What is left of one that was killed may be in the way.
   */
  void start() {
    await()
        .atMost(PATIENCE)
        .until(
            () -> {
              Process process =
                  command("postgres", "-D", data(), "-h", "127.0.0.1", "-p", "" + port, "-k", "")
                      .start();
              await().atMost(PATIENCE).until(() -> !process.isAlive() || answers());
              return process.isAlive();
            });
  }

  private boolean answers() {
    try (Connection connection = DriverManager.getConnection(url())) {
      return connection.isValid(0);
    } catch (SQLException e) {
      return false;
    }
  }

  /** Ends it as an operator would, with all connections, and what was done is on the disk. */
  void stop() {
    end("-INT");
  }

  /** Kills it. Its children see that and go, whatever they are doing. */
  void kill() {
    end("-KILL");
  }

  private void end(String signal) {
    try {
      String pid = Files.readAllLines(Path.of(data(), "postmaster.pid")).get(0);
      new ProcessBuilder("kill", signal, pid).start().waitFor();
      await()
          .atMost(PATIENCE)
          .until(() -> !ProcessHandle.of(Long.parseLong(pid)).map(p -> p.isAlive()).orElse(false));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  int port() {
    return port;
  }

  String url() {
    return url(port);
  }

  /** The same database behind another port. */
  static String url(int port) {
    return "jdbc:postgresql://127.0.0.1:" + port + "/postgres?user=kpi";
  }

  /** Does what an operator, or another program, may do. */
  void execute(String sql) {
    try (Connection connection = DriverManager.getConnection(url());
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException e) {
      throw new AssertionError(e);
    }
  }

  @Override
  public void close() {
    Runtime.getRuntime().removeShutdownHook(atExit);
    remove();
  }

  private void remove() {
    if (Files.exists(Path.of(data(), "postmaster.pid"))) {
      end("-QUIT");
    }
    try (Stream<Path> files = Files.walk(folder)) {
      files.sorted(Comparator.reverseOrder()).map(Path::toFile).forEach(java.io.File::delete);
    } catch (IOException | UncheckedIOException e) {
      System.err.println("Left behind: " + folder);
    }
  }
}
