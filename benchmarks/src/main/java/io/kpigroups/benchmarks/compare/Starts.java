package io.kpigroups.benchmarks.compare;

import io.kpigroups.benchmarks.load.Api;
import io.kpigroups.benchmarks.load.Call;
import io.kpigroups.benchmarks.load.Tokens;
import io.kpigroups.benchmarks.server.Contender;
import io.kpigroups.benchmarks.server.RunningServer;
import io.kpigroups.benchmarks.server.Site;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Starts servers in new folders, on free ports, and waits for their first real answer. */
public final class Starts {
  private final Path work;
  private final Path publicKey;
  private final Optional<String> mongodb;
  private final String token;
  private int count;

  /**
   * Starts in a folder, which is made.
   *
   * @param mongodb the server to keep data on, without a database; empty for SQLite
   */
  public Starts(Path work, Tokens tokens, Optional<String> mongodb) throws IOException {
    this.work = Files.createDirectories(work);
    this.publicKey = tokens.writePublicKey(work.resolve("public-key.pem"));
    this.mongodb = mongodb;
    this.token = tokens.token("ann", "account-start");
    // So that the client is ready: what it costs is not to be seen in the first start.
    new Api(freePort()).isAnswering();
  }

  /**
   * A server that has answered.
   *
   * @param nanos from its start to the first list of groups that it answered to a valid token
   */
  public record Started(RunningServer server, long nanos) {}

  /** Starts a contender without data. */
  public Started start(Contender contender) throws IOException {
    RunningServer server = RunningServer.start(contender, site(contender.name()));
    return new Started(server, server.awaitAnswer(this::isAnswered));
  }

  /** Whether a server answers its first authenticated request. */
  public boolean isAnswered(RunningServer server) {
    Api api = new Api(server.site().port());
    try {
      return api.isListening()
          && api.send(new Call("GET", "/kpis/groups?limit=1", "account-start", token, null, 200))
                  .status()
              == 200;
    } catch (IOException e) {
      return false;
    }
  }

  /** A folder, a port and a database that nobody else has. */
  public Site site(String name) throws IOException {
    String unique = name + "-" + ++count;
    return new Site(
        freePort(),
        work.resolve(unique),
        publicKey,
        mongodb.map(server -> database(server, unique)));
  }

  private static String database(String connection, String unique) {
    return withDatabase(
        connection, "benchmarks-" + unique + "-" + Long.toHexString(System.nanoTime()));
  }

  /** The connection string with another database, or with one. */
  static String withDatabase(String connection, String name) {
    int options = connection.indexOf('?');
    String server = options < 0 ? connection : connection.substring(0, options);
    int path = server.indexOf('/', server.indexOf("://") + 3);
    return (path < 0 ? server : server.substring(0, path))
        + "/"
        + name
        + (options < 0 ? "" : connection.substring(options));
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }
}
