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
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Whoever would wait in vain is refused when it comes; the store has 900 seconds here. */
class EarlyRefusalTest {
  private static final int PLACES = 150;
  private static final String GET = Line.head("GET /api/v1/kpis/groups");
  private static final String HALF_A_POST =
      Line.head("POST /api/v1/kpis/groups", "Content-Type: application/json", "Content-Length: 99");

  private final Behind behind = new Behind();
  private final Edge edge = new Edge(this::serve);
  private final List<Line> lines = new ArrayList<>();
  private final Deque<RequestContext> working = new ArrayDeque<>();
  private volatile Runnable onEventLoop = () -> {};

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

  @Test
  void whoComesWhereNobodyLeavesIsRefusedOnceATurnCannotComeInTime() {
    queue();
    edge.timers.advance(Duration.ofSeconds(880));
    queue();
    edge.timers.advance(Duration.ofSeconds(10));

    assertIsRefused();
  }

  @Test
  void aRefusalWaitsForNoBodyAndLeavesNothingBehind() {
    queue();
    edge.timers.advance(Duration.ofSeconds(890));
    int before = edge.timers.given();
    Line line = send(HALF_A_POST);
    line.reply().isProblem(ProblemType.STORAGE_UNAVAILABLE);

    assertThat(edge.timers.given()).as("no deadline is watched").isEqualTo(before);
    assertThat(edge.observed.nextEnd().status()).isEqualTo(503);
    line.send("x".repeat(99) + Line.head("GET /api/v1/none"));
    line.reply().isProblem(ProblemType.PATH_NOT_FOUND);
  }

  @Test
  void theQueueIsAsLongAsPlacesBecomeFreeInTime() {
    edge.timers.advance(Duration.ofSeconds(800));
    leaveAndTakeAllPlaces();
    int waiting = 0;
    while (waiting < PLACES && isQueued()) {
      waiting++;
    }

    // They were held for 725 seconds in the mean, so that in 175 seconds 36 become free.
    assertThat(waiting).isEqualTo(36);
  }

  @Test
  void itIsLongAgainWhenPlacesAreHeldForAShortTimeOnly() {
    edge.timers.advance(Duration.ofSeconds(800));
    leaveAndTakeAllPlaces();
    leaveAndTakeAllPlaces();

    queue(50);
  }

  @Test
  void inAQueueThatDoesNotEndThereAreOnlyShortWaits() {
    edge.timers.advance(Duration.ofSeconds(400));
    leaveAndTakeAllPlaces();
    queue();
    edge.timers.advance(Duration.ofSeconds(450));
    queue(40);
    edge.timers.advance(Duration.ofSeconds(449));
    letIn(1);
    queue();
    edge.timers.advance(Duration.ofSeconds(1));
    // Places are held for 370 seconds in the mean, so that the last of 42 would wait for 104.
    assertIsRefused();

    letIn(15);
    // For 481 seconds now: the last of 27 waits for 87, less than a tenth of its time.
    queue();

    letIn(27);
    queue(31);
  }

  @Test
  void thatTheEventLoopIsBusyWithOthersDoesNotShortenTheQueue() {
    queue();
    queue();
    onEventLoop =
        () -> {
          leave();
          edge.timers.advance(Duration.ofSeconds(890));
          edge.admission.check();
        };
    send(Line.head("GET /")).reply().has(200);

    work();
    edge.timers.advance(Duration.ofSeconds(9));
    queue();
  }

  /** What is no operation needs no place, and is done by the event loop itself. */
  private void serve(RoutingContext http) {
    if (http.request().path().equals("/")) {
      onEventLoop.run();
      http.end();
    } else {
      behind.handle(http);
    }
  }

  private Line send(String request) {
    Line line = edge.line();
    lines.add(line);
    return line.send(request);
  }

  /** The next request that was let in is taken by a thread. */
  private void work() {
    RequestContext request = RequestContext.of(behind.next());
    assertThat(request.advance(Phase.WAITING, Phase.WORKING)).isTrue();
    working.add(request);
  }

  /** Whoever works longest has done its work. */
  private void leave() {
    RequestContext request = working.remove();
    request.advance(Phase.WORKING, Phase.ANSWERING);
    edge.admission.leave(request);
  }

  private void leaveAndTakeAllPlaces() {
    for (int i = 0; i < PLACES; i++) {
      leave();
      send(GET);
      edge.observed.nextRoute();
      work();
    }
  }

  private void queue() {
    assertThat(isQueued()).isTrue();
  }

  private void queue(int requests) {
    for (int i = 0; i < requests; i++) {
      queue();
    }
  }

  /** So many leave, and those that waited longest take their places. */
  private void letIn(int requests) {
    for (int i = 0; i < requests; i++) {
      leave();
      work();
    }
  }

  /** Asks, and whether the request waits then: its deadline is watched. */
  private boolean isQueued() {
    int before = edge.timers.given();
    send(GET);
    edge.observed.nextRoute();
    edge.timers.awaitTurns();
    assertThat(behind.isIdle()).isTrue();
    return edge.timers.given() > before;
  }

  private void assertIsRefused() {
    Reply reply = send(GET).reply().isProblem(ProblemType.STORAGE_UNAVAILABLE);
    assertThat(reply.header("Retry-After")).isEqualTo("1");
    assertThat(reply.json().path("detail").textValue()).contains("nothing was done");
    assertThat(behind.isIdle()).isTrue();
  }
}
