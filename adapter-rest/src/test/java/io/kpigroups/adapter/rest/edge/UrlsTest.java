package io.kpigroups.adapter.rest.edge;

import static org.assertj.core.api.Assertions.assertThat;

import io.kpigroups.adapter.rest.problem.ProblemType;
import io.kpigroups.adapter.rest.support.Edge;
import io.kpigroups.adapter.rest.support.Reply;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which URLs are looked at; 204 is what whoever is behind the edge answers. */
class UrlsTest {
  private static final Edge EDGE = new Edge(http -> http.response().setStatusCode(204).end());

  @AfterAll
  static void close() {
    EDGE.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/api/v1/kpis/%zz",
        "/api/v1/kpis/%",
        "/%E0%A4%A",
        "/api/v1/kpis?sort=%zz",
        "/api/v1/kpis/groups?limit=%",
        "/api/v1/kpis?q=%FF",
        "/api/v1/kpis?q=%C0%80",
        "/api/v1/kpis/%ED%A0%80"
      })
  void aUrlThatCannotBeDecodedIsRefused(String url) {
    Reply reply = EDGE.ask("GET " + url);

    reply.isProblem(ProblemType.INVALID_INPUT);
    assertThat(reply.json().path("detail").textValue()).startsWith("The URL cannot be decoded");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/api/v1/kpis//groups",
        "//api/v1/kpis/groups",
        "/api/v1/kpis/groups//",
        "/api/v1/./kpis/groups",
        "/api/v1/kpis/x/../groups",
        "/api/v1/kpis/%2e%2e/kpis",
        "/q/../api/v1/kpis/groups",
        "/api/v1/../../q/health",
        "/api/v1/kpis/groups;v=1",
        "/api/v1;a/kpis",
        "kpis/groups",
        "*"
      })
  void aPathThatRoutersReadInSeveralWaysIsNotFound(String path) {
    EDGE.ask("GET " + path).isProblem(ProblemType.PATH_NOT_FOUND);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/", "/q/openapi", "/other", "/api/v10/kpis", "/api/v1"})
  void whatIsNotOfTheApiIsLeftToOthers(String path) {
    assertThat(EDGE.ask("GET " + path, "Accept: text/html").status()).isEqualTo(204);
  }
}
