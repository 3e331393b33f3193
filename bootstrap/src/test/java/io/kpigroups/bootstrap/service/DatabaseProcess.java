package io.kpigroups.bootstrap.service;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import de.bwaldvogel.mongo.MongoBackend;
import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.backend.h2.H2Backend;
import de.bwaldvogel.mongo.backend.memory.MemoryBackend;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.wire.message.MongoMessage;
import io.netty.channel.Channel;
import java.io.BufferedReader;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.h2.mvstore.MVStore;

/**
 * A mongo-java-server as a process of its own, to be killed, frozen and started again on the same
 * port. What it holds ends with it, unless it is one that keeps a file.
 */
final class DatabaseProcess implements Store {
  private static final String READY = "ready";
  private static final String DATABASE = "kpigroups";

  private final int port;
  private final List<String> file;
  private Process process;

  /** What runs in that process. */
  static final class Server {
    public static void main(String[] arguments) {
      MongoBackend backend = arguments.length > 1 ? new Durable(arguments[1]) : new MemoryBackend();
      new MongoServer(backend).bind("127.0.0.1", Integer.parseInt(arguments[0]));
      System.out.println(READY);
    }
  }

  /**
   * Writes to its file before it answers, as a MongoDB with a journal does. The library alone
   * writes a second later, so that a kill would lose what it has acknowledged.
   */
  private static final class Durable extends H2Backend {
    Durable(String file) {
      super(new MVStore.Builder().fileName(file).autoCommitDisabled().open());
    }

    @Override
    public Document handleCommand(
        Channel channel, String database, String command, Document query) {
      Document answer = super.handleCommand(channel, database, command, query);
      commit();
      return answer;
    }

    @Override
    public Document handleMessage(MongoMessage message) {
      Document answer = super.handleMessage(message);
      commit();
      return answer;
    }
  }

  private DatabaseProcess(int port, List<String> file) {
    this.port = port;
    this.file = file;
  }

  /** One that is not running yet and has its data in memory. */
  static DatabaseProcess stopped() throws IOException {
    return new DatabaseProcess(freePort(), List.of());
  }

  /** One that is not running yet and has on its file what it has acknowledged. */
  static DatabaseProcess stoppedWith(Path file) throws IOException {
    return new DatabaseProcess(freePort(), List.of(file.toString()));
  }

  private static int freePort() throws IOException {
    try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return free.getLocalPort();
    }
  }

  int port() {
    return port;
  }

  @Override
  public Map<String, String> settings() {
    return settings(Duration.ofSeconds(5));
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
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("-XX:TieredStopAtLevel=1");
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), Server.class.getName()));
    command.add(String.valueOf(port));
    command.addAll(file);
    process = new ProcessBuilder(command).redirectError(Redirect.DISCARD).start();
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
    Signals.send("STOP", process.pid());
  }

  /** Lets it go on. */
  void thaw() throws Exception {
    Signals.send("CONT", process.pid());
  }

  /** Complete only where nobody writes meanwhile. */
  @Override
  public Contents contents() {
    try (MongoClient client = MongoClients.create(MongoService.connection(port))) {
      return new Contents(
          rows(
              client,
              "kpi_groups",
              row ->
                  new Contents.Group(
                      row.getString("accountId"),
                      row.getObjectId("_id").toHexString(),
                      row.getString("name"),
                      row.getString("state").equals("live"),
                      row.getString("state").equals("purging"),
                      row.getLong("revision"))),
          rows(
              client,
              "kpi_group_memberships",
              row -> new Contents.Member(account(row), group(row), row.getString("kpiId"))),
          rows(
              client,
              "kpi_group_favorites",
              row -> new Contents.Favorite(account(row), group(row), row.getString("userId"))));
    }
  }

  private static String account(org.bson.Document row) {
    return row.getString("accountId");
  }

  private static String group(org.bson.Document row) {
    return row.getObjectId("groupId").toHexString();
  }

  private static <T> Set<T> rows(
      MongoClient client, String collection, Function<org.bson.Document, T> row) {
    Set<T> rows = new HashSet<>();
    for (org.bson.Document document :
        client.getDatabase(DATABASE).getCollection(collection).find()) {
      assertThat(rows.add(row.apply(document))).as("%s is there once", document).isTrue();
    }
    return rows;
  }

  @Override
  public void backdateDeletions(Instant to) {
    try (MongoClient client = MongoClients.create(MongoService.connection(port))) {
      client
          .getDatabase(DATABASE)
          .getCollection("kpi_groups")
          .updateMany(
              new org.bson.Document("state", "deleted"),
              new org.bson.Document("$set", new org.bson.Document("deletedAt", to)));
    }
  }

  @Override
  public void close() {
    if (process != null) {
      kill();
    }
  }
}
