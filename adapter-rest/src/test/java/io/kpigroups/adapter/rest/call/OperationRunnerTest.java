package io.kpigroups.adapter.rest.call;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.kpigroups.adapter.rest.Authenticator;
import io.kpigroups.adapter.rest.BearerToken;
import io.kpigroups.adapter.rest.Caller;
import io.kpigroups.adapter.rest.RateLimits;
import io.kpigroups.adapter.rest.http.RequestContext;
import io.kpigroups.adapter.rest.http.RequestContext.Phase;
import io.kpigroups.adapter.rest.problem.ProblemException;
import io.kpigroups.adapter.rest.problem.ProblemType;
import io.kpigroups.adapter.rest.support.Behind;
import io.kpigroups.adapter.rest.support.Calls;
import io.kpigroups.adapter.rest.support.Edge;
import io.kpigroups.adapter.rest.support.Line;
import io.kpigroups.application.port.RateLimited;
import io.kpigroups.application.port.in.Operation;
import io.kpigroups.domain.failure.InvalidInput;
import io.kpigroups.domain.value.AccountId;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.vertx.ext.web.RoutingContext;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.jboss.resteasy.reactive.RestResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What is done around the work of every operation. */
class OperationRunnerTest {
  private final Behind behind = new Behind();
  private final Edge edge = new Edge(behind);
  private final Calls calls = new Calls(edge);
  private final Line line = edge.line();

  @AfterEach
  void close() {
    line.close();
    edge.close();
  }

  @Test
  void theCallerIsAskedForBeforeTheWorkIsDone() {
    RoutingContext http = arrived("gtmhub-accountId: a1");
    RestResponse<String> answer =
        calls.serve(
            http,
            Operation.LIST_GROUPS,
            request -> {
              calls.work(request);
              assertThat(RequestContext.of(http).phase()).isEqualTo(Phase.WORKING);
              assertThat(request.call().account()).isEqualTo(new AccountId("a1"));
              return RestResponse.ok("done");
            });

    assertThat(answer.getEntity()).isEqualTo("done");
    assertThat(calls.made()).containsExactly("authenticate", "work");
    assertThat(RequestContext.of(http).phase()).isEqualTo(Phase.ANSWERING);
  }

  @Test
  void theStoreHasNineTenthsOfTheDeadlineCountedFromTheArrival() {
    RoutingContext http = arrived("gtmhub-accountId: a1");
    edge.timers.advance(Edge.DEADLINE.dividedBy(10));

    assertThat(left(http)).isEqualTo(Edge.DEADLINE.multipliedBy(8).dividedBy(10));
  }

  @Test
  void nothingIsDoneForARequestThatAThreadTakesAfterThatThoughNoTimerHasSaidSo() {
    RoutingContext http = arrived("gtmhub-accountId: a1");
    AtomicLong time = new AtomicLong();
    RequestContext late = RequestContext.begin(http, Optional.empty(), time::get);
    late.advance(Phase.RECEIVING, Phase.WAITING);
    time.set(Edge.DEADLINE.multipliedBy(9).dividedBy(10).toNanos());

    assertThatThrownBy(() -> calls.serve(http, Operation.LIST_GROUPS, calls::work))
        .isInstanceOfSatisfying(
            ProblemException.class,
            problem -> assertThat(problem.type()).isEqualTo(ProblemType.STORAGE_UNAVAILABLE));
    assertThat(calls.made()).as("neither who calls is asked nor is anything done").isEmpty();
  }

  @Test
  void nothingIsDoneForWhoeverHangsUpBeforeAThreadTakesItsRequest() {
    RoutingContext http = arrived("gtmhub-accountId: a1");
    line.close();
    await()
        .atMost(Duration.ofMinutes(2))
        .until(() -> RequestContext.of(http).phase() == Phase.GIVEN_UP);

    assertThatThrownBy(() -> calls.serve(http, Operation.LIST_GROUPS, calls::work))
        .isInstanceOf(ProblemException.class);
    assertThat(calls.made()).isEmpty();
  }

  @Test
  void theAuthenticatorIsHeldToTheSameDeadline() {
    RoutingContext http = arrived("gtmhub-accountId: a1");
    AtomicReference<Duration> left = new AtomicReference<>(Duration.ZERO);
    Authenticator authenticator =
        (token, deadline) -> {
          left.set(deadline.left());
          return Calls.ANN;
        };
    http.request().headers().set("Authorization", "Bearer t");
    Calls.api(edge, http, authenticator, new RateLimits(0, 0)).run(calls::work);

    assertThat(left.get()).isEqualTo(Edge.DEADLINE.multipliedBy(9).dividedBy(10));
  }

  @Test
  void whateverFailsTheRequestIsToBeAnswered() {
    RoutingContext http = arrived("gtmhub-accountId: a1");
    assertThatThrownBy(
            () ->
                calls.serve(
                    http,
                    Operation.LIST_GROUPS,
                    request -> {
                      throw new IllegalStateException("a bug");
                    }))
        .hasMessage("a bug");

    assertThat(RequestContext.of(http).phase()).isEqualTo(Phase.ANSWERING);
  }

  @Test
  void aTokenThatHasUsedUpItsRequestsIsNotVerified() {
    Authenticator forbidden =
        (token, deadline) -> {
          throw new AssertionError("asked");
        };
    RoutingContext http = arrived("Authorization: Bearer t");
    RateLimiter limiter = new RateLimiter(new RateLimits(1, 0), edge.timers);
    limiter.countToken(new BearerToken("t"));
    OperationRunner api =
        new OperationRunner(
            new ActorResolver(forbidden, limiter),
            edge.settings,
            edge.admission,
            new CurrentVertxRequest().setCurrent(http));

    assertThatThrownBy(() -> api.run(calls::work)).isInstanceOf(RateLimited.class);
    assertThat(calls.made()).isEmpty();
  }

  @Test
  void wrongInputThatOnlyTheJudgeElsewhereSeesIsToldOfTheAccount() {
    RoutingContext http = arrived();
    http.request().headers().set("Authorization", "Bearer t");
    Calls.asks(http, Operation.FAVORITE_GROUP);
    OperationRunner api =
        Calls.api(edge, http, (token, deadline) -> new Caller.Unverified(), new RateLimits(0, 0));

    assertThatThrownBy(
            () ->
                api.run(
                    request -> {
                      throw new InvalidInput("An account is needed.");
                    }))
        .isInstanceOfSatisfying(
            ProblemException.class,
            problem -> assertThat(problem.errors().get(0).in()).isEqualTo("header"));
  }

  private Duration left(RoutingContext http) {
    return calls
        .serve(
            http,
            Operation.LIST_GROUPS,
            request -> RestResponse.ok(request.call().deadline().left()))
        .getEntity();
  }

  private RoutingContext arrived(String... fields) {
    line.send(Line.head("GET /api/v1/kpis/groups", fields));
    return behind.next();
  }
}
