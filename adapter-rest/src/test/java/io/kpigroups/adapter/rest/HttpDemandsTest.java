package io.kpigroups.adapter.rest;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.ext.web.RoutingContext;
import java.util.Arrays;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What HTTP demands of a request, seen from its answer: 204 where nothing was demanded. */
class HttpDemandsTest {
  private static final Edge EDGE = new Edge(HttpDemandsTest::passed);
  private static final String GROUPS = "/api/v1/kpis/groups";
  private static final String A_BODY = "Content-Length: 2";

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

  @ParameterizedTest
  @ValueSource(
      strings = {
        "application/json",
        "Application/JSON; charset=utf-8",
        "application/json;charset=\"UTF-8\"",
        "application/json;charset=utf8",
        "application/json; charset=\"UTF8\""
      })
  void aBodyOfJsonIsTaken(String type) {
    for (String request : new String[] {"POST " + GROUPS, "PATCH " + GROUPS + "/g"}) {
      assertThat(EDGE.send(body(request, "Content-Type: " + type)).status()).isEqualTo(204);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "text/plain",
        "application/xml",
        "application/jsonx",
        "application/json; charset=iso-8859-1",
        "application/x-www-form-urlencoded",
        "*/*",
        "nonsense",
        "json/"
      })
  void aBodyOfAnotherTypeIsRefused(String type) {
    for (String request :
        new String[] {"POST " + GROUPS, "PATCH " + GROUPS + "/g", "PUT /api/v1/kpis/k"}) {
      EDGE.send(body(request, "Content-Type: " + type))
          .isProblem(ProblemType.UNSUPPORTED_MEDIA_TYPE);
    }
  }

  @Test
  void aMergePatchIsForPatchOnly() {
    String type = "Content-Type: application/merge-patch+json";

    assertThat(EDGE.send(body("PATCH " + GROUPS + "/g", type)).status()).isEqualTo(204);
    Reply refused = EDGE.send(body("POST " + GROUPS, type));
    refused.isProblem(ProblemType.UNSUPPORTED_MEDIA_TYPE);
    assertThat(refused.json().path("detail").textValue())
        .isEqualTo(
            "The request body must have the content type application/json, in UTF-8 and not encoded"
                + " further.");
  }

  @Test
  void aBodyWithoutATypeIsRefused() {
    EDGE.send(body("POST " + GROUPS)).isProblem(ProblemType.UNSUPPORTED_MEDIA_TYPE);
    EDGE.send(Line.head("POST " + GROUPS, "Transfer-Encoding: chunked") + "0\r\n\r\n")
        .isProblem(ProblemType.UNSUPPORTED_MEDIA_TYPE);
  }

  @Test
  void noBodyAtAllNeedsNoType() {
    assertThat(EDGE.ask("POST " + GROUPS).status()).isEqualTo(204);
    assertThat(EDGE.ask("POST " + GROUPS, "Content-Length: 0").status()).isEqualTo(204);
  }

  @Test
  void anEncodedBodyIsRefused() {
    String json = "Content-Type: application/json";

    EDGE.send(body("POST " + GROUPS, json, "Content-Encoding: gzip"))
        .isProblem(ProblemType.UNSUPPORTED_MEDIA_TYPE);
    assertThat(EDGE.send(body("POST " + GROUPS, json, "Content-Encoding: Identity")).status())
        .isEqualTo(204);
  }

  @Test
  void aBodyWhereNoneIsTakenIsNobodysBusiness() {
    assertThat(
            EDGE.send(body("PUT " + GROUPS + "/g/favorite", "Content-Type: text/plain")).status())
        .isEqualTo(204);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "*/*",
        "application/*",
        "application/json",
        "application/json;q=0.1",
        "text/html, */*;q=0.1",
        "text/html;q=0.9, application/json;q=0.8",
        "application/json, */*;q=0",
        "Application/JSON, application/*;q=0",
        "application/*, */*;q=0",
        "application/json;q=0, application/json;charset=utf-8"
      })
  void anAcceptThatAllowsJsonIsMet(String accept) {
    assertThat(EDGE.ask("GET " + GROUPS, "Accept: " + accept).status()).isEqualTo(204);
    assertThat(EDGE.ask("HEAD " + GROUPS, "Accept: " + accept).status()).isEqualTo(204);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "text/html",
        "application/xml, text/*",
        "application/json;q=0",
        "*/*;q=0",
        "application/json;q=0, */*",
        "*/*, application/json;q=0.0",
        "application/*;q=0, */*;q=0.5",
        "application/json;q=0, application/*, */*"
      })
  void anAcceptThatDoesNotIsRefused(String accept) {
    EDGE.ask("GET " + GROUPS, "Accept: " + accept).isProblem(ProblemType.NOT_ACCEPTABLE);
    EDGE.ask("POST " + GROUPS, "Accept: " + accept).isProblem(ProblemType.NOT_ACCEPTABLE);
  }

  @Test
  void whatIsAnsweredWithoutContentIsAcceptable() {
    String html = "Accept: text/html";

    assertThat(EDGE.ask("DELETE " + GROUPS + "/g", html).status()).isEqualTo(204);
    assertThat(EDGE.ask("PUT " + GROUPS + "/g/favorite", html).status()).isEqualTo(204);
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

  private static String body(String request, String... fields) {
    String[] all = Arrays.copyOf(fields, fields.length + 1);
    all[fields.length] = A_BODY;
    return Line.head(request, all) + "{}";
  }
}
