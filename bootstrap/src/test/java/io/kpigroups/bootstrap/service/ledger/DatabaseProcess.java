package io.kpigroups.bootstrap.service.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import io.kpigroups.bootstrap.service.client.Tokens;
import io.kpigroups.bootstrap.service.process.MongoService;
import io.kpigroups.bootstrap.service.process.Ports;
import io.kpigroups.bootstrap.service.process.Signals;
import java.io.BufferedReader;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A mongo-java-server as a process of its own, to be killed, frozen and started again on the same
 * port. What it holds ends with it, unless it is one that keeps a file.
 */
public final class DatabaseProcess implements Store {
  private static final String DATABASE = "kpigroups";

  private final int port;
  private final List<String> file;
  private Process process;

  private DatabaseProcess(int port, List<String> file) {
    this.port = port;
    this.file = file;
  }

  /** One that is not running yet and has its data in memory. */
  public static DatabaseProcess stopped() {
    return new DatabaseProcess(Ports.free(), List.of());
  }

  /** One that is not running yet and has on its file what it has acknowledged. */
  public static DatabaseProcess stoppedWith(Path file) {
    return new DatabaseProcess(Ports.free(), List.of(file.toString()));
  }

  public int port() {
    return port;
  }

  @Override
  public Map<String, String> settings() {
    var settings = new HashMap<>(Tokens.settings());
    settings.put("kpigroups.store", "mongo");
    settings.put("quarkus.mongodb.connection-string", MongoService.connection(port));
    return settings;
  }

  /** The settings of a service that uses it and answers within {@code deadline}. */
  public Map<String, String> settings(Duration deadline) {
    Map<String, String> settings = settings();
    settings.put("kpigroups.deadline", deadline.toMillis() + "ms");
    return settings;
  }

  /** Starts it unless it runs, and returns when it can be connected to. */
  public void start() throws IOException {
    if (process != null && process.isAlive()) {
      return;
    }
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("-XX:TieredStopAtLevel=1");
    command.addAll(
        List.of("-cp", System.getProperty("java.class.path"), DatabaseServer.class.getName()));
    command.add(String.valueOf(port));
    command.addAll(file);
    process = new ProcessBuilder(command).redirectError(Redirect.DISCARD).start();
    BufferedReader lines = process.inputReader();
    String line = lines.readLine();
    while (!DatabaseServer.READY.equals(line)) {
      assertThat(line).as("what the database says as it starts").isNotNull();
      line = lines.readLine();
    }
  }

  /** Ends it without a word to its clients. */
  public void kill() {
    process.toHandle().destroyForcibly();
    process.onExit().join();
  }

  /** Has it do nothing any more, while its connections stay and new ones can be opened. */
  public void freeze() throws Exception {
    Signals.stop(process.pid());
  }

  /** Lets it go on. */
  public void thaw() throws Exception {
    Signals.goOn(process.pid());
  }

  /** Complete only where nobody writes meanwhile. */
  @Override
  public Contents contents() {
    try (MongoClient client = MongoClients.create(MongoService.connection(port))) {
      List<org.bson.Document> groups = all(client, "kpi_groups");
      return new Contents(
          once(groups.stream().map(DatabaseProcess::group)),
          once(groups.stream().flatMap(DatabaseProcess::members)),
          once(all(client, "kpi_group_favorites").stream().flatMap(DatabaseProcess::favorites)));
    }
  }

  private static Contents.Group group(org.bson.Document row) {
    return new Contents.Group(
        row.getString("accountId"),
        row.getString("_id"),
        row.getString("name"),
        row.getString("state").equals("live"),
        row.getString("state").equals("purging"),
        row.getLong("revision"));
  }

  private static Stream<Contents.Member> members(org.bson.Document row) {
    List<org.bson.Document> members = row.getList("members", org.bson.Document.class);
    assertThat(row.getLong("count")).as("the count of %s", row).isEqualTo(members.size());
    return members.stream()
        .map(
            member ->
                new Contents.Member(
                    row.getString("accountId"), row.getString("_id"), member.getString("k")));
  }

  private static Stream<Contents.Favorite> favorites(org.bson.Document row) {
    String account = row.getString("accountId");
    String user = row.getString("_id").substring(account.length() + 1);
    return row.getList("groups", org.bson.Document.class).stream()
        .map(favorite -> new Contents.Favorite(account, favorite.getString("g"), user));
  }

  private static List<org.bson.Document> all(MongoClient client, String collection) {
    return client.getDatabase(DATABASE).getCollection(collection).find().into(new ArrayList<>());
  }

  private static <T> Set<T> once(Stream<T> rows) {
    Set<T> different = new HashSet<>();
    rows.forEach(row -> assertThat(different.add(row)).as("%s is there once", row).isTrue());
    return different;
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
