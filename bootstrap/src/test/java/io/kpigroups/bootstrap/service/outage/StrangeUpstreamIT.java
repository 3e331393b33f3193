package io.kpigroups.bootstrap.service.outage;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.kpigroups.bootstrap.service.client.Answer;
import io.kpigroups.bootstrap.service.client.Call;
import io.kpigroups.bootstrap.service.client.Client;
import io.kpigroups.bootstrap.service.process.ServiceProcess;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.http.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** What callers of the packaged service are told of an upstream that is not like this service. */
@Execution(ExecutionMode.SAME_THREAD)
class StrangeUpstreamIT {
  private static final String ID = "65f0a1b2c3d4e5f607182930";

  private static volatile int status;
  private static volatile String body;
  private static volatile Map<String, String> headers;
  private static HttpServer upstream;
  private static ServiceProcess facade;

  @BeforeAll
  static void start() throws IOException {
    upstream = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    upstream.createContext(
        "/",
        exchange -> {
          byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
          headers.forEach(exchange.getResponseHeaders()::set);
          exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
          exchange.getResponseBody().write(bytes);
          exchange.close();
        });
    upstream.start();
    facade =
        ServiceProcess.start(
            Map.of(
                "kpigroups.store", "upstream",
                "kpigroups.upstream.retries", "0",
                "kpigroups.upstream.circuit-breaker.calls", "1000000",
                "kpigroups.upstream.url",
                    "http://127.0.0.1:" + upstream.getAddress().getPort() + "/api/v1"));
  }

  @AfterAll
  static void stop() {
    facade.close();
    upstream.stop(0);
  }

  @Test
  void aDateThatIsUnsetIsNullAndAnOddNameIsShownAsItIs() {
    answers(
        200,
        """
        {"accountId":"a","createdById":"ann","dateCreated":"2026-01-02T03:04:05Z",
         "dateUpdated":"0001-01-01T00:00:00Z","favorite":false,"id":"%s","modifiedById":"",
         "name":" padded ","kpis":[1,2]}"""
            .formatted(ID));
    String group = call(Call.GET_GROUP).has(200).response().body();
    assertThat(group)
        .contains(
            "\"dateCreated\":\"2026-01-02T03:04:05.000Z\"",
            "\"dateUpdated\":null",
            "\"modifiedById\":\"\"",
            "\"name\":\" padded \"")
        .doesNotContain("kpis");
  }

  @Test
  void aRowThatNobodyMadeDoesNotTakeTheWholeListWithIt() {
    answers(
        200,
        """
        {"count":1,"items":[{"accountId":"a","createdById":"","dateCreated":"2026-01-02T03:04:05Z",
         "dateUpdated":"2026-01-02T03:04:05Z","favorite":false,"id":"%s","modifiedById":"Zo\u00eb",
         "name":"n"}],"totalCount":1}"""
            .formatted(ID));
    Answer list = call(Call.LIST_GROUPS).has(200);
    assertThat(list.response().body())
        .contains("\"createdById\":\"\"", "\"modifiedById\":\"Zo\u00eb\"");
  }

  @Test
  void everyStatusHasItsProblem() {
    expect(400, Call.LIST_GROUPS, 400, "invalid-input");
    HttpHeaders refused = expect(401, Call.LIST_GROUPS, 401, "unauthenticated");
    assertThat(refused.firstValue("WWW-Authenticate")).isPresent();
    expect(402, Call.LIST_GROUPS, 403, "account-suspended");
    expect(403, Call.LIST_GROUPS, 403, "not-permitted");
    expect(404, Call.GET_GROUP, 404, "group-not-found");
    expect(404, Call.GET_KPI, 404, "kpi-not-found");
    expect(404, Call.ADD_KPI, 404, "group-or-kpi-not-found");
    expect(404, Call.REMOVE_KPI, 404, "group-or-kpi-not-found");
    expect(200, Call.LIST_GROUPS, 502, "upstream-unusable");
    expect(302, Call.GET_GROUP, 502, "upstream-unusable");
    expect(500, Call.GET_GROUP, 502, "upstream-unusable");
    expect(503, Call.DELETE_GROUP, 502, "upstream-unusable");
    expect(201, Call.CREATE_GROUP, 500, "outcome-unknown");
  }

  @Test
  void tooManyRequestsAreToldWithTheTimeToWait() {
    status = 429;
    body = "";
    headers = Map.of("Retry-After", "17");
    Answer limited = call(Call.CREATE_GROUP).has(429);
    assertThat(limited.json("type")).endsWith(":rate-limited");
    assertThat(limited.response().headers().firstValue("Retry-After")).hasValue("17");
    headers = Map.of("Retry-After", "86400");
    limited = call(Call.CREATE_GROUP).has(429);
    assertThat(limited.response().headers().firstValue("Retry-After")).hasValue("3600");
  }

  private static HttpHeaders expect(int upstreamStatus, Call call, int expected, String slug) {
    answers(upstreamStatus, "<p>secret</p>");
    Answer answer = call(call).has(expected);
    assertThat(answer.json("type")).isEqualTo("urn:kpi-groups:problem:" + slug);
    assertThat(answer.response().body()).doesNotContain("secret", "127.0.0.1", "Exception");
    return answer.response().headers();
  }

  private static void answers(int newStatus, String newBody) {
    status = newStatus;
    body = newBody;
    headers = Map.of();
  }

  private static Answer call(Call call) {
    Client client = Client.withToken("opaque-token", "a");
    return Answer.to(call.request(facade.base(), client, ID, "k")).join();
  }
}
