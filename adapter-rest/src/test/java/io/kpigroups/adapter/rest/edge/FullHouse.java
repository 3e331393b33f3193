package io.kpigroups.adapter.rest.edge;

import static org.assertj.core.api.Assertions.assertThat;

import io.kpigroups.adapter.rest.http.RequestContext;
import io.kpigroups.adapter.rest.http.RequestContext.Phase;
import io.kpigroups.adapter.rest.problem.ProblemType;
import io.kpigroups.adapter.rest.support.Behind;
import io.kpigroups.adapter.rest.support.Edge;
import io.kpigroups.adapter.rest.support.Line;
import io.kpigroups.adapter.rest.support.Reply;
import io.vertx.ext.web.RoutingContext;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** All places are taken, by requests that a test lets go; the store has 900 seconds here. */
abstract class FullHouse {
  static final int PLACES = 150;
  static final String GET = Line.head("GET /api/v1/kpis/groups");
  static final String HALF_A_POST =
      Line.head("POST /api/v1/kpis/groups", "Content-Type: application/json", "Content-Length: 99");

  final Behind behind = new Behind();
  final Edge edge = new Edge(this::serve);
  final List<Line> lines = new ArrayList<>();
  final Deque<RequestContext> working = new ArrayDeque<>();
  volatile Runnable onEventLoop = () -> {};

  @BeforeEach
  void takeAllPlaces() {
    for (int i = 0; i < PLACES; i++) {
      send(GET);
      edge.observed.nextRoute();
      work();
    }
  }

  @AfterEach
  void close() {
    lines.forEach(Line::close);
    edge.close();
  }

  /** What is no operation needs no place, and is done by the event loop itself. */
  void serve(RoutingContext http) {
    if (http.request().path().equals("/")) {
      onEventLoop.run();
      http.end();
    } else {
      behind.handle(http);
    }
  }

  Line send(String request) {
    Line line = edge.line();
    lines.add(line);
    return line.send(request);
  }

  /** The next request that was let in is taken by a thread. */
  void work() {
    RequestContext request = RequestContext.of(behind.next());
    assertThat(request.advance(Phase.WAITING, Phase.WORKING)).isTrue();
    working.add(request);
  }

  /** Whoever works longest has done its work. */
  void leave() {
    RequestContext request = working.remove();
    request.advance(Phase.WORKING, Phase.ANSWERING);
    edge.admission.leave(request);
  }

  void leaveAndTakeAllPlaces() {
    for (int i = 0; i < PLACES; i++) {
      leave();
      send(GET);
      edge.observed.nextRoute();
      work();
    }
  }

  void queue() {
    queue(1);
  }

  void queue(int requests) {
    for (int i = 0; i < requests; i++) {
      assertThat(isQueued()).isTrue();
    }
  }

  /** So many leave, and those that waited longest take their places. */
  void letIn(int requests) {
    for (int i = 0; i < requests; i++) {
      leave();
      work();
    }
  }

  /** Asks, and whether the request waits then: its deadline is watched. */
  boolean isQueued() {
    int before = edge.timers.given();
    send(GET);
    edge.observed.nextRoute();
    edge.timers.awaitTurns();
    assertThat(behind.isIdle()).isTrue();
    return edge.timers.given() > before;
  }

  void assertIsRefused() {
    Reply reply = send(GET).reply().isProblem(ProblemType.STORAGE_UNAVAILABLE);
    edge.observed.nextRoute();
    assertThat(reply.header("Retry-After")).isEqualTo("1");
    assertThat(reply.json().path("detail").textValue()).contains("nothing was done");
    assertThat(behind.isIdle()).isTrue();
  }
}
