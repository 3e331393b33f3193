package io.kpigroups.adapter.rest.edge;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.kpigroups.adapter.rest.RestSettings;
import io.kpigroups.adapter.rest.http.RequestContext;
import io.kpigroups.adapter.rest.support.Behind;
import io.kpigroups.adapter.rest.support.Edge;
import io.kpigroups.adapter.rest.support.Line;
import io.kpigroups.adapter.rest.support.LogLines;
import io.kpigroups.adapter.rest.support.Observed;
import io.kpigroups.adapter.rest.support.Traces;
import io.kpigroups.application.port.in.Operation;
import io.kpigroups.domain.value.AccountId;
import io.kpigroups.domain.value.UserId;
import io.vertx.ext.web.RoutingContext;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What is told of each request at its end: to the observer, and by a line of the log. */
class RequestTrackerTest {
  private static final String GROUPS = "/api/v1/kpis/groups";

  private final String trace = Traces.fresh();
  private final LogLines log = new LogLines("kpigroups.access");
  private final Behind behind = new Behind();
  private final Edge edge = new Edge(behind);

  @AfterEach
  void close() {
    log.close();
    edge.close();
  }

  @Test
  void theLineSaysWhatIsKnownOfTheRequest() throws Exception {
    try (Line line = edge.line()) {
      line.send(Line.head("GET " + GROUPS + "/g1?x=secret", Traces.field(trace)));
      RoutingContext http = behind.next();
      RequestContext.of(http).setAccount(Optional.of(new AccountId("a1")));
      RequestContext.of(http).setUser(Optional.of(new UserId("ann\"\\")));
      edge.timers.advance(Duration.ofNanos(1_234_567));
      Behind.answer(http, 404);
      line.reply().has(404);
    }
    edge.observed.nextEnd();

    assertThat(line())
        .isEqualTo(
            "{\"time\":\"2026-01-02T12:00:00.123Z\",\"method\":\"GET\","
                + "\"route\":\"/api/v1/kpis/groups/{groupId}\",\"status\":404,"
                + "\"durationMs\":1.234,\"account\":\"a1\",\"user\":\"ann\\\"\\\\\","
                + "\"traceId\":\""
                + trace
                + "\"}");
    assertThat(new ObjectMapper().readTree(line()).path("user").textValue()).isEqualTo("ann\"\\");
  }

  @Test
  void whatIsNotKnownIsNotInIt() {
    edge.ask("GET /api/v1/secret?x=secret", Traces.field(trace), "X-Other: secret").has(404);
    edge.observed.nextEnd();

    assertThat(line())
        .isEqualTo(
            "{\"time\":\"2026-01-02T12:00:00.123Z\",\"method\":\"GET\",\"status\":404,"
                + "\"durationMs\":0.0,\"traceId\":\""
                + trace
                + "\"}");
  }

  @Test
  void theObserverIsToldOfTheOperationTheStatusAndTheTime() {
    try (Line line = edge.line()) {
      line.send(Line.head("DELETE " + GROUPS + "/g1"));
      RoutingContext http = behind.next();
      edge.timers.advance(Duration.ofSeconds(3));
      Behind.answer(http, 200);
      line.reply().has(200);
    }

    assertThat(edge.observed.nextRoute()).isEqualTo("/api/v1/kpis/groups/{groupId}");
    assertThat(edge.observed.nextEnd())
        .isEqualTo(
            new Observed.End(Optional.of(Operation.DELETE_GROUP), 200, Duration.ofSeconds(3)));
  }

  @Test
  void aRequestForNothingThatTheApiHasIsToldOfWithoutAnOperation() {
    edge.ask("GET /api/v1/unknown").has(404);
    assertThat(edge.observed.nextEnd())
        .isEqualTo(new Observed.End(Optional.empty(), 404, Duration.ZERO));
    edge.ask("PUT " + GROUPS).has(405);
    assertThat(edge.observed.nextEnd())
        .isEqualTo(new Observed.End(Optional.empty(), 405, Duration.ZERO));
  }

  @Test
  void aClientThatHangsUpBeforeItsAnswerIsCountedAsGone() {
    try (Line line = edge.line()) {
      line.send(Line.head("GET " + GROUPS, Traces.field(trace)));
      behind.next();
    }

    assertThat(edge.observed.nextEnd())
        .isEqualTo(new Observed.End(Optional.of(Operation.LIST_GROUPS), 499, Duration.ZERO));
    assertThat(line()).contains("\"status\":499,");
  }

  @Test
  void aRequestThatIsSeenTwiceOnItsWayIsToldOfOnce() {
    try (Line line = edge.line()) {
      line.send(Line.head("GET " + GROUPS, Traces.field(trace)));
      behind.next().fail(500);
      line.reply().has(500);
      line.send(Line.head("GET /api/v1/next")).reply().has(404);
    }

    assertThat(edge.observed.nextEnd().status()).isEqualTo(500);
    assertThat(edge.observed.nextEnd().status()).isEqualTo(404);
    assertThat(log.naming(trace)).hasSize(1);
  }

  @Test
  void theLogIsSilentUnlessItIsWanted() {
    try (Edge silent = new Edge(behind, new RestSettings(Edge.DEADLINE, false));
        Line line = silent.line()) {
      line.send(Line.head("GET /api/v1/unknown", Traces.field(trace))).reply().has(404);
      line.send(Line.head("GET /api/v1/next")).reply().has(404);
      assertThat(silent.observed.nextEnd().status()).isEqualTo(404);
      assertThat(silent.observed.nextEnd().status()).isEqualTo(404);
    }

    assertThat(log.naming(trace)).isEmpty();
  }

  /** The line of this test's request, which its end has left. */
  private String line() {
    List<LogLines.Entry> lines = log.await(trace);
    assertThat(lines).hasSize(1);
    return lines.get(0).message();
  }
}
