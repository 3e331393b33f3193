package io.kpigroups.bootstrap.service.outage;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.kpigroups.bootstrap.service.client.Answer;
import io.kpigroups.bootstrap.service.client.Client;
import io.kpigroups.bootstrap.service.client.Expect;
import io.kpigroups.bootstrap.service.client.Service;
import io.kpigroups.bootstrap.service.client.User;
import io.kpigroups.bootstrap.service.process.ServiceProcess;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/**
 * What the packaged service does in front of an upstream that has the operations of the reference
 * and no others: what cannot be forwarded is told to be so, and nothing is changed there.
 */
@Execution(ExecutionMode.SAME_THREAD)
class ForeignUpstreamIT {
  private static final String ID = "65f0a1b2c3d4e5f607182930";
  private static final String GROUP =
      """
      {"accountId":"a","createdById":"ann","dateCreated":"2026-01-02T03:04:05Z",
       "dateUpdated":"2026-01-02T03:04:05Z","favorite":false,"id":"%s","modifiedById":"ann",
       "name":"Sales"}"""
          .formatted(ID);
  private static final String LIST = "{\"count\":1,\"items\":[" + GROUP + "],\"totalCount\":1}";
  private static final String KPIS =
      "{\"count\":1,\"items\":[{\"id\":\"k\",\"name\":\"KPI\"}],\"totalCount\":1}";

  private static final List<String> CHANGES = new CopyOnWriteArrayList<>();
  private static volatile int elsewhere;
  private static HttpServer upstream;
  private static ServiceProcess facade;
  private static User ann;

  @BeforeAll
  static void start() throws IOException {
    upstream = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    upstream.createContext("/", ForeignUpstreamIT::answer);
    upstream.start();
    facade =
        ServiceProcess.start(
            Map.of(
                "kpigroups.store", "upstream",
                "kpigroups.upstream.circuit-breaker.calls", "1000000",
                "kpigroups.upstream.url",
                    "http://127.0.0.1:" + upstream.getAddress().getPort() + "/api/v1"));
    ann = Service.at(facade.base()).user(Client.withToken("opaque-token", "a"));
  }

  @AfterAll
  static void stop() {
    facade.close();
    upstream.stop(0);
  }

  @BeforeEach
  void nothingIsChangedYet() {
    CHANGES.clear();
  }

  /** The lists and the create of the reference; it reads no parameter and no unknown header. */
  private static void answer(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().getPath();
    String method = exchange.getRequestMethod();
    String known =
        switch (method + " " + path) {
          case "GET /api/v1/kpis/groups" -> LIST;
          case "GET /api/v1/kpis" -> KPIS;
          case "POST /api/v1/kpis/groups" -> GROUP;
          default -> "";
        };
    if (!method.equals("GET") && !known.isEmpty()) {
      CHANGES.add(method + " " + path);
    }
    byte[] body = known.getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(
        known.isEmpty() ? elsewhere : method.equals("POST") ? 201 : 200,
        known.isEmpty() ? -1 : body.length);
    exchange.getResponseBody().write(body);
    exchange.close();
  }

  @Test
  void whatTheReferenceHasIsForwarded() {
    assertThat(ann.get("/kpis/groups").has(200).<Integer>path("totalCount")).isEqualTo(1);
    assertThat(ann.get("/kpis/groups?deleted=false").has(200).<Integer>path("count")).isEqualTo(1);
    assertThat(ann.get("/kpis/groups?count=none").has(200).<Map<String, Object>>path(""))
        .containsOnlyKeys("count", "items");
    assertThat(ann.get("/kpis/groups?fields=name").has(200).<List<Object>>path("items"))
        .containsExactly(Map.of("id", ID, "name", "Sales"));
    assertThat(ann.get("/kpis?ungrouped=false").has(200).<Integer>path("count")).isEqualTo(1);
    ann.post("/kpis/groups", "{\"name\":\"Sales\"}").has(201);
    assertThat(CHANGES).containsExactly("POST /api/v1/kpis/groups");
  }

  @Test
  void aListThatPicksIsNotMadeUpOfOneThatDoesNot() {
    for (String list :
        List.of(
            "/kpis/groups?kpiId=k",
            "/kpis/groups?deleted=true",
            "/kpis/groups?fields=kpiCount",
            "/kpis?q=k",
            "/kpis?owner=me",
            "/kpis?owner=ann",
            "/kpis?ungrouped=true")) {
      refused(ann.get(list));
    }
  }

  @Test
  void whatHasAPathOfItsOwnIsToldNotToBeThere() {
    for (int status : List.of(404, 405, 400, 501)) {
      elsewhere = status;
      String group = "/kpis/groups/" + ID;
      refused(ann.get("/kpis/k/groups"));
      refused(ann.get(group + "/kpis"));
      refused(ann.post(group + "/kpis/batch", "{\"add\":[\"k\"]}"));
      refused(ann.send("POST", group + "/restore"));
    }
  }

  @Test
  void aCreateWithAKeyIsNotSent() {
    refused(ann.with("Idempotency-Key", "key").post("/kpis/groups", "{\"name\":\"Sales\"}"));
  }

  private static void refused(Answer answer) {
    assertThat(Expect.problem(answer, 501, "not-supported").<String>path("detail"))
        .contains("upstream");
    assertThat(CHANGES).isEmpty();
  }
}
