package io.kpigroups.bootstrap.service.identity;

import static org.assertj.core.api.Assertions.assertThat;

import io.kpigroups.bootstrap.service.client.Answer;
import io.kpigroups.bootstrap.service.client.Client;
import io.kpigroups.bootstrap.service.client.Patience;
import io.kpigroups.bootstrap.service.client.Service;
import io.kpigroups.bootstrap.service.client.User;
import io.kpigroups.bootstrap.service.process.ServiceProcess;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/**
 * The packaged service with a real Keycloak, whose realm is that of compose.yaml. The users of its
 * realm file have their names as passwords.
 */
@Tag("keycloak")
@EnabledOnOs({OS.LINUX, OS.MAC})
@Timeout(3600)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class KeycloakIT {
  private static final String ACCOUNT = "5be26318e5274a0007f17f61";

  @TempDir static Path folder;

  private static Keycloak keycloak;
  private static KeycloakAdmin admin;
  private static ServiceProcess service;

  @BeforeAll
  static void start() throws Exception {
    keycloak = new Keycloak();
    keycloak.start();
    admin = new KeycloakAdmin(keycloak);
    service = startService("first");
  }

  @AfterAll
  static void stop() {
    if (service != null) {
      service.close();
    }
    keycloak.close();
  }

  @Test
  @Order(1)
  void aTokenSaysWhoMayDoWhatInWhichAccount() {
    String ann = keycloak.token(Keycloak.DEMO_CLIENT, "ann");
    String bob = keycloak.token(Keycloak.DEMO_CLIENT, "bob");

    Answer created = create(ann, ACCOUNT).has(201);
    assertThat(created.json("createdById")).isEqualTo(Keycloak.part(ann, 1, "sub"));
    assertThat(list(service, bob, ACCOUNT).has(200).json("totalCount")).isEqualTo("1");
    assertThat(list(service, bob, "acme").has(200).json("totalCount")).isEqualTo("0");
    assertThat(create(bob, ACCOUNT).has(403).json("type")).endsWith(":not-permitted");
    assertThat(list(service, ann, "acme").has(403).json("type")).endsWith(":account-forbidden");
  }

  @Test
  @Order(2)
  void bothAlgorithmsAreTakenSideBySide() {
    admin.addClient(
        "with-ecdsa",
        client -> KeycloakAdmin.attribute(client, "access.token.signed.response.alg", "ES256"));
    String es256 = keycloak.token("with-ecdsa", "ann");
    String rs256 = keycloak.token(Keycloak.DEMO_CLIENT, "ann");

    assertThat(Keycloak.part(es256, 0, "alg")).isEqualTo("ES256");
    assertThat(Keycloak.part(rs256, 0, "alg")).isEqualTo("RS256");
    list(service, es256, ACCOUNT).has(200);
    list(service, rs256, ACCOUNT).has(200);
  }

  @Test
  @Order(3)
  void aTokenForAnotherServiceIsRefused() {
    admin.addClient(
        "of-another-service",
        client -> {
          client.put("fullScopeAllowed", false);
          KeycloakAdmin.mappers(client).removeIf(mapper -> mapper.containsValue("audience"));
        });

    refused(keycloak.token("of-another-service", "ann"), "audience");
  }

  @Test
  @Order(4)
  void aTokenOfAnotherIssuerIsRefusedThoughItsKeyIsTheSame() {
    String other = keycloak.tokenOfOtherIssuer(Keycloak.DEMO_CLIENT, "ann");
    assertThat(Keycloak.part(other, 0, "kid"))
        .isEqualTo(Keycloak.part(keycloak.token(Keycloak.DEMO_CLIENT, "ann"), 0, "kid"));

    refused(other, "issuer");
  }

  @Test
  @Order(5)
  void aTokenThatExpiresIsRefusedFromThenOn() {
    admin.addClient(
        "short-lived", client -> KeycloakAdmin.attribute(client, "access.token.lifespan", "1"));
    String token = keycloak.token("short-lived", "ann");

    Patience.await().until(() -> list(service, token, ACCOUNT), answer -> answer.status() != 200);
    refused(token, "expired");
  }

  @Test
  @Order(6)
  void aKeyIsTakenUpAndAWithdrawnOneIsDroppedWhileTheServiceRuns() {
    String old = keycloak.token(Keycloak.DEMO_CLIENT, "ann");
    list(service, old, ACCOUNT).has(200);

    admin.addSigningKey("next", 200);
    String next = keycloak.token(Keycloak.DEMO_CLIENT, "ann");
    assertThat(Keycloak.part(next, 0, "kid")).isNotEqualTo(Keycloak.part(old, 0, "kid"));
    isTakenInTheEnd(next);
    list(service, old, ACCOUNT).has(200);

    admin.removeSigningKey("rsa");
    admin.addSigningKey("last", 300);
    isTakenInTheEnd(keycloak.token(Keycloak.DEMO_CLIENT, "ann"));
    refused(old, "key");
    list(service, next, ACCOUNT).has(200);
  }

  @Test
  @Order(7)
  void aTokenOfAnotherRealmIsRefused() {
    refused(keycloak.tokenOfOtherRealm(), "key");
  }

  @Test
  @Order(8)
  void withoutKeycloakKnownKeysWorkOnAndAServiceThatHasNoneWaitsForThem() throws Exception {
    String token = keycloak.token(Keycloak.DEMO_CLIENT, "ann");
    list(service, token, ACCOUNT).has(200);
    keycloak.stop();

    list(service, token, ACCOUNT).has(200);
    try (ServiceProcess late = startService("second")) {
      late.awaitReady();
      Answer answer = list(late, token, ACCOUNT).has(503);
      assertThat(answer.json("type")).endsWith(":keys-unavailable");
      assertThat(answer.response().headers().firstValue("Retry-After")).isPresent();

      keycloak.start();
      Patience.await().until(() -> list(late, token, ACCOUNT).status() == 200);
    }
  }

  private static ServiceProcess startService(String data) throws Exception {
    Map<String, String> settings = new HashMap<>(keycloak.settings());
    settings.put("kpigroups.embedded.path", folder.resolve(data).toString());
    return ServiceProcess.start(settings);
  }

  /** Keys are asked for again after a minute at the earliest. */
  private static void isTakenInTheEnd(String token) {
    Patience.await().until(() -> list(service, token, ACCOUNT).status() == 200);
  }

  private static void refused(String token, String reason) {
    Answer answer = list(service, token, ACCOUNT).has(401);
    assertThat(answer.json("detail")).contains(reason);
    assertThat(answer.response().headers().firstValue("WWW-Authenticate").orElseThrow())
        .startsWith("Bearer");
  }

  private static Answer list(ServiceProcess service, String token, String account) {
    return user(service, token, account).get("/kpis/groups");
  }

  private static Answer create(String token, String account) {
    return user(service, token, account).post("/kpis/groups", "{\"name\":\"Sales\"}");
  }

  private static User user(ServiceProcess of, String token, String account) {
    return Service.at(of.base()).user(Client.withToken(token, account));
  }
}
