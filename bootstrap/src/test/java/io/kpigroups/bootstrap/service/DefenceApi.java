package io.kpigroups.bootstrap.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.restassured.RestAssured;
import io.restassured.response.Response;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What keeps the service, its callers and their browsers from harm; see docs/security.md. */
interface DefenceApi {
  Pattern INLINE_SCRIPT = Pattern.compile("<script(?: defer)?>(.*?)</script>", Pattern.DOTALL);

  @Test
  default void everyAnswerTellsBrowsersToBeCareful() {
    Client ann = Client.inNewAccount();
    for (Response answer :
        List.of(
            ann.get("/kpis/groups"),
            ann.get("/kpis/groups/" + ann.newGroup("a")),
            ann.get("/kpis/groups/" + Client.randomId()),
            ann.post("/kpis/groups", "{"),
            Client.withToken("x", "a").get("/kpis"),
            RestAssured.delete("/api/v1/kpis/groups"),
            RestAssured.get("/nope"),
            RestAssured.get("/q/openapi"),
            RestAssured.get("/q/swagger-ui/"))) {
      assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
      assertThat(answer.header("X-Frame-Options")).isEqualTo("DENY");
      assertThat(answer.header("Referrer-Policy")).isEqualTo("no-referrer");
      assertThat(answer.headers().getValues("Content-Security-Policy"))
          .singleElement()
          .asString()
          .startsWith("default-src 'none'; ")
          .contains("frame-ancestors 'none'");
    }
    assertThat(RawHttp.send("GET / HTTP/1.1\r\nConnection: close\r\n\r\n"))
        .containsIgnoringCase("x-content-type-options: nosniff");
  }

  @Test
  default void nothingOfTheApiIsKeptByACache() {
    Client ann = Client.inNewAccount();
    for (Response answer :
        List.of(
            ann.get("/kpis/groups"),
            ann.get("/kpis"),
            ann.get("/kpis/groups/" + Client.randomId()),
            ann.put("/kpis/k", "{\"name\":\"n\"}"),
            ann.put("/kpis/groups/" + ann.newGroup("b") + "/favorite"),
            Client.withToken("x", "a").get("/kpis"),
            RestAssured.get("/api/v1/nope"))) {
      assertThat(answer.headers().getValues("Cache-Control")).containsExactly("no-store");
    }
    Response group = ann.get("/kpis/groups/" + ann.newGroup("c"));
    assertThat(group.headers().getValues("Cache-Control")).containsExactly("private, no-cache");
  }

  @Test
  default void swaggerUiMayRunItsOwnScriptsAndNoOthers() throws Exception {
    Response page = RestAssured.get("/q/swagger-ui/");
    String policy = page.header("Content-Security-Policy");
    Matcher script = INLINE_SCRIPT.matcher(page.asString());
    while (script.find()) {
      byte[] digest =
          MessageDigest.getInstance("SHA-256")
              .digest(script.group(1).getBytes(StandardCharsets.UTF_8));
      assertThat(policy).contains("'sha256-" + Base64.getEncoder().encodeToString(digest) + "'");
    }
    String scripts = policy.replaceAll(".*(script-src [^;]*);.*", "$1");
    assertThat(scripts).startsWith("script-src 'self'").doesNotContain("unsafe", "*", "http");
  }

  @Test
  default void noOtherOriginIsLetIn() {
    Client ann = Client.inNewAccount().with("Origin", "https://evil.example");
    Response simple = Expect.status(ann.get("/kpis/groups"), 200);
    Response preflight =
        RestAssured.given()
            .header("Origin", "https://evil.example")
            .header("Access-Control-Request-Method", "DELETE")
            .header("Access-Control-Request-Headers", "authorization")
            .options("/api/v1/kpis/groups/" + Client.randomId());
    Expect.problem(preflight, 405, "method-not-allowed");
    for (Response answer : List.of(simple, preflight)) {
      assertThat(answer.headers().asList().stream().map(header -> header.getName()))
          .noneMatch(name -> name.toLowerCase(Locale.ROOT).startsWith("access-control-"));
    }
  }

  @Test
  default void whatCannotBeWrittenIsNotWritten() {
    Client ann = Client.inNewAccount();
    String others = Client.randomId();
    Map<String, String> untouchable =
        Map.of(
            "id", others,
            "accountId", others,
            "createdById", "mallory",
            "modifiedById", "mallory",
            "dateCreated", "2001-01-01T00:00:00.000Z",
            "dateUpdated", "2001-01-01T00:00:00.000Z");
    String sent =
        untouchable.entrySet().stream()
            .map(entry -> "\"" + entry.getKey() + "\":\"" + entry.getValue() + "\"")
            .collect(Collectors.joining(",", "{\"name\":\"n\",\"favorite\":true,", "}"));
    Response created = Expect.status(ann.post("/kpis/groups", sent), 201);
    String path = "/kpis/groups/" + created.path("id");
    Response renamed = Expect.status(ann.patch(path, sent.replace("\"n\"", "\"m\"")), 200);
    for (Response group : List.of(created, renamed, ann.get(path))) {
      assertThat(group.<String>path("accountId")).isEqualTo(ann.account());
      assertThat(group.<String>path("createdById")).isEqualTo("ann");
      assertThat(group.<Boolean>path("favorite")).isFalse();
      untouchable.forEach(
          (name, value) -> assertThat(group.<String>path(name)).as(name).isNotEqualTo(value));
    }
    String kpi = Client.randomId();
    Expect.status(ann.put("/kpis/" + kpi, "{\"id\":\"" + others + "\",\"name\":\"n\"}"), 201);
    assertThat(ann.get("/kpis").<List<String>>path("items.id")).containsExactly(kpi);
  }

  @Test
  default void aTokenCannotSayWhereItsKeyIs() throws IOException {
    try (ServerSocket trap = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      trap.setSoTimeout(200);
      String address = "http://127.0.0.1:" + trap.getLocalPort() + "/keys";
      for (String field : List.of("jku", "x5u")) {
        String token =
            Tokens.withHeader(
                "{\"alg\":\"ES256\",\"kid\":\"x\",\"" + field + "\":\"" + address + "\"}");
        Client ann = Client.withToken(token, Client.randomId());
        Expect.problem(ann.get("/kpis/groups"), 401, "unauthenticated");
      }
      assertThatThrownBy(trap::accept).isInstanceOf(SocketTimeoutException.class);
    }
  }

  @Test
  default void aLineOrHeaderThatIsTooLongIsRefusedByTheParser() {
    String close = " HTTP/1.1\r\nHost: x\r\nConnection: close\r\n";
    assertThat(RawHttp.send("GET /api/v1/kpis?q=" + "x".repeat(9_000) + close + "\r\n"))
        .containsPattern("^HTTP/1\\.[01] 414 ");
    assertThat(RawHttp.send("GET /api/v1/kpis" + close + "X: " + "x".repeat(25_000) + "\r\n\r\n"))
        .containsPattern("^HTTP/1\\.[01] 431 ");
  }

  @Test
  default void howeverMuchIsWrongTheAnswerStaysSmall() {
    Client ann = Client.inNewAccount();
    String query =
        IntStream.range(0, 1_500).mapToObj(i -> "p" + i).collect(Collectors.joining("&"));
    String body =
        IntStream.range(0, 6_000)
            .mapToObj(i -> "\"p" + i + "\":1")
            .collect(Collectors.joining(",", "{", "}"));
    for (Response refused :
        List.of(ann.get("/kpis/groups?" + query), ann.post("/kpis/groups", body))) {
      Expect.problem(refused, 400, "invalid-input");
      assertThat(refused.<List<?>>path("errors")).hasSize(100);
      assertThat(refused.asByteArray()).hasSizeLessThan(20_000);
    }
  }

  @Test
  default void theDocumentSaysWhatIsTakenAndWhatIsRefused() {
    Response document = RestAssured.get("/q/openapi?format=json");
    for (String body : List.of("KpiGroupWrite", "KpiWrite")) {
      Map<String, ?> schema = document.path("components.schemas." + body);
      assertThat(schema.get("additionalProperties")).as(body).isEqualTo(false);
      assertThat(schema).as(body).containsKey("patternProperties");
    }
    String name = document.path("components.schemas.KpiGroupWrite.properties.name.pattern");
    assertThat(List.of("Sales", " Sales ", "\tÄ 😀\n"))
        .allMatch(Pattern.compile(name).asPredicate());
    assertThat(List.of("", " ", "\u00a0\t", "a\u0000b", "a\nb"))
        .noneMatch(Pattern.compile(name).asPredicate());
    Map<String, Map<String, Map<String, Map<String, ?>>>> paths = document.path("paths");
    paths.forEach(
        (path, item) ->
            item.values()
                .forEach(operation -> assertThat(operation.get("responses")).containsKey("429")));
  }
}
