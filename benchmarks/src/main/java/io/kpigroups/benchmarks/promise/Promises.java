package io.kpigroups.benchmarks.promise;

import com.fasterxml.jackson.databind.JsonNode;
import io.kpigroups.benchmarks.load.Api;
import io.kpigroups.benchmarks.load.Call;
import io.kpigroups.benchmarks.load.Tokens;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Checks by a few calls that a server keeps the promises without which its figures mean nothing:
 * the token, the rule of accounts, the favorite of a user, the JSON of a group.
 */
public final class Promises {
  private static final String ACCOUNT = "promises-1";
  private static final String OTHER = "promises-2";
  private static final Set<String> PROPERTIES =
      new TreeSet<>(
          List.of(
              "accountId",
              "createdById",
              "dateCreated",
              "dateUpdated",
              "favorite",
              "id",
              "modifiedById",
              "name"));

  private final Api api;
  private final Tokens tokens;
  private final String ann;
  private final String bob;
  private final List<String> broken = new ArrayList<>();

  /** A check of the server behind a client, which trusts the issuer of tokens. */
  public Promises(Api api, Tokens tokens) {
    this.api = api;
    this.tokens = tokens;
    this.ann = tokens.token("ann", ACCOUNT);
    this.bob = tokens.token("bob", ACCOUNT, OTHER);
  }

  /**
   * Asks, and tells each promise that is broken in a sentence.
   *
   * @throws IOException if the server does not answer
   */
  public List<String> broken() throws IOException {
    JsonNode group = send("POST", "/kpis/groups", ACCOUNT, ann, "{\"name\":\" Sales \"}", 201);
    String id = group.path("id").asText();
    checkGroup(group);
    checkTokens("/kpis/groups/" + id);
    checkAccounts(id);
    checkFavorites(id);
    checkKpis(id);
    checkInput(id);
    return List.copyOf(broken);
  }

  private void checkGroup(JsonNode group) {
    Set<String> names = new TreeSet<>();
    group.fieldNames().forEachRemaining(names::add);
    expect(names.equals(PROPERTIES), "A group has the properties " + names + ".");
    expect(group.path("name").asText().equals("Sales"), "A name is not trimmed.");
    expect(group.path("id").asText().matches("[0-9a-f]{24}"), "An id is not 24 hex digits.");
    expect(
        group.path("dateCreated").asText().matches("\\d{4}-\\d\\d-\\d\\dT[\\d:]{8}\\.\\d{3}Z"),
        "A date is not RFC 3339 in UTC with milliseconds.");
  }

  private void checkTokens(String path) throws IOException {
    send("GET", path, ACCOUNT, "", null, 401);
    send("GET", path, ACCOUNT, "nonsense", null, 401);
    send("GET", path, ACCOUNT, Tokens.issuer().token("ann", ACCOUNT), null, 401);
    send("GET", path, ACCOUNT, altered(ann), null, 401);
    List<String> accounts = List.of(ACCOUNT);
    List<String> reads = List.of("kpis:read");
    send(
        "GET", path, ACCOUNT, tokens.token("ann", accounts, reads, Duration.ofDays(-1)), null, 401);
    String reader = tokens.token("ann", accounts, reads, Duration.ofDays(1));
    send("GET", path, ACCOUNT, reader, null, 200);
    send("POST", "/kpis/groups", ACCOUNT, reader, "{\"name\":\"X\"}", 403);
    send(
        "GET",
        path,
        ACCOUNT,
        tokens.token("ann", accounts, List.of(), Duration.ofDays(1)),
        null,
        403);
    String nothing = tokens.token("ann", accounts, List.of(), Duration.ofDays(1));
    send("DELETE", path + "/favorite", ACCOUNT, nothing, null, 200);
    // Again, for what is kept of a token must not outlive the look at it.
    send("GET", path, ACCOUNT, altered(ann), null, 401);
  }

  /** The token with other claims under the signature that it had. */
  private String altered(String token) {
    String[] parts = token.split("\\.");
    return parts[0] + "." + tokens.token("eve", ACCOUNT).split("\\.")[1] + "." + parts[2];
  }

  private void checkAccounts(String id) throws IOException {
    send("GET", "/kpis/groups/" + id, OTHER, ann, null, 403);
    send("GET", "/kpis/groups/" + id, "", ann, null, 400);
    for (String method : List.of("GET", "DELETE")) {
      send(method, "/kpis/groups/" + id, OTHER, bob, null, 404);
    }
    send("PATCH", "/kpis/groups/" + id, OTHER, bob, "{\"name\":\"X\"}", 404);
    send("PUT", "/kpis/groups/" + id + "/favorite", OTHER, bob, null, 404);
    JsonNode list = send("GET", "/kpis/groups", OTHER, bob, null, 200);
    expect(list.path("totalCount").asInt(-1) == 0, "A list has groups of another account.");
  }

  private void checkFavorites(String id) throws IOException {
    for (int time = 0; time < 2; time++) {
      send("PUT", "/kpis/groups/" + id + "/favorite", ACCOUNT, ann, null, 200);
    }
    for (String path :
        List.of("/kpis/groups", "/kpis/groups?favorite=true", "/kpis/groups?q=SALE")) {
      JsonNode list = send("GET", path, ACCOUNT, ann, null, 200);
      expect(
          list.path("items").path(0).path("favorite").asBoolean()
              && list.path("count").asInt() == 1
              && list.path("totalCount").asInt() == 1,
          "The favorite is not in the list " + path + ".");
    }
    expect(favorite(id, ann), "A favorite is not seen by its user.");
    expect(!favorite(id, bob), "A favorite is seen by another user.");
    send("DELETE", "/kpis/groups/" + id + "/favorite", ACCOUNT, ann, null, 200);
    expect(!favorite(id, ann), "A favorite stays behind its delete.");
  }

  private boolean favorite(String id, String token) throws IOException {
    return send("GET", "/kpis/groups/" + id, ACCOUNT, token, null, 200)
        .path("favorite")
        .asBoolean();
  }

  private void checkKpis(String id) throws IOException {
    send("PUT", "/kpis/known", ACCOUNT, ann, "{\"name\":\"Churn\"}", 201);
    send("PUT", "/kpis/unknown/groups/" + id, ACCOUNT, ann, null, 404);
    for (int time = 0; time < 2; time++) {
      send("PUT", "/kpis/known/groups/" + id, ACCOUNT, ann, null, 200);
    }
    String batch = "/kpis/groups/" + id + "/kpis/batch";
    send("POST", batch, ACCOUNT, ann, "{\"add\":[\"unknown\"],\"remove\":[\"known\"]}", 404);
    JsonNode members = send("GET", "/kpis/groups/" + id + "/kpis", ACCOUNT, ann, null, 200);
    expect(
        members.path("totalCount").asInt() == 1
            && members.path("items").path(0).path("name").asText().equals("Churn"),
        "The members are not those that were put in.");
    JsonNode done = send("POST", batch, ACCOUNT, ann, "{\"add\":[],\"remove\":[\"known\"]}", 200);
    expect(done.path("removed").asInt() == 1, "A batch does not tell what it did.");
  }

  private void checkInput(String id) throws IOException {
    send("POST", "/kpis/groups", ACCOUNT, ann, "{\"name\":\"  \"}", 400);
    send("POST", "/kpis/groups", ACCOUNT, ann, "{\"name\":", 400);
    send("PATCH", "/kpis/groups/" + id, ACCOUNT, ann, "{\"name\":\"\"}", 400);
    JsonNode renamed =
        send("PATCH", "/kpis/groups/" + id, ACCOUNT, bob, "{\"name\":\"Ventes\"}", 200);
    expect(
        renamed.path("name").asText().equals("Ventes")
            && renamed.path("modifiedById").asText().equals("bob"),
        "A rename does not answer the group as it is then.");
    send("DELETE", "/kpis/groups/" + id, ACCOUNT, ann, null, 200);
    send("GET", "/kpis/groups/" + id, ACCOUNT, ann, null, 404);
  }

  private JsonNode send(
      String method, String path, String account, String token, @Nullable String body, int status)
      throws IOException {
    Api.Answer answer = api.send(new Call(method, path, account, token, body, status));
    expect(
        answer.status() == status,
        method + " " + path + " is answered " + answer.status() + ", not " + status + ".");
    return answer.json();
  }

  private void expect(boolean kept, String otherwise) {
    if (!kept) {
      broken.add(otherwise);
    }
  }
}
