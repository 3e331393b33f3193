package io.kpigroups.bootstrap.service;

import static org.assertj.core.api.Assertions.assertThat;

import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.backend.memory.MemoryBackend;
import java.io.BufferedReader;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/**
 * A mongo-java-server as a process of its own, to be killed, frozen and started again on the same
 * port. What it holds ends with it.
 */
final class DatabaseProcess implements AutoCloseable {
  private static final String READY = "ready";

  private final int port;
  private Process process;

  /** What runs in that process. */
  static final class Server {
    public static void main(String[] arguments) {
      new MongoServer(new MemoryBackend()).bind("127.0.0.1", Integer.parseInt(arguments[0]));
      System.out.println(READY);
    }
  }

  private DatabaseProcess(int port) {
    this.port = port;
  }

  /** One that is not running yet. */
  static DatabaseProcess stopped() throws IOException {
    try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return new DatabaseProcess(free.getLocalPort());
    }
  }

  /** The settings of a service that uses it and answers within {@code deadline}. */
  Map<String, String> settings(Duration deadline) {
    var settings = new HashMap<>(Tokens.settings());
    settings.put("kpigroups.store", "mongo");
    settings.put("kpigroups.deadline", deadline.toMillis() + "ms");
    settings.put("quarkus.mongodb.connection-string", MongoService.connection(port));
    return settings;
  }

  /** Starts it unless it runs, and returns when it can be connected to. */
  void start() throws IOException {
    if (process != null && process.isAlive()) {
      return;
    }
    process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                Server.class.getName(),
                String.valueOf(port))
            .redirectError(Redirect.DISCARD)
            .start();
    BufferedReader lines = process.inputReader();
    String line = lines.readLine();
    while (!READY.equals(line)) {
      assertThat(line).as("what the database says as it starts").isNotNull();
      line = lines.readLine();
    }
  }

  /** Ends it without a word to its clients. */
  void kill() {
    process.toHandle().destroyForcibly();
    process.onExit().join();
  }

  /** Has it do nothing any more, while its connections stay and new ones can be opened. */
  void freeze() throws Exception {
    signal("STOP");
  }

  /** Lets it go on. */
  void thaw() throws Exception {
    signal("CONT");
  }

  @Override
  public void close() {
    if (process != null) {
      kill();
    }
  }

  private void signal(String name) throws Exception {
    Process kill = new ProcessBuilder("kill", "-" + name, String.valueOf(process.pid())).start();
    assertThat(kill.waitFor()).isZero();
  }
}
