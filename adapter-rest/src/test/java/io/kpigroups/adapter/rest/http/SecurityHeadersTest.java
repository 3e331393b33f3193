package io.kpigroups.adapter.rest.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.kpigroups.adapter.rest.support.Edge;
import io.kpigroups.adapter.rest.support.Reply;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a refusal tells a browser that never came past Quarkus's own settings. */
class SecurityHeadersTest {

  @ParameterizedTest
  @ValueSource(strings = {"/api/v1/none", "/api/v1/kpis/%zz", "/api/v1/kpis/groups/..", "//api/v1"})
  void aRefusalIsNotGuessedAtFramedPassedOnOrKept(String path) {
    try (Edge edge = new Edge(http -> http.response().end())) {
      Reply reply = edge.ask("GET " + path);

      assertThat(reply.status()).isGreaterThanOrEqualTo(400);
      assertThat(reply.header("X-Content-Type-Options")).isEqualTo("nosniff");
      assertThat(reply.header("X-Frame-Options")).isEqualTo("DENY");
      assertThat(reply.header("Referrer-Policy")).isEqualTo("no-referrer");
      assertThat(reply.header("Content-Security-Policy"))
          .isEqualTo("default-src 'none'; frame-ancestors 'none'");
      assertThat(reply.header("Cache-Control")).isEqualTo("no-store");
    }
  }
}
