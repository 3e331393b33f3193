package io.kpigroups.adapter.rest.edge;

import static org.assertj.core.api.Assertions.assertThat;

import io.kpigroups.adapter.rest.problem.ProblemType;
import io.kpigroups.adapter.rest.support.Edge;
import io.kpigroups.adapter.rest.support.Line;
import io.kpigroups.adapter.rest.support.Reply;
import io.vertx.ext.web.RoutingContext;
import java.util.Arrays;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which media types a request may have and accept; 204 is the answer where nothing is wrong. */
class MediaTypeChecksTest {
  private static final Edge EDGE = new Edge(MediaTypeChecksTest::passed);
  private static final String GROUPS = "/api/v1/kpis/groups";
  private static final String A_BODY = "Content-Length: 2";

  private static void passed(RoutingContext http) {
    http.response().setStatusCode(204).end();
  }

  @AfterAll
  static void close() {
    EDGE.close();
  }

  private static String body(String request, String... fields) {
    String[] all = Arrays.copyOf(fields, fields.length + 1);
    all[fields.length] = A_BODY;
    return Line.head(request, all) + "{}";
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
        "json/",
        "/",
        ";",
        "application/json/json",
        "application/json; charset=",
        "application/json; charset",
        "application/json; charset=\"latin1",
        "application/json, text/plain"
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

  @ParameterizedTest
  @ValueSource(
      strings = {
        "text/plain",
        "application/x-www-form-urlencoded",
        "multipart/form-data",
        "multipart/form-data; boundary=x"
      })
  void aBodyWhereNoneIsTakenIsNobodysBusiness(String type) {
    String request = body("PUT " + GROUPS + "/g/favorite", "Content-Type: " + type);

    assertThat(EDGE.send(request).status()).isEqualTo(204);
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
}
