package io.kpigroups.adapter.rest.edge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kpigroups.adapter.rest.call.ActorResolver;
import io.kpigroups.adapter.rest.http.RequestContext;
import io.kpigroups.adapter.rest.http.RequestContext.Phase;
import io.kpigroups.adapter.rest.problem.ProblemType;
import io.kpigroups.adapter.rest.support.Behind;
import io.kpigroups.adapter.rest.support.Calls;
import io.kpigroups.adapter.rest.support.Edge;
import io.kpigroups.adapter.rest.support.Line;
import io.kpigroups.application.port.in.Operation;
import io.vertx.ext.web.RoutingContext;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jboss.resteasy.reactive.RestResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** At most 150 requests have a thread at once; the others wait in a row. */
class AdmissionControlTest {
  private static final int MOST = 150;
  private static final String GROUPS = "/api/v1/kpis/groups";

  private final Behind behind = new Behind();
  private final Edge edge = new Edge(behind);
  private final List<Line> lines = new ArrayList<>();
  private final List<RoutingContext> inside = new ArrayList<>();

  @BeforeEach
  void fill() {
    for (int i = 0; i < MOST; i++) {
      ask(GROUPS);
      RoutingContext http = behind.next();
      RequestContext.of(http).advance(Phase.WAITING, Phase.WORKING);
      inside.add(http);
    }
  }

  @AfterEach
  void close() {
    lines.forEach(Line::close);
    edge.close();
  }

  @Test
  void thoseThatWaitComeInTheirOrderOneForEachThatLeaves() {
    queue("/api/v1/kpis/first");
    queue("/api/v1/kpis/second");
    queue("/api/v1/kpis/third");

    leave(inside.get(7));
    assertThat(nextPath()).isEqualTo("/api/v1/kpis/first");
    assertThat(behind.isIdle()).isTrue();
    leave(inside.get(3));
    assertThat(nextPath()).isEqualTo("/api/v1/kpis/second");
    leave(inside.get(5));
    assertThat(nextPath()).isEqualTo("/api/v1/kpis/third");
  }

  @Test
  void leavingMayBeRepeatedWithoutMakingMoreRoom() {
    queue("/api/v1/kpis/first");
    queue("/api/v1/kpis/second");

    leave(inside.get(0));
    edge.admission.leave(RequestContext.of(inside.get(0)));
    edge.admission.leave(RequestContext.of(inside.get(0)));
    assertThat(nextPath()).isEqualTo("/api/v1/kpis/first");
    assertThat(behind.isIdle()).isTrue();
    leave(inside.get(1));
    assertThat(nextPath()).isEqualTo("/api/v1/kpis/second");
  }

  @Test
  void thereIsRoomAgainWhereNobodyWaited() {
    leave(inside.get(0));
    ask("/api/v1/kpis/late");

    assertThat(nextPath()).isEqualTo("/api/v1/kpis/late");
    queue("/api/v1/kpis/later");
  }

  @Test
  void whoeverWaitsUntilTheStoreHasNoTimeForItIsGivenUpAndItsTurnIsTheNextOnes() {
    Line early = queue("/api/v1/kpis/early");
    edge.timers.advance(Duration.ofSeconds(1));
    queue("/api/v1/kpis/late");
    edge.timers.advance(edge.settings.storeTime().minusSeconds(1));

    early.reply().isProblem(ProblemType.STORAGE_UNAVAILABLE);
    awaitEnd(503);
    leave(inside.get(0));
    assertThat(nextPath()).isEqualTo("/api/v1/kpis/late");
  }

  @Test
  void whoeverHangsUpWhileItWaitsHasNoTurn() {
    Line impatient = queue("/api/v1/kpis/impatient");
    queue("/api/v1/kpis/patient");
    impatient.close();
    awaitEnd(499);

    leave(inside.get(0));
    assertThat(nextPath()).isEqualTo("/api/v1/kpis/patient");
  }

  @Test
  void aThreadThatIsStuckKeepsItsPlaceThoughItsRequestWasAnswered() {
    edge.timers.advance(Edge.DEADLINE.plusMillis(500));
    lines.forEach(line -> line.reply().has(503));
    inside.forEach(http -> edge.observed.nextEnd());
    assertThat(RequestContext.of(inside.get(0)).phase()).isEqualTo(Phase.STUCK);
    queue("/api/v1/kpis/late");

    edge.admission.leave(RequestContext.of(inside.get(0)));
    assertThat(nextPath()).isEqualTo("/api/v1/kpis/late");
  }

  @Test
  void aThreadWhoseClientHungUpKeepsItsPlaceUntilItIsDone() {
    lines.get(0).close();
    awaitEnd(499);
    queue("/api/v1/kpis/late");

    edge.admission.leave(RequestContext.of(inside.get(0)));
    assertThat(nextPath()).isEqualTo("/api/v1/kpis/late");
  }

  @Test
  void aRequestThatEndsWithoutAThreadLeavesByItself() {
    queue("/api/v1/kpis/late");
    RequestContext.of(inside.get(0)).advance(Phase.WORKING, Phase.ANSWERING);
    Behind.answer(inside.get(0), 200);

    assertThat(nextPath()).isEqualTo("/api/v1/kpis/late");
  }

  @Test
  void anOperationThatFailsLeavesToo() {
    leave(inside.get(0));
    ask("/api/v1/kpis/failing");
    RoutingContext failing = behind.next();
    queue("/api/v1/kpis/late");
    failing.request().headers().set(ActorResolver.ACCOUNT_HEADER, "a1");
    Calls calls = new Calls(edge);

    assertThatThrownBy(() -> calls.serve(failing, Operation.GET_KPI, call -> fail()))
        .hasMessage("a bug");
    assertThat(nextPath()).isEqualTo("/api/v1/kpis/late");
  }

  private Line ask(String path) {
    Line line = edge.line();
    lines.add(line);
    line.send(Line.head("GET " + path));
    edge.observed.nextRoute();
    return line;
  }

  /** Asks, and returns when the request waits because there is no room. */
  private Line queue(String path) {
    int before = edge.timers.given();
    Line line = ask(path);
    edge.timers.awaitGiven(before + 1);
    assertThat(behind.isIdle()).isTrue();
    return line;
  }

  /** Waits until a request has ended so, and all that is done at its end is done. */
  private void awaitEnd(int status) {
    assertThat(edge.observed.nextEnd().status()).isEqualTo(status);
    edge.timers.awaitTurns();
  }

  /** As a thread does that has done its work. */
  private void leave(RoutingContext http) {
    RequestContext.of(http).advance(Phase.WORKING, Phase.ANSWERING);
    edge.admission.leave(RequestContext.of(http));
  }

  private String nextPath() {
    return behind.next().request().path();
  }

  private static RestResponse<Void> fail() {
    throw new IllegalStateException("a bug");
  }
}
