package io.kpigroups.adapter.rest.edge;

import static org.assertj.core.api.Assertions.assertThat;

import io.kpigroups.adapter.rest.http.ProblemMapper;
import io.kpigroups.adapter.rest.http.RequestContext;
import io.kpigroups.adapter.rest.problem.ProblemType;
import io.kpigroups.adapter.rest.support.Behind;
import io.kpigroups.adapter.rest.support.Edge;
import io.kpigroups.adapter.rest.support.Line;
import io.kpigroups.adapter.rest.support.LogLines;
import io.kpigroups.adapter.rest.support.Reply;
import io.kpigroups.adapter.rest.support.Traces;
import io.vertx.ext.web.RoutingContext;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How the body of a request is taken in. */
class BodyReaderTest {
  private static final String GROUPS = "/api/v1/kpis/groups";
  private static final String JSON = "Content-Type: application/json";

  private final Behind behind = new Behind();
  private final Edge edge = new Edge(behind);

  @AfterEach
  void close() {
    edge.close();
  }

  @Test
  void aRequestGoesOnWithItsWholeBodyHoweverItCame() {
    try (Line line = edge.line()) {
      line.send(Line.head("POST " + GROUPS, JSON, "Transfer-Encoding: chunked"));
      line.send("3\r\n{\"n\r\n").send("6\r\name\":1\r\n").send("1\r\n}\r\n0\r\n\r\n");
      RoutingContext http = behind.next();

      assertThat(http.body().asString()).isEqualTo("{\"name\":1}");
      assertThat(RequestContext.of(http).phase()).isEqualTo(RequestContext.Phase.WAITING);
      Behind.answer(http, 201);
      line.reply().has(201);
    }
  }

  @Test
  void aBodyMayHave64Kib() {
    String most = " ".repeat(64 * 1024);
    try (Line line = edge.line()) {
      line.send(Line.head("POST " + GROUPS, JSON, "Content-Length: " + most.length()) + most);
      RoutingContext http = behind.next();
      assertThat(http.body().length()).isEqualTo(64 * 1024);
      Behind.answer(http, 201);
      line.reply().has(201);
    }
  }

  @Test
  void aBodyThatGrowsByOneByteMoreIsRefusedAndTheLineHungUp() {
    try (Line line = edge.line()) {
      String chunk = "8000\r\n" + " ".repeat(0x8000) + "\r\n";
      line.send(Line.head("POST " + GROUPS, JSON, "Transfer-Encoding: chunked") + chunk + chunk);
      line.send("1\r\n \r\n");
      Reply reply = line.reply();

      reply.isProblem(ProblemType.BODY_TOO_LARGE);
      assertThat(reply.header("Connection")).isEqualTo("close");
      assertThat(line.isHungUp()).isTrue();
    }
    assertThat(edge.observed.nextEnd().status()).isEqualTo(413);
    assertThat(behind.isIdle()).isTrue();
  }

  @Test
  void whoeverAsksWhetherToSendItsBodyIsToldTo() {
    try (Line line = edge.line()) {
      line.send(Line.head("POST " + GROUPS, JSON, "Content-Length: 2", "Expect: 100-Continue"));
      line.reply().has(100);
      line.send("{}");
      Behind.answer(behind.next(), 201);
      line.reply().has(201);
    }
  }

  @Test
  void whoeverAsksWithARequestThatIsRefusedIsNotToldTo() {
    edge.ask("POST " + GROUPS, "Content-Type: a/b", "Content-Length: 2", "Expect: 100-continue")
        .isProblem(ProblemType.UNSUPPORTED_MEDIA_TYPE);
  }

  @Test
  void whoeverExpectsSomethingElseIsAnsweredAllTheSame() {
    try (Line line = edge.line()) {
      line.send(Line.head("POST " + GROUPS, JSON, "Content-Length: 2", "Expect: a-b") + "{}");
      Behind.answer(behind.next(), 201);
      line.reply().has(201);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"application/x-www-form-urlencoded", "multipart/form-data; boundary=b", "text/x"})
  void aBodyThatNobodyAsksForIsLeftAloneWhateverItIs(String type) {
    String body = "a=1&".repeat(300);
    for (String request : List.of("GET " + GROUPS, "DELETE " + GROUPS + "/" + "0".repeat(24))) {
      try (Line line = edge.line()) {
        String length = "Content-Length: " + body.length();
        line.send(Line.head(request, "Content-Type: " + type, length) + body);
        Behind.answer(behind.next(), 200);
        line.reply().has(200);
      }
    }
  }

  @Test
  void aBrokenChunkIsNoBugOfOurs() {
    String trace = Traces.fresh();
    try (LogLines log = new LogLines(ProblemMapper.class.getName())) {
      try (Line line = edge.line()) {
        line.send(
            Line.head("GET " + GROUPS, "Transfer-Encoding: chunked", Traces.field(trace))
                + "zz\r\n");
        assertThat(line.isHungUp()).isTrue();
      }
      edge.ask("GET /api/v1/none").isProblem(ProblemType.PATH_NOT_FOUND);
      assertThat(log.naming(trace)).isEmpty();
    }
    assertThat(behind.isIdle()).isTrue();
  }

  @Test
  void whoeverHangsUpInTheMiddleOfABodyLeavesNothingInTheLog() {
    String trace = Traces.fresh();
    try (LogLines log = new LogLines(ProblemMapper.class.getName())) {
      try (Line line = edge.line()) {
        line.send(
            Line.head("POST " + GROUPS, JSON, "Content-Length: 9", Traces.field(trace)) + "{");
        edge.timers.awaitGiven(1);
      }
      assertThat(edge.observed.nextEnd().status()).isEqualTo(499);
      edge.ask("GET /api/v1/none").isProblem(ProblemType.PATH_NOT_FOUND);
      assertThat(log.naming(trace)).isEmpty();
    }
    assertThat(behind.isIdle()).isTrue();
  }
}
