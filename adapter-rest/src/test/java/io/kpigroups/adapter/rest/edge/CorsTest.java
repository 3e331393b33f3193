package io.kpigroups.adapter.rest.edge;

import static org.assertj.core.api.Assertions.assertThat;

import io.kpigroups.adapter.rest.RestSettings;
import io.kpigroups.adapter.rest.support.Behind;
import io.kpigroups.adapter.rest.support.Edge;
import io.kpigroups.adapter.rest.support.Line;
import io.kpigroups.adapter.rest.support.Reply;
import io.quarkus.vertx.http.runtime.cors.CORSConfig;
import io.quarkus.vertx.http.runtime.cors.CORSFilter;
import io.quarkus.vertx.http.runtime.security.SecurityHandlerPriorities;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A browser application of another origin, where Quarkus's CORS filter is switched on. */
class CorsTest {
  private static final String GROUPS = "/api/v1/kpis/groups";
  private static final String APP = "https://app.example";
  private static final String ORIGIN = "Origin: " + APP;

  private final Behind behind = new Behind();
  private final Edge edge =
      new Edge(
          behind,
          new RestSettings(Edge.DEADLINE, true),
          filters ->
              filters.register(new CORSFilter(new Allowed()), SecurityHandlerPriorities.CORS));

  @AfterEach
  void close() {
    edge.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {GROUPS, GROUPS + "/65f0a1b2c3d4e5f60718293a", "/api/v1/kpis/k1"})
  void aPreflightIsAnswered(String path) {
    Reply reply =
        edge.ask(
                "OPTIONS " + path,
                ORIGIN,
                "Access-Control-Request-Method: PATCH",
                "Access-Control-Request-Headers: authorization,gtmhub-accountid,if-match,idempotency-key")
            .has(200);

    assertThat(reply.header("Access-Control-Allow-Origin")).isEqualTo(APP);
    assertThat(reply.header("Access-Control-Allow-Methods")).contains("PATCH");
    assertThat(reply.header("Access-Control-Allow-Headers"))
        .contains("gtmhub-accountid", "if-match", "idempotency-key");
    assertThat(behind.isIdle()).isTrue();
    assertThat(edge.observed.nextEnd().status()).isEqualTo(200);
  }

  @ParameterizedTest
  @CsvSource({
    "GET /api/v1/nope, '', 404",
    "GET /api/v1/kpis/groups/../groups, '', 404",
    "GET /api/v1/kpis/%zz, '', 400",
    "PATCH /api/v1/kpis/groups, '', 405",
    "POST /api/v1/kpis/groups, Content-Type: text/plain, 415",
    "GET /api/v1/kpis/groups, Accept: text/html, 406",
    "POST /api/v1/kpis/groups, 'Content-Type: application/json\r\nContent-Length: 65537', 413"
  })
  void aRefusalCanBeRead(String request, String field, int status) {
    Reply reply =
        edge.ask(request, field.isEmpty() ? new String[] {ORIGIN} : new String[] {ORIGIN, field});

    assertReadable(reply.has(status));
  }

  @Test
  void aBodyThatGrowsTooLargeIsARefusalThatCanBeRead() {
    String head =
        Line.head(
            "POST " + GROUPS,
            ORIGIN,
            "Content-Type: application/json",
            "Transfer-Encoding: chunked");

    assertReadable(edge.send(head + "10001\r\n" + "x".repeat(65_537) + "\r\n").has(413));
  }

  @Test
  void theAnswerAtTheDeadlineCanBeRead() {
    try (Line line = edge.line()) {
      line.send(
          Line.head(
              "POST " + GROUPS, ORIGIN, "Content-Type: application/json", "Content-Length: 9"));
      edge.timers.awaitGiven(1);
      edge.timers.advance(Edge.DEADLINE);
      assertReadable(line.reply().has(408));
    }
  }

  @Test
  void theAnswerOfAServiceThatEndsCanBeRead() {
    edge.shutdown.begin(new io.quarkus.runtime.ShutdownDelayInitiatedEvent());
    edge.timers.advance(Duration.ofSeconds(10));

    assertReadable(edge.ask("GET " + GROUPS, ORIGIN).has(503));
  }

  @Test
  void aUrlThatNobodyCanReadIsTheCallersFaultWhateverTheOrigin() {
    edge.ask("GET /api/v1/kpis/%zz", "Origin: http://here:1").has(400);
  }

  @Test
  void whatAnAnswerVariesByIsNotLostNorIsTheOrigin() {
    try (Line line = edge.line()) {
      line.send(Line.head("GET " + GROUPS, ORIGIN));
      Behind.answer(behind.next(), 204);
      assertThat(line.reply().header("Vary")).isEqualTo("Origin");
      line.send(Line.head("GET " + GROUPS, ORIGIN));
      var http = behind.next();
      http.response().putHeader("Vary", "Authorization");
      Behind.answer(http, 204);
      assertThat(line.reply().header("Vary")).isEqualTo("Authorization, Origin");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"?q=%zz", "?a=%", "?q=%f", "/%zz"})
  void whatCannotBeDecodedIsTheCallersFaultWhoeverAsks(String undecodable) {
    assertReadable(edge.ask("GET " + GROUPS + undecodable, ORIGIN).has(400));
    edge.ask("GET " + GROUPS + undecodable, "Origin: https://evil.example").has(403);
    assertThat(behind.isIdle()).isTrue();
  }

  @Test
  void anotherOriginIsRefused() {
    Reply reply = edge.ask("GET " + GROUPS, "Origin: https://evil.example").has(403);

    assertThat(reply.header("Access-Control-Allow-Origin")).isEmpty();
    assertThat(behind.isIdle()).isTrue();
  }

  private static void assertReadable(Reply reply) {
    assertThat(reply.header("Content-Type")).isEqualTo("application/problem+json");
    assertThat(reply.header("Access-Control-Allow-Origin")).isEqualTo(APP);
    assertThat(reply.header("Access-Control-Expose-Headers")).isEqualTo("ETag,Retry-After");
  }

  private record Allowed() implements CORSConfig {
    @Override
    public boolean enabled() {
      return true;
    }

    @Override
    public Optional<List<String>> origins() {
      return Optional.of(List.of(APP));
    }

    @Override
    public Optional<List<String>> methods() {
      return Optional.empty();
    }

    @Override
    public Optional<List<String>> headers() {
      return Optional.empty();
    }

    @Override
    public Optional<List<String>> exposedHeaders() {
      return Optional.of(List.of("ETag", "Retry-After"));
    }

    @Override
    public Optional<Duration> accessControlMaxAge() {
      return Optional.empty();
    }

    @Override
    public Optional<Boolean> accessControlAllowCredentials() {
      return Optional.empty();
    }
  }
}
