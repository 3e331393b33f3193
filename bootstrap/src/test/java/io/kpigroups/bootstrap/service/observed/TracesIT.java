package io.kpigroups.bootstrap.service.observed;

import static org.assertj.core.api.Assertions.assertThat;

import io.kpigroups.bootstrap.service.client.Answer;
import io.kpigroups.bootstrap.service.client.Client;
import io.kpigroups.bootstrap.service.client.Json;
import io.kpigroups.bootstrap.service.client.Patience;
import io.kpigroups.bootstrap.service.client.Tokens;
import io.kpigroups.bootstrap.service.observed.TraceReceiver.Span;
import io.kpigroups.bootstrap.service.process.ServiceProcess;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The packaged service with tracing and the access log switched on. */
@Timeout(1200)
class TracesIT {
  private static final String PARENT = "00f067aa0ba902b7";

  @TempDir static Path folder;
  private static TraceReceiver receiver;
  private static ServiceProcess service;

  @BeforeAll
  static void start() throws Exception {
    receiver = new TraceReceiver();
    Map<String, String> settings = new HashMap<>(Tokens.settings());
    settings.putAll(receiver.settings());
    settings.put("kpigroups.embedded.path", folder.toString());
    settings.put("kpigroups.access-log", "true");
    service = ServiceProcess.start(settings);
  }

  @AfterAll
  static void stop() {
    service.close();
    receiver.close();
  }

  @Test
  void aRequestIsTracedThroughRouteUseCaseAndStoreUnderTheIdThatProblemAndLogHave() {
    Client ann = Client.inNewAccount();
    String trace = Client.randomId() + "00000001";
    Answer answer =
        send(
            request(ann, "/kpis/groups/" + Client.randomId())
                .header("traceparent", "00-" + trace + "-" + PARENT + "-01"));
    assertThat(answer.has(404).json("traceId")).isEqualTo(trace);
    Patience.await().until(() -> receiver.spans(trace).size() == 3);
    Span server = span(trace, "GET /api/v1/kpis/groups/{groupId}");
    Span useCase = span(trace, "KpiGroups.get");
    Span store = span(trace, "GroupStore.find");
    assertThat(server.parent()).isEqualTo(PARENT);
    assertThat(useCase.parent()).isEqualTo(server.id());
    assertThat(store.parent()).isEqualTo(useCase.id());
    assertThat(useCase.attributes())
        .containsEntry("kpigroups.account", ann.account())
        .containsEntry("kpigroups.outcome", "GroupNotFound");
    assertThat(store.attributes()).containsEntry("kpigroups.outcome", "ok");
    assertThat(logLine(trace).get("status")).isEqualTo(404);
  }

  @Test
  void aRefusedRequestIsTracedAndLoggedByItsRouteToo() {
    Answer refused =
        send(request(Client.inNewAccount(), "/kpis/x").method("PUT", BodyPublishers.ofString("x")));
    String trace = refused.has(415).json("traceId");
    Patience.await().until(() -> receiver.spans(trace).size() == 1);
    assertThat(span(trace, "PUT /api/v1/kpis/{kpiId}").parent()).isEmpty();
    Map<String, Object> line = logLine(trace);
    assertThat(line.get("method")).isEqualTo("PUT");
    assertThat(line.get("route")).isEqualTo("/api/v1/kpis/{kpiId}");
    assertThat(line.get("status")).isEqualTo(415);
    assertThat(line.keySet())
        .containsExactly("time", "method", "route", "status", "durationMs", "traceId");
  }

  @Test
  void aLineOfTheAccessLogTellsWhoAskedForWhatAndHowItWent() {
    String user = "\",\"status\":1,\"x\":\"\\";
    Client odd = Client.of(user, Client.randomId(), "kpis:read");
    String trace = Client.randomId() + "00000002";
    send(request(odd, "/kpis/groups?limit=5")
            .header("traceparent", "00-" + trace + "-" + PARENT + "-01"))
        .has(200);
    Map<String, Object> line = logLine(trace);
    assertThat((String) line.get("time")).matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d.*Z");
    assertThat(line.get("method")).isEqualTo("GET");
    assertThat(line.get("route")).isEqualTo("/api/v1/kpis/groups");
    assertThat(line.get("status")).isEqualTo(200);
    assertThat(((Number) line.get("durationMs")).doubleValue()).isPositive();
    assertThat(line.get("account")).isEqualTo(odd.account());
    assertThat(line.get("user")).isEqualTo(user);
  }

  @Test
  void neitherTracesNorTheLogHoldATokenOrWhatACallerWrote() {
    String user = "user-" + Client.randomId();
    Client client = Client.of(user, Client.randomId(), "kpis:manage");
    String name = "name-" + Client.randomId();
    for (String body : List.of(name, name + "\\u0007")) {
      String trace = "%032x".formatted(body.hashCode() & 0xffffffffL);
      send(
          request(client, "/kpis/groups")
              .header("Content-Type", "application/json")
              .header("traceparent", "00-" + trace + "-" + PARENT + "-01")
              .POST(BodyPublishers.ofString("{\"name\":\"" + body + "\"}")));
      Patience.await().until(() -> !receiver.spans(trace).isEmpty());
      assertThat(logLine(trace).get("user")).isEqualTo(user);
    }
    assertThat(receiver.everything()).doesNotContain(client.token(), user, name);
    assertThat(service.said()).doesNotContain(client.token(), name);
  }

  @Test
  void whatIsNoneOfTheApiIsLoggedWithoutItsPath() {
    String trace = Client.randomId() + "00000005";
    send(request(Client.inNewAccount(), "/secret-path")
            .header("traceparent", "00-" + trace + "-" + PARENT + "-01"))
        .has(404);
    assertThat(logLine(trace).keySet())
        .containsExactly("time", "method", "status", "durationMs", "traceId");
    assertThat(service.said()).doesNotContain("secret-path");
  }

  private static Span span(String trace, String name) {
    assertThat(receiver.spans(trace)).extracting(Span::name).contains(name);
    return receiver.spans(trace).stream()
        .filter(span -> span.name().equals(name))
        .findAny()
        .orElseThrow();
  }

  /** The one line of JSON that has this trace id. */
  private static Map<String, Object> logLine(String trace) {
    Pattern line = Pattern.compile("^\\{.*" + trace + "\"}$", Pattern.MULTILINE);
    return Json.read(service.awaitSaying(line).group(), "");
  }

  private static HttpRequest.Builder request(Client client, String path) {
    return HttpRequest.newBuilder(URI.create(service.base() + Client.API + path))
        .header("Authorization", "Bearer " + client.token())
        .header("gtmhub-accountId", client.account());
  }

  private static Answer send(HttpRequest.Builder request) {
    return Answer.to(request.build()).join();
  }
}
