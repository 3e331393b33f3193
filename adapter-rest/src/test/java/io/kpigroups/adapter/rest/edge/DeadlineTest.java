package io.kpigroups.adapter.rest.edge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.kpigroups.adapter.rest.http.RequestContext;
import io.kpigroups.adapter.rest.http.RequestContext.Phase;
import io.kpigroups.adapter.rest.problem.ProblemException;
import io.kpigroups.adapter.rest.problem.ProblemType;
import io.kpigroups.adapter.rest.support.Behind;
import io.kpigroups.adapter.rest.support.Calls;
import io.kpigroups.adapter.rest.support.Edge;
import io.kpigroups.adapter.rest.support.Line;
import io.kpigroups.adapter.rest.support.Reply;
import io.kpigroups.adapter.rest.support.Worker;
import io.kpigroups.application.port.in.Operation;
import io.vertx.ext.web.RoutingContext;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What becomes of a request at its deadline, however far it has come. */
class DeadlineTest {
  private static final String GROUPS = "/api/v1/kpis/groups";
  private static final Duration A_MOMENT = Duration.ofMillis(1);
  private static final Duration GRACE = Duration.ofMillis(500);
  private static final Set<Operation> NOT_TO_BE_REPEATED =
      EnumSet.of(Operation.CREATE_GROUP, Operation.RENAME_GROUP, Operation.DELETE_GROUP);

  private final Behind behind = new Behind();
  private final Edge edge = new Edge(behind);
  private final Line line = edge.line();

  @AfterEach
  void close() {
    line.close();
    edge.close();
  }

  @Test
  void aBodyThatHasNotComeByThenIsATimeoutAndNothingIsDone() {
    line.send(
        Line.head("POST " + GROUPS, "Content-Type: application/json", "Content-Length: 10") + "{");
    edge.timers.awaitGiven(1);
    edge.timers.advance(Edge.DEADLINE.minus(A_MOMENT));
    assertThat(edge.timers.pending()).as("not yet").isEqualTo(1);
    edge.timers.advance(A_MOMENT);
    Reply reply = line.reply();

    reply.isProblem(ProblemType.REQUEST_TIMEOUT);
    assertThat(reply.header("Connection")).isEqualTo("close");
    assertThat(line.isHungUp()).isTrue();
    assertThat(edge.observed.nextEnd().status()).isEqualTo(408);
    assertThat(RequestContext.of(edge.come.take()).phase()).isEqualTo(Phase.GIVEN_UP);
    assertThat(behind.isIdle()).isTrue();
  }

  @Test
  void aRequestThatNoThreadHasTakenWhileTheStoreHadTimeIsGivenUpForGood() {
    RoutingContext http = arrived("POST " + GROUPS);
    edge.timers.advance(edge.settings.storeTime().minus(A_MOMENT));
    assertThat(RequestContext.of(http).phase()).as("not yet").isEqualTo(Phase.WAITING);
    edge.timers.advance(A_MOMENT);
    Reply reply = line.reply();

    reply.isProblem(ProblemType.STORAGE_UNAVAILABLE);
    assertThat(reply.header("Retry-After")).isEqualTo("1");
    Calls calls = new Calls(edge);
    assertThatThrownBy(() -> calls.serve(http, Operation.CREATE_GROUP, calls::work))
        .isInstanceOfSatisfying(
            ProblemException.class,
            late -> assertThat(late.type()).isEqualTo(ProblemType.STORAGE_UNAVAILABLE));
    assertThat(calls.made()).as("neither who calls is asked nor is anything done").isEmpty();
    assertThat(RequestContext.of(http).phase()).isEqualTo(Phase.GIVEN_UP);
  }

  @Test
  void aBodyThatComesAfterThatIsTooLateAndNothingIsDone() {
    line.send(
        Line.head("POST " + GROUPS, "Content-Type: application/json", "Content-Length: 2") + "{");
    edge.timers.awaitGiven(1);
    edge.timers.advance(edge.settings.storeTime());
    line.send("}");
    RequestContext request = RequestContext.of(edge.come.take());
    await().atMost(Duration.ofMinutes(2)).until(() -> request.phase() == Phase.WAITING);
    edge.timers.awaitTurns();
    edge.timers.advance(Edge.DEADLINE.minus(edge.settings.storeTime()));

    line.reply().isProblem(ProblemType.STORAGE_UNAVAILABLE);
    assertThat(behind.isIdle()).isTrue();
  }

  @ParameterizedTest
  @EnumSource(Operation.class)
  void aThreadAtWorkHasAGraceAndIsThenAnsweredFor(Operation operation) {
    RoutingContext http = arrived("GET " + GROUPS);
    RequestContext exchange = RequestContext.of(http);
    Worker worker = new Worker(edge, http, operation);
    edge.timers.advance(Edge.DEADLINE.plus(GRACE).minus(A_MOMENT));
    assertThat(exchange.phase()).as("not yet").isEqualTo(Phase.WORKING);
    edge.timers.advance(A_MOMENT);

    line.reply()
        .isProblem(
            NOT_TO_BE_REPEATED.contains(operation)
                ? ProblemType.OUTCOME_UNKNOWN
                : ProblemType.STORAGE_UNAVAILABLE);
    assertThat(exchange.phase()).isEqualTo(Phase.STUCK);
    worker.finish();
    assertThat(exchange.phase()).as("its own answer comes too late").isEqualTo(Phase.STUCK);
    assertThat(http.response().ended()).isTrue();
  }

  @Test
  void aThreadThatEndsWithinItsGraceAnswersItself() {
    RoutingContext http = arrived("GET " + GROUPS);
    Worker worker = new Worker(edge, http, Operation.CREATE_GROUP);
    edge.timers.advance(Edge.DEADLINE);
    assertThat(edge.timers.pending()).as("its grace runs").isEqualTo(1);
    worker.finish();
    edge.timers.advance(GRACE);

    assertThat(RequestContext.of(http).phase()).isEqualTo(Phase.ANSWERING);
    Behind.answer(http, 201);
    line.reply().has(201);
  }

  @Test
  void aThreadThatIsAboutToAnswerIsLeftAlone() {
    RoutingContext http = arrived("GET " + GROUPS);
    new Worker(edge, http, Operation.LIST_GROUPS).finish();
    edge.timers.advance(Edge.DEADLINE.plus(GRACE).plus(GRACE));

    assertThat(http.response().ended()).isFalse();
    Behind.answer(http, 200);
    line.reply().has(200);
  }

  @Test
  void anAnswerInTimeLeavesNothingToWaitFor() {
    Behind.answer(arrived("GET " + GROUPS), 200);
    line.reply().has(200);
    awaitNoTimer();

    Worker late = new Worker(edge, arrived("GET " + GROUPS), Operation.LIST_GROUPS);
    edge.timers.advance(Edge.DEADLINE);
    Behind.answer(late.http(), 200);
    line.reply().has(200);
    awaitNoTimer();
    late.finish();
  }

  private RoutingContext arrived(String request) {
    line.send(Line.head(request));
    return behind.next();
  }

  private void awaitNoTimer() {
    await().atMost(Duration.ofMinutes(2)).until(() -> edge.timers.pending() == 0);
  }
}
