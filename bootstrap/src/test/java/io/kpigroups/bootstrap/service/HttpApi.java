package io.kpigroups.bootstrap.service;

import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.RestAssured;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What HTTP itself demands, and the order in which a request is checked. */
interface HttpApi {

  @Test
  default void aBodyThatIsNotJsonByItsTypeIsRefused() {
    Client ann = Client.inNewAccount();
    String group = "/kpis/groups/" + ann.newGroup("a");
    for (String type :
        List.of(
            "text/plain",
            "application/xml",
            "application/x-www-form-urlencoded",
            "application/jsonx",
            "application/json; charset=iso-8859-1",
            "nonsense")) {
      for (Response response :
          List.of(
              typed(ann, type).post(Client.API + "/kpis/groups"),
              typed(ann, type).patch(Client.API + group),
              typed(ann, type).put(Client.API + "/kpis/k"))) {
        Expect.problem(response, 415, "unsupported-media-type");
      }
    }
    Expect.problem(
        ann.with("Content-Encoding", "gzip").post("/kpis/groups", "{\"name\":\"n\"}"),
        415,
        "unsupported-media-type");
    Expect.problem(
        typed(ann, "application/merge-patch+json").post(Client.API + "/kpis/groups"),
        415,
        "unsupported-media-type");
    Expect.status(
        typed(ann, "Application/JSON;charset=\"UTF-8\"").post(Client.API + "/kpis/groups"), 201);
  }

  @Test
  default void anAnswerOtherThanJsonCannotBeHad() {
    Client ann = Client.inNewAccount();
    Expect.problem(ann.with("Accept", "text/html").get("/kpis/groups"), 406, "not-acceptable");
    Expect.problem(
        ann.with("Accept", "application/xml, text/*").get("/kpis"), 406, "not-acceptable");
    for (String accept :
        List.of(
            "*/*",
            "application/*",
            "application/json",
            "text/html, */*;q=0.1",
            "application/json;q=0.9")) {
      Expect.status(ann.with("Accept", accept).get("/kpis/groups"), 200);
    }
  }

  @Test
  default void aBodyOfMoreThan64KibIsRefusedHoweverItIsSent() {
    Client ann = Client.inNewAccount();
    String fits = "{\"name\":\"n\"}" + " ".repeat(64 * 1024 - 12);
    Expect.status(ann.post("/kpis/groups", fits), 201);
    Expect.problem(ann.post("/kpis/groups", fits + " "), 413, "body-too-large");
    Expect.problem(ann.put("/kpis/k", fits + " "), 413, "body-too-large");
    String chunks =
        "POST /api/v1/kpis/groups HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n"
            + "Transfer-Encoding: chunked\r\n\r\n"
            + ("8000\r\n" + " ".repeat(0x8000) + "\r\n").repeat(3)
            + "0\r\n\r\n";
    assertThat(RawHttp.send(chunks))
        .startsWith("HTTP/1.1 413 ")
        .contains(":problem:body-too-large\"");
  }

  @Test
  default void aRequestWithoutAHostIsAProblem() {
    for (String path : List.of("/", "/api/v1/kpis/groups")) {
      String answer = RawHttp.send("GET " + path + " HTTP/1.1\r\nConnection: close\r\n\r\n");
      assertThat(answer).startsWith("HTTP/1.1 400 ").contains(":problem:invalid-input\"");
    }
  }

  @Test
  default void aClientThatOffersHttp2IsAnsweredToo() throws Exception {
    Client ann = Client.inNewAccount();
    HttpRequest.Builder request =
        HttpRequest.newBuilder(
                URI.create(RestAssured.baseURI + ":" + RestAssured.port + "/api/v1/kpis/groups"))
            .version(HttpClient.Version.HTTP_2)
            .header("Authorization", "Bearer " + ann.token())
            .header("gtmhub-accountId", ann.account())
            .header("Content-Type", "application/json");
    HttpClient http = HttpClient.newHttpClient();
    var name = HttpRequest.BodyPublishers.ofString("{\"name\":\"n\"}");
    assertThat(http.send(request.POST(name).build(), BodyHandlers.ofString()).statusCode())
        .isEqualTo(201);
    assertThat(http.send(request.GET().build(), BodyHandlers.ofString()).statusCode())
        .isEqualTo(200);
  }

  @Test
  default void theTraceIsThatOfTheCaller() {
    Client ann = Client.inNewAccount();
    String trace = "4bf92f3577b34da6a3ce929d0e0e4736";
    String path = "/kpis/groups/" + Client.randomId();
    Response traced = ann.with("traceparent", "00-" + trace + "-00f067aa0ba902b7-01").get(path);
    assertThat(traced.<String>path("traceId")).isEqualTo(trace);
    for (String nonsense : List.of("x", "00-" + "0".repeat(32) + "-00f067aa0ba902b7-01")) {
      assertThat(
              Expect.problem(ann.with("traceparent", nonsense).get(path), 404, "group-not-found")
                  .<String>path("traceId"))
          .isNotEqualTo("0".repeat(32));
    }
  }

  @Test
  default void aHeadIsAGetWithoutItsBody() {
    Client ann = Client.inNewAccount();
    String path = Client.API + "/kpis/groups/" + ann.newGroup("a");
    Response head = Expect.status(ann.request().head(path), 200);
    assertThat(head.header("ETag")).isEqualTo("\"1-0\"");
    assertThat(head.asString()).isEmpty();
  }

  @Test
  default void checksComeInThePromisedOrder() {
    Client ann = Client.inNewAccount();
    String group = ann.newGroup("a");
    Client nobody = Client.withToken("x", "no!");
    String path = "/kpis/groups/" + group;
    String big = "x".repeat(70_000);
    Expect.problem(
        typed(nobody, "text/plain")
            .body(big.getBytes(StandardCharsets.UTF_8))
            .post(Client.API + "/nope"),
        404,
        "path-not-found");
    Expect.problem(
        typed(nobody, "text/plain")
            .body(big.getBytes(StandardCharsets.UTF_8))
            .post(Client.API + path),
        405,
        "method-not-allowed");
    Expect.problem(
        typed(nobody, "text/plain")
            .body(big.getBytes(StandardCharsets.UTF_8))
            .patch(Client.API + path),
        415,
        "unsupported-media-type");
    Expect.problem(nobody.with("Accept", "text/html").patch(path, big), 406, "not-acceptable");
    Expect.problem(nobody.patch(path, big), 413, "body-too-large");
    Expect.problem(nobody.patch("/kpis/groups/no!", "{"), 401, "unauthenticated");
    Client reader = ann.colleague("bob", "kpis:read");
    Expect.invalid(
        Client.withToken(reader.token(), "no!").patch("/kpis/groups/no!", "{"),
        "header:gtmhub-accountId");
    Expect.problem(
        Client.withToken(reader.token(), Client.randomId()).patch("/kpis/groups/no!", "{"),
        403,
        "account-forbidden");
    Expect.problem(reader.patch("/kpis/groups/no!", "{"), 403, "not-permitted");
    Expect.invalid(
        ann.with("If-Match", "\"9-0\"").patch("/kpis/groups/no!", "{"), "path:groupId", "body:");
    Expect.problem(
        ann.with("If-Match", "\"9-0\"")
            .patch("/kpis/groups/" + Client.randomId(), "{\"name\":\"n\"}"),
        404,
        "group-not-found");
    Expect.problem(
        ann.with("If-Match", "\"9-0\"").patch(path, "{\"name\":\"n\"}"), 412, "stale-revision");
  }

  private static RequestSpecification typed(Client client, String type) {
    return client
        .request()
        .header("Content-Type", type)
        .body("{\"name\":\"n\"}".getBytes(StandardCharsets.UTF_8));
  }
}
