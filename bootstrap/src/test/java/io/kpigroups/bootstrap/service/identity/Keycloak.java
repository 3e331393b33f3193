package io.kpigroups.bootstrap.service.identity;

import static org.assertj.core.api.Assertions.assertThat;

import io.kpigroups.bootstrap.service.client.Answer;
import io.kpigroups.bootstrap.service.client.Json;
import io.kpigroups.bootstrap.service.client.Patience;
import io.kpigroups.bootstrap.service.process.Ports;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A real Keycloak with our realm, as a process that a test starts and stops. The profile {@code
 * keycloak} unpacks it.
 */
public final class Keycloak implements AutoCloseable {
  public static final String DEMO_CLIENT = "kpi-groups-demo";

  public static final String REALM = "kpi-groups";
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
  public Keycloak() throws IOException {
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
  public void start() throws IOException {
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
  public void stop() {
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
  public Map<String, String> settings() {
    return Map.of(
        "mp.jwt.verify.publickey.location",
        issuer() + "/protocol/openid-connect/certs",
        "mp.jwt.verify.issuer",
        issuer(),
        "mp.jwt.verify.audiences",
        "kpi-groups");
  }

  /** A new token of a user for a client. */
  public String token(String client, String user) {
    return token(issuer(), client, user);
  }

  /** The same asked for at the other name of this machine, which is then the token's issuer. */
  public String tokenOfOtherIssuer(String client, String user) {
    return token(issuer().replace("127.0.0.1", "localhost"), client, user);
  }

  /** A token of another realm, signed with that realm's key. */
  public String tokenOfOtherRealm() {
    return token(base() + "/realms/master", "admin-cli", ADMIN);
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

  /** What a token says in one of its parts. */
  public static String part(String token, int index, String name) {
    byte[] json = Base64.getUrlDecoder().decode(token.split("\\.")[index]);
    return Json.read(new String(json, StandardCharsets.UTF_8), name);
  }

  private String issuer() {
    return base() + "/realms/" + REALM;
  }

  public String base() {
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
