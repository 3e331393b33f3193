package io.kpigroups.adapter.rest;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What every answer tells a browser. */
class SecurityHeadersTest {
  private static final String NOTHING = "default-src 'none'; frame-ancestors 'none'";

  private final Edge edge =
      new Edge(
          http -> {
            if (http.request().path().endsWith("/cached")) {
              http.response().putHeader("Cache-Control", "private, no-cache");
            }
            http.response().setStatusCode(200).end();
          });

  @AfterEach
  void close() {
    edge.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"/", "/api/v1/kpis", "/api/v1/none", "/api/v1/kpis/%zz", "/q/swagger-ui", "/q/x"})
  void itMayNotGuessTypesNorFrameNorPassAddressesOn(String path) {
    Reply reply = edge.ask("GET " + path);

    assertThat(reply.header("X-Content-Type-Options")).isEqualTo("nosniff");
    assertThat(reply.header("X-Frame-Options")).isEqualTo("DENY");
    assertThat(reply.header("Referrer-Policy")).isEqualTo("no-referrer");
    assertThat(reply.header("Content-Security-Policy")).contains("frame-ancestors 'none'");
  }

  @Test
  void onlyThePageMayRunScriptsAndThoseAreNamed() {
    assertThat(edge.ask("GET /api/v1/kpis").header("Content-Security-Policy")).isEqualTo(NOTHING);
    assertThat(edge.ask("GET /q/openapi").header("Content-Security-Policy")).isEqualTo(NOTHING);
    assertThat(edge.ask("GET /q/swagger-ui/").header("Content-Security-Policy"))
        .contains("script-src 'self';", "form-action 'none'")
        .doesNotContain("script-src 'self' 'unsafe", "unsafe-eval");
  }

  @Test
  void nothingOfTheApiIsKeptUnlessTheAnswerSaysHow() {
    assertThat(edge.ask("GET /api/v1/kpis").header("Cache-Control")).isEqualTo("no-store");
    assertThat(edge.ask("GET /api/v1/none").header("Cache-Control")).isEqualTo("no-store");
    assertThat(edge.ask("GET /api/v1/kpis/cached").header("Cache-Control"))
        .isEqualTo("private, no-cache");
    assertThat(edge.ask("GET /q/openapi").header("Cache-Control")).isEmpty();
  }
}
