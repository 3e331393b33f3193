package io.kpigroups.bootstrap.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * A real Keycloak with our realm, as a process that a test starts and stops. The profile {@code
 * keycloak} unpacks it.
 */
final class Keycloak implements AutoCloseable {
  static final String DEMO_CLIENT = "kpi-groups-demo";

  private static final String REALM = "kpi-groups";
  private static final Path REALM_FILE = Path.of("../deploy/keycloak/kpi-groups-realm.json");
  private static final Path UNPACKED = Path.of("target", "keycloak");
  private static final String ADMIN = "admin";

  /** It builds itself first. */
  private static final Duration PATIENCE = Duration.ofMinutes(30);

  private final Path home;
  private final int port;
  private final int healthPort;
  private Process process;

  /** One that is not running yet and knows no more than the realm file. */
  Keycloak() throws IOException {
    try (Stream<Path> found = Files.list(UNPACKED)) {
      home = found.filter(Files::isDirectory).findFirst().orElseThrow();
    }
    port = Ports.free();
    healthPort = Ports.free();
    delete(home.resolve("data"));
    Path imported = Files.createDirectories(home.resolve("data").resolve("import"));
    Files.writeString(imported.resolve(REALM_FILE.getFileName()), realm());
  }

  /** Our realm, but that its tokens hold for longer than any machine takes for these tests. */
  private static String realm() throws IOException {
    String minutes = "\"accessTokenLifespan\": 300,";
    assertThat(Files.readString(REALM_FILE)).contains(minutes);
    return Files.readString(REALM_FILE).replace(minutes, "\"accessTokenLifespan\": 86400,");
  }

  /** Starts it and returns when it serves the realm; what it knew when it was stopped it knows. */
  void start() throws IOException {
    ProcessBuilder builder =
        new ProcessBuilder(
            "bash",
            home.resolve("bin").resolve("kc.sh").toString(),
            "start-dev",
            "--import-realm",
            "--http-host=127.0.0.1",
            "--http-port=" + port,
            "--http-management-port=" + healthPort);
    builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
    builder.environment().put("JAVA_OPTS_APPEND", "-XX:TieredStopAtLevel=1");
    builder.environment().put("KC_BOOTSTRAP_ADMIN_USERNAME", ADMIN);
    builder.environment().put("KC_BOOTSTRAP_ADMIN_PASSWORD", ADMIN);
    Path log = Path.of("target", "keycloak.log");
    process = builder.redirectErrorStream(true).redirectOutput(log.toFile()).start();
    Patience.await()
        .atMost(PATIENCE)
        .failFast("Keycloak ended, see " + log, () -> !process.isAlive())
        .ignoreExceptions()
        .until(() -> Answer.get(URI.create(issuer())).status() == 200);
  }

  /** Has it end in order, so that it keeps what it knows. */
  void stop() {
    List<ProcessHandle> all =
        Stream.concat(process.descendants(), Stream.of(process.toHandle())).toList();
    all.forEach(ProcessHandle::destroy);
    all.forEach(handle -> handle.onExit().join());
  }

  @Override
  public void close() {
    if (process != null) {
      stop();
    }
  }

  /** The settings of a service that takes this realm's tokens. */
  Map<String, String> settings() {
    return Map.of(
        "mp.jwt.verify.publickey.location",
        issuer() + "/protocol/openid-connect/certs",
        "mp.jwt.verify.issuer",
        issuer(),
        "mp.jwt.verify.audiences",
        "kpi-groups");
  }

  /** A new token of a user for a client. */
  String token(String client, String user) {
    return token(issuer(), client, user);
  }

  /** The same asked for at the other name of this machine, which is then the token's issuer. */
  String tokenOfOtherIssuer(String client, String user) {
    return token(issuer().replace("127.0.0.1", "localhost"), client, user);
  }

  /** A token of another realm, signed with that realm's key. */
  String tokenOfOtherRealm() {
    return token(base() + "/realms/master", "admin-cli", ADMIN);
  }

  /**
   * Makes a client like the demo's, but for this change of its representation; what a user may do,
   * it may.
   */
  void addClient(String id, Consumer<Map<String, Object>> change) {
    Map<String, Object> client =
        admin("GET", "/clients?clientId=" + DEMO_CLIENT, BodyPublishers.noBody())
            .objects("")
            .get(0);
    client.remove("id");
    client.put("clientId", id);
    client.put("fullScopeAllowed", true);
    change.accept(client);
    mappers(client).forEach(mapper -> mapper.remove("id"));
    admin("POST", "/clients", json(client)).has(201);
  }

  @SuppressWarnings("unchecked")
  static List<Map<String, Object>> mappers(Map<String, Object> client) {
    return (List<Map<String, Object>>) client.get("protocolMappers");
  }

  @SuppressWarnings("unchecked")
  static void attribute(Map<String, Object> client, String name, String value) {
    ((Map<String, Object>) client.get("attributes")).put(name, value);
  }

  /** Has the realm sign RS256 with a new key, and go on publishing those that it has. */
  void addSigningKey(String name, int priority) {
    Map<String, Object> key =
        Map.of(
            "name",
            name,
            "providerId",
            "rsa-generated",
            "providerType",
            "org.keycloak.keys.KeyProvider",
            "config",
            Map.of(
                "algorithm", List.of("RS256"),
                "keySize", List.of("2048"),
                "priority", List.of(String.valueOf(priority)),
                "enabled", List.of("true"),
                "active", List.of("true")));
    admin("POST", "/components", json(key)).has(201);
  }

  /** Withdraws a key: it is neither used nor published any more. */
  void removeSigningKey(String name) {
    String query = "?type=org.keycloak.keys.KeyProvider&name=" + name;
    Answer found = admin("GET", "/components" + query, BodyPublishers.noBody());
    Object id = found.objects("").get(0).get("id");
    admin("DELETE", "/components/" + id, BodyPublishers.noBody()).has(204);
  }

  private Answer admin(String method, String path, BodyPublisher body) {
    return Answer.to(
            HttpRequest.newBuilder(URI.create(base() + "/admin/realms/" + REALM + path))
                .header("Authorization", "Bearer " + tokenOfOtherRealm())
                .header("Content-Type", "application/json")
                .method(method, body)
                .build())
        .join();
  }

  private static BodyPublisher json(Map<String, Object> value) {
    return BodyPublishers.ofString(Json.write(value));
  }

  private static String token(String realm, String client, String user) {
    String form = "grant_type=password&client_id=%s&username=%s&password=%s";
    Answer answer =
        Answer.to(
                HttpRequest.newBuilder(URI.create(realm + "/protocol/openid-connect/token"))
                    .header("Content-Type", "application/x-www-form-urlencoded")
                    .POST(BodyPublishers.ofString(form.formatted(client, user, user)))
                    .build())
            .join();
    return answer.has(200).path("access_token");
  }

  private String issuer() {
    return base() + "/realms/" + REALM;
  }

  private String base() {
    return "http://127.0.0.1:" + port;
  }

  private static void delete(Path folder) throws IOException {
    if (Files.exists(folder)) {
      try (Stream<Path> files = Files.walk(folder)) {
        for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(file);
        }
      }
    }
  }
}
