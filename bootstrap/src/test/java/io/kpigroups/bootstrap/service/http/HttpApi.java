package io.kpigroups.bootstrap.service.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.kpigroups.bootstrap.service.api.ServiceSuite;
import io.kpigroups.bootstrap.service.client.Answer;
import io.kpigroups.bootstrap.service.client.Call;
import io.kpigroups.bootstrap.service.client.Expect;
import io.kpigroups.bootstrap.service.client.RawHttp;
import io.kpigroups.bootstrap.service.client.User;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What HTTP itself demands. */
public interface HttpApi extends ServiceSuite {

  @Test
  default void aBodyThatIsNotJsonByItsTypeIsRefused() {
    User ann = newUser();
    String group = "/kpis/groups/" + ann.newGroup("a");
    for (String type :
        List.of(
            "text/plain",
            "application/xml",
            "application/x-www-form-urlencoded",
            "application/jsonx",
            "application/json; charset=iso-8859-1",
            "nonsense")) {
      for (Answer response :
          List.of(
              typed(ann, "POST", "/kpis/groups", type),
              typed(ann, "PATCH", group, type),
              typed(ann, "PUT", "/kpis/k", type))) {
        Expect.problem(response, 415, "unsupported-media-type");
      }
    }
    Expect.problem(
        ann.with("Content-Encoding", "gzip").post("/kpis/groups", "{\"name\":\"n\"}"),
        415,
        "unsupported-media-type");
    Expect.problem(
        typed(ann, "POST", "/kpis/groups", "application/merge-patch+json"),
        415,
        "unsupported-media-type");
    typed(ann, "POST", "/kpis/groups", "Application/JSON;charset=\"UTF-8\"").has(201);
  }

  @Test
  default void anAnswerOtherThanJsonCannotBeHad() {
    User ann = newUser();
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
      ann.with("Accept", accept).get("/kpis/groups").has(200);
    }
  }

  @Test
  default void aBodyOfMoreThan64KibIsRefusedHoweverItIsSent() {
    User ann = newUser();
    String fits = "{\"name\":\"n\"}" + " ".repeat(64 * 1024 - 12);
    ann.post("/kpis/groups", fits).has(201);
    Expect.problem(ann.post("/kpis/groups", fits + " "), 413, "body-too-large");
    Expect.problem(ann.put("/kpis/k", fits + " "), 413, "body-too-large");
    String chunks =
        "POST /api/v1/kpis/groups HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n"
            + "Transfer-Encoding: chunked\r\n\r\n"
            + ("8000\r\n" + " ".repeat(0x8000) + "\r\n").repeat(3)
            + "0\r\n\r\n";
    assertThat(service().sendRaw(chunks))
        .startsWith("HTTP/1.1 413 ")
        .contains(":problem:body-too-large\"");
  }

  @Test
  default void whoeverSendsTooMuchIsNotHungUpOnWhileTheBodyIsOnItsWay() {
    int port = service().base().getPort();
    String head =
        "POST /api/v1/kpis/groups HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n";
    String piece = " ".repeat(0x1000);
    String chunk = "1000\r\n" + piece + "\r\n";
    List<String> chunks = new ArrayList<>(Collections.nCopies(32, chunk));
    chunks.add("0\r\n\r\n");
    for (String answer :
        List.of(
            RawHttp.sendTheRestLate(
                port, head + "Content-Length: 131072\r\n\r\n", Collections.nCopies(32, piece)),
            RawHttp.sendTheRestLate(
                port, head + "Transfer-Encoding: chunked\r\n\r\n" + chunk.repeat(17), chunks))) {
      assertThat(answer).startsWith("HTTP/1.1 413 ").contains(":problem:body-too-large\"");
    }
  }

  @Test
  default void aPageIsSentAsAWhole() {
    User ann = newUser();
    for (int i = 0; i < 170; i++) {
      ann.newGroup("\u00e9".repeat(100) + i);
    }
    Answer page = ann.get("/kpis/groups?limit=40").has(200);
    assertThat(lengthOf(page)).as("more than a buffer of the server").isBetween(8_193, 65_535);
    assertThat(page.headerValue("Content-Length")).isEqualTo(String.valueOf(lengthOf(page)));

    Answer large = ann.get("/kpis/groups?limit=170").has(200);
    assertThat(lengthOf(large)).as("more than it sends at once").isGreaterThan(65_536);
    assertThat(large.body()).startsWith("{\"count\":170,").endsWith("\"totalCount\":170}");
    assertThat(large.headerValue("Transfer-Encoding")).isEqualTo("chunked");
  }

  private static int lengthOf(Answer page) {
    return page.body().getBytes(StandardCharsets.UTF_8).length;
  }

  @Test
  default void aRequestWithoutAHostIsAProblem() {
    for (String path : List.of("/", "/api/v1/kpis/groups")) {
      String answer = service().sendRaw("GET " + path + " HTTP/1.1\r\nConnection: close\r\n\r\n");
      assertThat(answer).startsWith("HTTP/1.1 400 ").contains(":problem:invalid-input\"");
    }
  }

  @Test
  default void aClientThatOffersHttp2IsAnsweredToo() throws Exception {
    User ann = newUser();
    HttpRequest.Builder request =
        Call.authorized(service().address("/kpis/groups"), ann.client())
            .version(HttpClient.Version.HTTP_2)
            .header("Content-Type", "application/json");
    HttpClient http = HttpClient.newHttpClient();
    var name = HttpRequest.BodyPublishers.ofString("{\"name\":\"n\"}");
    assertThat(http.send(request.POST(name).build(), BodyHandlers.ofString()).statusCode())
        .isEqualTo(201);
    assertThat(http.send(request.GET().build(), BodyHandlers.ofString()).statusCode())
        .isEqualTo(200);
  }

  @Test
  default void anotherVersionOfHttpIsRefusedInOurs() {
    RawHttp.assertRefusesOtherVersions(service().base().getPort());
  }

  private static Answer typed(User user, String method, String path, String type) {
    return user.send(method, path, type, "{\"name\":\"n\"}".getBytes(StandardCharsets.UTF_8));
  }
}
