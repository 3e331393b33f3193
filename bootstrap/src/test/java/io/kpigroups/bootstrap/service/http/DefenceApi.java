package io.kpigroups.bootstrap.service.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.kpigroups.bootstrap.service.api.ServiceSuite;
import io.kpigroups.bootstrap.service.client.Answer;
import io.kpigroups.bootstrap.service.client.Client;
import io.kpigroups.bootstrap.service.client.Expect;
import io.kpigroups.bootstrap.service.client.Tokens;
import io.kpigroups.bootstrap.service.client.User;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What keeps the service, its callers and their browsers from harm; see docs/security.md. */
public interface DefenceApi extends ServiceSuite {
  Pattern INLINE_SCRIPT = Pattern.compile("<script(?: defer)?>(.*?)</script>", Pattern.DOTALL);

  @Test
  default void everyAnswerTellsBrowsersToBeCareful() {
    User ann = newUser();
    for (Answer answer :
        List.of(
            ann.get("/kpis/groups"),
            ann.get("/kpis/groups/" + ann.newGroup("a")),
            ann.get("/kpis/groups/" + Client.randomId()),
            ann.post("/kpis/groups", "{"),
            withToken("x", "a").get("/kpis"),
            service().send("DELETE", "/api/v1/kpis/groups"),
            service().get("/nope"),
            service().get("/q/openapi"),
            service().get("/q/swagger-ui/"))) {
      assertThat(answer.headerValue("X-Content-Type-Options")).isEqualTo("nosniff");
      assertThat(answer.headerValue("X-Frame-Options")).isEqualTo("DENY");
      assertThat(answer.headerValue("Referrer-Policy")).isEqualTo("no-referrer");
      assertThat(answer.headerValues("Content-Security-Policy"))
          .singleElement()
          .asString()
          .startsWith("default-src 'none'; ")
          .contains("frame-ancestors 'none'");
    }
  }

  @Test
  default void anAnswerToWhatIsHardlyARequestTellsThemTheSame() {
    Answer usual = service().get("/api/v1/nope");
    for (String head :
        List.of("GET / HTTP/1.1", "GET /%zz HTTP/1.1\r\nHost: x", "GET / HTTP/3.0")) {
      String answer = service().sendRaw(head + "\r\nConnection: close\r\n\r\n");
      for (String field :
          List.of(
              "Cache-Control",
              "Content-Security-Policy",
              "Referrer-Policy",
              "X-Content-Type-Options",
              "X-Frame-Options")) {
        assertThat(answer).containsIgnoringCase(field + ": " + usual.headerValue(field));
      }
    }
  }

  @Test
  default void nothingOfTheApiIsKeptByACache() {
    User ann = newUser();
    for (Answer answer :
        List.of(
            ann.get("/kpis/groups"),
            ann.get("/kpis"),
            ann.get("/kpis/groups/" + Client.randomId()),
            ann.put("/kpis/groups/" + ann.newGroup("b") + "/favorite"),
            withToken("x", "a").get("/kpis"),
            service().get("/api/v1/nope"))) {
      assertThat(answer.headerValues("Cache-Control")).containsExactly("no-store");
    }
    for (Answer answer :
        List.of(
            ann.get("/kpis/groups/" + ann.newGroup("c")),
            ann.put("/kpis/k", "{\"name\":\"n\"}"),
            ann.get("/kpis/k"))) {
      assertThat(answer.headerValues("Cache-Control")).containsExactly("private, no-cache");
    }
  }

  @Test
  default void swaggerUiMayRunItsOwnScriptsAndNoOthers() {
    Answer page = service().get("/q/swagger-ui/");
    String policy = page.headerValue("Content-Security-Policy");
    assertThat(INLINE_SCRIPT.matcher(page.body()).find()).isFalse();
    String scripts = policy.replaceAll(".*(script-src [^;]*);.*", "$1");
    assertThat(scripts).startsWith("script-src 'self'").doesNotContain("unsafe", "*", "http");
  }

  @Test
  default void noOtherOriginIsLetIn() {
    User ann = newUser().with("Origin", "https://evil.example");
    Answer simple = ann.get("/kpis/groups").has(200);
    Answer preflight =
        service()
            .send(
                "OPTIONS",
                "/api/v1/kpis/groups/" + Client.randomId(),
                "Origin",
                "https://evil.example",
                "Access-Control-Request-Method",
                "DELETE",
                "Access-Control-Request-Headers",
                "authorization");
    preflight.has(204);
    for (Answer answer : List.of(simple, preflight)) {
      assertThat(answer.response().headers().map().keySet())
          .noneMatch(name -> name.toLowerCase(Locale.ROOT).startsWith("access-control-"));
    }
  }

  @Test
  default void aTokenCannotSayWhereItsKeyIs() throws IOException {
    try (ServerSocketChannel trap = ServerSocketChannel.open()) {
      trap.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0))
          .configureBlocking(false);
      String address = "http://127.0.0.1:" + trap.socket().getLocalPort() + "/keys";
      for (String field : List.of("jku", "x5u")) {
        String token =
            Tokens.withHeader(
                "{\"alg\":\"ES256\",\"kid\":\"x\",\"" + field + "\":\"" + address + "\"}");
        User ann = withToken(token, Client.randomId());
        Expect.problem(ann.get("/kpis/groups"), 401, "unauthenticated");
      }
      assertThat(trap.accept()).as("a connection from before the answer").isNull();
    }
  }

  @Test
  default void aLineOrHeaderThatIsTooLongIsRefusedByTheParser() {
    String close = " HTTP/1.1\r\nHost: x\r\nConnection: close\r\n";
    assertThat(service().sendRaw("GET /api/v1/kpis?q=" + "x".repeat(33_000) + close + "\r\n"))
        .containsPattern("^HTTP/1\\.[01] 414 ");
    assertThat(
            service().sendRaw("GET /api/v1/kpis" + close + "X: " + "x".repeat(25_000) + "\r\n\r\n"))
        .containsPattern("^HTTP/1\\.[01] 431 ");
  }

  @Test
  default void aHeadThatTheParserRefusesIsAnsweredAlsoAsTheLastOfItsConnection() {
    for (String line :
        List.of("A : x", "Content-Length: 1\r\nContent-Length: 2", "Authorization: \u0001")) {
      String answer =
          service()
              .sendRaw(
                  "GET /nope HTTP/1.1\r\nHost: x\r\nConnection: close\r\n" + line + "\r\n\r\n");
      assertThat(answer).as(line).startsWith("HTTP/1.1 400 ");
    }
  }

  @Test
  default void howeverMuchIsWrongTheAnswerStaysSmall() {
    User ann = newUser();
    String query =
        IntStream.range(0, 1_500).mapToObj(i -> "p" + i).collect(Collectors.joining("&"));
    String body =
        IntStream.range(0, 6_000)
            .mapToObj(i -> "\"p" + i + "\":1")
            .collect(Collectors.joining(",", "{", "}"));
    for (Answer refused :
        List.of(ann.get("/kpis/groups?" + query), ann.post("/kpis/groups", body))) {
      Expect.problem(refused, 400, "invalid-input");
      assertThat(refused.<List<?>>path("errors")).hasSize(101);
      assertThat(refused.body()).hasSizeLessThan(20_000);
    }
  }

  @Test
  default void theDocumentSaysWhatIsTakenAndWhatIsRefused() {
    Answer document = service().get("/q/openapi?format=json");
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
