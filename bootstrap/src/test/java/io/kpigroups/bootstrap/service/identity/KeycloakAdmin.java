package io.kpigroups.bootstrap.service.identity;

import io.kpigroups.bootstrap.service.client.Answer;
import io.kpigroups.bootstrap.service.client.Json;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Changes the realm of a Keycloak that runs. */
public final class KeycloakAdmin {
  private final Keycloak keycloak;

  public KeycloakAdmin(Keycloak keycloak) {
    this.keycloak = keycloak;
  }

  /**
   * Makes a client like the demo's, but for this change of its representation; what a user may do,
   * it may.
   */
  public void addClient(String id, Consumer<Map<String, Object>> change) {
    Map<String, Object> client =
        admin("GET", "/clients?clientId=" + Keycloak.DEMO_CLIENT, BodyPublishers.noBody())
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
  public static List<Map<String, Object>> mappers(Map<String, Object> client) {
    return (List<Map<String, Object>>) client.get("protocolMappers");
  }

  @SuppressWarnings("unchecked")
  public static void attribute(Map<String, Object> client, String name, String value) {
    ((Map<String, Object>) client.get("attributes")).put(name, value);
  }

  /** Has the realm sign RS256 with a new key, and go on publishing those that it has. */
  public void addSigningKey(String name, int priority) {
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
  public void removeSigningKey(String name) {
    String query = "?type=org.keycloak.keys.KeyProvider&name=" + name;
    Answer found = admin("GET", "/components" + query, BodyPublishers.noBody());
    Object id = found.objects("").get(0).get("id");
    admin("DELETE", "/components/" + id, BodyPublishers.noBody()).has(204);
  }

  private Answer admin(String method, String path, BodyPublisher body) {
    return Answer.to(
            HttpRequest.newBuilder(
                    URI.create(keycloak.base() + "/admin/realms/" + Keycloak.REALM + path))
                .header("Authorization", "Bearer " + keycloak.tokenOfOtherRealm())
                .header("Content-Type", "application/json")
                .method(method, body)
                .build())
        .join();
  }

  private static BodyPublisher json(Map<String, Object> value) {
    return BodyPublishers.ofString(Json.write(value));
  }
}
