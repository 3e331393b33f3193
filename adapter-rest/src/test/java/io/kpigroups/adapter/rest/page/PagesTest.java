package io.kpigroups.adapter.rest.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.kpigroups.adapter.rest.RestSettings;
import io.kpigroups.adapter.rest.support.Edge;
import io.kpigroups.adapter.rest.support.Reply;
import io.vertx.core.Handler;
import io.vertx.ext.web.RoutingContext;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The pages for people; 404 is what whoever is behind answers. */
class PagesTest {
  private static final Handler<RoutingContext> OTHERS =
      http -> http.response().setStatusCode(404).end();
  private static final Edge EDGE = edge(true);

  @AfterAll
  static void close() {
    EDGE.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"text/html,application/xhtml+xml,*/*;q=0.8", "*/*", "text/*"})
  void theRootSaysWhatThisIsAndLeadsOn(String accept) {
    Reply page = EDGE.ask("GET /", "Accept: " + accept).has(200);

    assertThat(page.header("Content-Type")).isEqualTo("text/html;charset=UTF-8");
    assertThat(page.body())
        .contains("<h1>KPI groups</h1>", "href=\"q/swagger-ui/\"", "href=\"q/openapi\"")
        .contains("href=\"http://here:9123/q/health\"", "href=\"http://here:9123/q/info\"")
        .contains("9123, which may not be")
        .doesNotContain("<script", "href=\"/", "{management}");
    assertThat(page.header("Content-Security-Policy"))
        .contains("default-src 'none'")
        .doesNotContain("script-src");
  }

  @Test
  void whoeverTakesNoPageIsToldThatThereIsNothingElse() {
    EDGE.ask("GET /", "Accept: application/json").has(404);
    EDGE.ask("POST /", "Accept: */*").has(404);
    assertThat(EDGE.ask("GET /").has(200).body()).isNotEmpty();
  }

  @Test
  void aHostThatIsNoneIsNotRepeated() {
    String answer =
        EDGE.send("GET / HTTP/1.1\r\nHost: x\"><script>alert(1)</script>\r\n\r\n").body();

    assertThat(answer).doesNotContain("alert");
  }

  @Test
  void theConsoleTakesItsDocumentFromBesideItselfAndRunsNoScriptOfThePage() {
    Reply page = EDGE.ask("GET /q/swagger-ui/").has(200);

    assertThat(page.header("Content-Security-Policy"))
        .contains("script-src 'self';", "form-action 'none'", "frame-ancestors 'none'")
        .doesNotContain("script-src 'self' 'unsafe", "unsafe-eval");
    assertThat(page.body()).contains("src=\"console.js\"").doesNotContain("<script>", "=\"/");
    Reply script = EDGE.ask("GET /q/swagger-ui/console.js").has(200);
    assertThat(script.header("Content-Type")).startsWith("text/javascript");
    assertThat(script.body()).contains("url: '../openapi'");
    assertThat(EDGE.ask("GET /q/swagger-ui").has(302).header("Location"))
        .isEqualTo("/q/swagger-ui/");
    EDGE.ask("GET /q/swagger-ui/swagger-ui.css").has(404);
  }

  @Test
  void aConsoleThatIsSwitchedOffIsNotThere() {
    try (Edge edge = edge(false)) {
      edge.ask("GET /q/swagger-ui/").has(404);
      edge.ask("GET /q/swagger-ui").has(404);
      edge.ask("GET /").has(200);
    }
  }

  private static Edge edge(boolean console) {
    return new Edge(
        OTHERS,
        new RestSettings(Edge.DEADLINE, true),
        filters -> new Pages(() -> 9123, console).registerFilter(filters));
  }
}
