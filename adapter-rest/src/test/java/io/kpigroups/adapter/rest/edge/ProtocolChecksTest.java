package io.kpigroups.adapter.rest.edge;

import static org.assertj.core.api.Assertions.assertThat;

import io.kpigroups.adapter.rest.problem.ProblemType;
import io.kpigroups.adapter.rest.support.Edge;
import io.kpigroups.adapter.rest.support.Reply;
import io.vertx.ext.web.RoutingContext;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What HTTP demands of a request, seen from its answer: 204 where nothing was demanded. */
class ProtocolChecksTest {
  private static final Edge EDGE = new Edge(ProtocolChecksTest::passed);
  private static final String GROUPS = "/api/v1/kpis/groups";

  private static void passed(RoutingContext http) {
    http.response().setStatusCode(204).end();
  }

  @AfterAll
  static void close() {
    EDGE.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"/api/v1/unknown", "/api/v1/", "/api/v1/kpis/k/groups/g/more"})
  void anUnknownPathIsNotFoundWhateverIsAskedOfIt(String path) {
    EDGE.ask("GET " + path).isProblem(ProblemType.PATH_NOT_FOUND);
    EDGE.ask("OPTIONS " + path, "Accept: text/html").isProblem(ProblemType.PATH_NOT_FOUND);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "PUT /api/v1/kpis/groups | GET, HEAD, OPTIONS, POST",
        "POST /api/v1/kpis/groups/g | DELETE, GET, HEAD, OPTIONS, PATCH",
        "GET /api/v1/kpis/groups/g/favorite | DELETE, OPTIONS, PUT",
        "GET /api/v1/kpis/k/groups/g | DELETE, OPTIONS, PUT",
        "DELETE /api/v1/kpis | GET, HEAD, OPTIONS",
        "PATCH /api/v1/kpis/k | DELETE, GET, HEAD, OPTIONS, PUT"
      })
  void anotherMethodIsRefusedWithThoseThatThereAre(String request, String allowed) {
    Reply reply = EDGE.ask(request);

    reply.isProblem(ProblemType.METHOD_NOT_ALLOWED);
    assertThat(reply.header("Allow")).isEqualTo(allowed);
    assertThat(reply.json().path("detail").textValue())
        .isEqualTo("This path takes " + allowed + ", not " + request.split(" ", 2)[0] + ".");
  }

  @Test
  void aBodyThatSaysThatItIsTooLargeIsRefusedBeforeItComes() {
    String type = "Content-Type: application/json";
    Reply reply = EDGE.ask("POST " + GROUPS, type, "Content-Length: 65537");

    reply.isProblem(ProblemType.BODY_TOO_LARGE);
    assertThat(reply.header("Connection")).isEqualTo("close");
  }

  @Test
  void demandsAreCheckedInTheirOrder() {
    String[] wrong = {"Accept: text/html", "Content-Type: text/plain", "Content-Length: 65537"};

    EDGE.ask("POST /api/v1/unknown", wrong).isProblem(ProblemType.PATH_NOT_FOUND);
    EDGE.ask("PUT " + GROUPS, wrong).isProblem(ProblemType.METHOD_NOT_ALLOWED);
    EDGE.ask("POST " + GROUPS, wrong).isProblem(ProblemType.UNSUPPORTED_MEDIA_TYPE);
    wrong[1] = "Content-Type: application/json";
    EDGE.ask("POST " + GROUPS, wrong).isProblem(ProblemType.NOT_ACCEPTABLE);
    wrong[0] = "Accept: */*";
    EDGE.ask("POST " + GROUPS, wrong).isProblem(ProblemType.BODY_TOO_LARGE);
  }
}
