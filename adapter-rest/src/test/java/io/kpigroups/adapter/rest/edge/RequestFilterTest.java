package io.kpigroups.adapter.rest.edge;

import static org.assertj.core.api.Assertions.assertThat;

import io.kpigroups.adapter.rest.http.ProblemMapper;
import io.kpigroups.adapter.rest.problem.ProblemType;
import io.kpigroups.adapter.rest.support.Behind;
import io.kpigroups.adapter.rest.support.Edge;
import io.kpigroups.adapter.rest.support.Line;
import io.kpigroups.adapter.rest.support.LogLines;
import io.kpigroups.adapter.rest.support.Reply;
import io.kpigroups.adapter.rest.support.Traces;
import io.quarkus.runtime.ShutdownDelayInitiatedEvent;
import io.vertx.ext.web.RoutingContext;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What a request meets before anybody works on it, other than the demands of HTTP. */
class RequestFilterTest {
  private static final String GROUPS = "/api/v1/kpis/groups";
  private static final String JSON = "Content-Type: application/json";

  private final Behind behind = new Behind();
  private final Edge edge = new Edge(behind);

  @AfterEach
  void close() {
    edge.close();
  }

  @Test
  void severalRequestsMayUseOneLine() {
    try (Line line = edge.line()) {
      line.send(Line.head("GET " + GROUPS)).send(Line.head("GET /api/v1/none"));
      Behind.answer(behind.next(), 204);
      line.reply().has(204);
      line.reply().isProblem(ProblemType.PATH_NOT_FOUND);
    }
  }

  @Test
  void nothingIsBegunAnyMoreWhenTheServiceIsAboutToEnd() {
    edge.shutdown.begin(new ShutdownDelayInitiatedEvent());
    edge.timers.advance(Duration.ofSeconds(10));
    try (Line line = edge.line()) {
      Reply reply = line.send(Line.head("GET " + GROUPS)).reply();

      reply.isProblem(ProblemType.STORAGE_UNAVAILABLE);
      assertThat(reply.json().path("detail").textValue())
          .isEqualTo("The service is about to end; nothing was done.");
      assertThat(reply.header("Connection")).isEqualTo("close");
      assertThat(reply.header("Retry-After")).isEqualTo("1");
      assertThat(line.isHungUp()).isTrue();
    }
    assertThat(behind.isIdle()).isTrue();
    edge.ask("PUT " + GROUPS).isProblem(ProblemType.METHOD_NOT_ALLOWED);
  }

  @Test
  void whatWasBegunBeforeThatIsStillAnswered() {
    try (Line line = edge.line()) {
      line.send(Line.head("GET " + GROUPS));
      RoutingContext http = behind.next();
      edge.shutdown.begin(new ShutdownDelayInitiatedEvent());
      edge.timers.advance(Duration.ofSeconds(10));
      Behind.answer(http, 204);
      line.reply().has(204);
    }
  }

  @Test
  void aRequestWithoutAHostIsAProblem() {
    for (String path : new String[] {"/", GROUPS}) {
      edge.send("GET " + path + " HTTP/1.1\r\n\r\n").isProblem(ProblemType.INVALID_INPUT);
    }
    assertThat(behind.isIdle()).isTrue();
  }

  @Test
  void whatFailsBehindIsABugThatTheLogKnowsAndTheCallerDoesNot() {
    String trace = Traces.fresh();
    try (LogLines log = new LogLines(ProblemMapper.class.getName());
        Line line = edge.line()) {
      line.send(Line.head("GET " + GROUPS, Traces.field(trace)));
      behind.next().fail(new IllegalStateException("secret of the store"));
      Reply reply = line.reply();

      reply.isProblem(ProblemType.INTERNAL_ERROR);
      assertThat(reply.json().path("traceId").textValue()).isEqualTo(trace);
      assertThat(reply.body()).doesNotContain("secret", "IllegalState");
      assertThat(log.naming(trace))
          .singleElement()
          .satisfies(said -> assertThat(said.thrown()).hasMessage("secret of the store"));
    }
  }

  @Test
  void aRefusalOfTheRouterIsAProblemOfItsStatus() {
    for (int status : new int[] {400, 404, 405, 406, 413, 415}) {
      try (Line line = edge.line()) {
        line.send(Line.head("GET " + GROUPS));
        behind.next().fail(status);
        assertThat(line.reply().has(status).json().path("status").intValue()).isEqualTo(status);
      }
    }
    for (int status : new int[] {500, 502, 503}) {
      try (Line line = edge.line()) {
        line.send(Line.head("GET " + GROUPS));
        behind.next().fail(status);
        line.reply().isProblem(ProblemType.INTERNAL_ERROR);
      }
    }
  }
}
