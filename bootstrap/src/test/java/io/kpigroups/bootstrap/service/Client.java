package io.kpigroups.bootstrap.service;

import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.RestAssured;
import io.restassured.config.EncoderConfig;
import io.restassured.config.RestAssuredConfig;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

/** A user of an account, as a client of the service sees itself. */
record Client(String token, String account, Map<String, String> headers) {
  static final String API = "/api/v1";

  /** Who a client is that does not say. */
  static final String USER = "ann";

  /** Content types as the test says them, without a character set added. */
  static final RestAssuredConfig AS_TYPED =
      RestAssured.config()
          .encoderConfig(
              EncoderConfig.encoderConfig()
                  .appendDefaultContentCharsetToContentTypeIfUndefined(false)
                  .encodeContentTypeAs("application/x-www-form-urlencoded", ContentType.BINARY));

  private static final SecureRandom RANDOM = new SecureRandom();

  /** Somebody who may do everything in an account that nobody else uses. */
  static Client inNewAccount() {
    return of(USER, randomId(), "kpis:manage");
  }

  static Client of(String user, String account, String... permissions) {
    return withToken(
        Tokens.es256(Tokens.claims(user, List.of(account), List.of(permissions))), account);
  }

  static Client withToken(String token, String account) {
    return new Client(token, account, Map.of());
  }

  static String randomId() {
    byte[] bytes = new byte[12];
    RANDOM.nextBytes(bytes);
    return HexFormat.of().formatHex(bytes);
  }

  /** Another user of the same account. */
  Client colleague(String user, String... permissions) {
    return of(user, account, permissions);
  }

  /** The same user sending another header along. */
  Client with(String name, String value) {
    var more = new HashMap<>(headers);
    more.put(name, value);
    return new Client(token, account, Map.copyOf(more));
  }

  Response get(String path) {
    return request().get(API + path);
  }

  Response delete(String path) {
    return request().delete(Register.address(path));
  }

  Response put(String path) {
    return request().put(API + path);
  }

  Response put(String path, String json) {
    return json(json).put(Register.address(path));
  }

  Response post(String path, String json) {
    return json(json).post(API + path);
  }

  Response patch(String path, String json) {
    return json(json).patch(API + path);
  }

  /** Makes a group and answers its id. */
  String newGroup(String name) {
    Response response = post("/kpis/groups", "{\"name\":\"" + name + "\"}");
    assertThat(response.statusCode()).as(response.asString()).isEqualTo(201);
    return response.path("id");
  }

  /** Registers a KPI and answers its id. */
  String newKpi() {
    String id = randomId();
    assertThat(put("/kpis/" + id, "{\"name\":\"KPI " + id + "\"}").statusCode()).isEqualTo(201);
    return id;
  }

  RequestSpecification request() {
    return RestAssured.given()
        .config(AS_TYPED)
        .urlEncodingEnabled(false)
        .header("Authorization", "Bearer " + token)
        .header("gtmhub-accountId", account)
        .headers(headers);
  }

  private RequestSpecification json(String body) {
    return request().contentType("application/json").body(body.getBytes(StandardCharsets.UTF_8));
  }
}
