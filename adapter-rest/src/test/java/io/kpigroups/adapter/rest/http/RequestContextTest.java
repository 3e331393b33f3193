package io.kpigroups.adapter.rest.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.kpigroups.adapter.rest.http.RequestContext.Phase;
import io.kpigroups.adapter.rest.support.Line;
import io.kpigroups.adapter.rest.support.VirtualTimers;
import io.kpigroups.adapter.rest.support.WebServer;
import io.kpigroups.domain.value.AccountId;
import io.kpigroups.domain.value.UserId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RequestContextTest {
  private static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";
  private static final String PARENT = "00-" + TRACE + "-00f067aa0ba902b7-01";

  private final VirtualTimers timers = new VirtualTimers();

  @Test
  void thereIsOneForEachRequest() {
    boolean kept =
        WebServer.during(
            Line.head("GET /"),
            http -> {
              assertThat(RequestContext.isBegun(http)).isFalse();
              RequestContext first = RequestContext.of(http);
              assertThat(RequestContext.isBegun(http)).isTrue();
              return RequestContext.of(http) == first;
            });

    assertThat(kept).isTrue();
  }

  @Test
  void itsTimeIsCountedFromItsArrival() {
    RequestContext request = begun(Optional.empty());
    assertThat(request.age()).isZero();

    timers.advance(Duration.ofMillis(1_500));
    assertThat(request.age()).isEqualTo(Duration.ofMillis(1_500));
    assertThat(request.deadline(Duration.ofSeconds(5)).left()).isEqualTo(Duration.ofMillis(3_500));
    assertThat(request.deadline(Duration.ofSeconds(1)).left()).isEqualTo(Duration.ofMillis(-500));
  }

  @Test
  void itGoesFromPhaseToPhaseOnlyIfItIsStillInTheFirst() {
    RequestContext request = begun(Optional.empty());
    assertThat(request.phase()).isEqualTo(Phase.RECEIVING);

    assertThat(request.advance(Phase.WAITING, Phase.WORKING)).isFalse();
    assertThat(request.phase()).isEqualTo(Phase.RECEIVING);
    assertThat(request.advance(Phase.RECEIVING, Phase.WAITING)).isTrue();
    assertThat(request.advance(Phase.RECEIVING, Phase.GIVEN_UP)).isFalse();
    assertThat(request.phase()).isEqualTo(Phase.WAITING);
  }

  /** Else both would write: the status of one was seen with the body of the other. */
  @Test
  void whoComesToTakeItOnMeanwhileWaitsUntilTheAnswerIsWritten() throws Exception {
    RequestContext request = begun(Optional.empty());
    request.advance(Phase.RECEIVING, Phase.WORKING);
    List<String> done = Collections.synchronizedList(new ArrayList<>());
    Thread worker =
        new Thread(
            () -> {
              boolean mayAnswer = request.advance(Phase.WORKING, Phase.ANSWERING);
              done.add("went on, may answer: " + mayAnswer);
            });

    boolean answered =
        request.advance(
            Phase.WORKING,
            Phase.STUCK,
            () -> {
              worker.start();
              await()
                  .atMost(Duration.ofMinutes(2))
                  .until(() -> worker.getState() == Thread.State.BLOCKED);
              done.add("answered");
            });
    worker.join();

    assertThat(answered).isTrue();
    assertThat(done).containsExactly("answered", "went on, may answer: false");
    assertThat(request.advance(Phase.WORKING, Phase.STUCK, () -> done.add("twice"))).isFalse();
    assertThat(done).doesNotContain("twice");
  }

  @Test
  void whatFailsBeforeItsWorkIsBegunIsNotAnsweredAtItsDeadlineToo() {
    boolean isGivenUp =
        WebServer.during(
            Line.head("GET /"),
            http -> {
              RequestContext request = RequestContext.of(http);
              request.advance(Phase.RECEIVING, Phase.WAITING);
              new ProblemMapper().map(new IllegalStateException("before"), http);
              return request.advance(Phase.WAITING, Phase.GIVEN_UP);
            });

    assertThat(isGivenUp).isFalse();
  }

  @Test
  void itKnowsWhatItWasTold() {
    RequestContext request = begun(Optional.empty());
    assertThat(request.route()).isEmpty();
    assertThat(request.account()).isEmpty();
    assertThat(request.user()).isEmpty();

    assertThat(request.endpoint()).isEmpty();

    Route route = Route.of("/api/v1/kpis/k1").orElseThrow();
    request.setRoute(route, "HEAD");
    request.setAccount(Optional.of(new AccountId("a1")));
    request.setUser(Optional.of(new UserId("ann")));
    assertThat(request.route()).contains(route);
    assertThat(request.endpoint()).contains(Endpoint.GET_KPI);
    assertThat(request.account()).contains(new AccountId("a1"));
    assertThat(request.user()).contains(new UserId("ann"));
    request.setAccount(Optional.empty());
    assertThat(request.account()).isEmpty();
  }

  @Test
  void whoeverTracesItDecidesItsTrace() {
    assertThat(begun(Optional.of("0af7651916cd43dd8448eb211c80319c"), PARENT).traceId())
        .isEqualTo("0af7651916cd43dd8448eb211c80319c");
  }

  @ParameterizedTest
  @ValueSource(strings = {PARENT, "cc-" + TRACE + "-00f067aa0ba902b7-00-what-else"})
  void elseItIsOfTheTraceThatTheCallerTells(String parent) {
    assertThat(begun(Optional.empty(), parent).traceId()).isEqualTo(TRACE);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "nonsense",
        "ff-" + TRACE + "-00f067aa0ba902b7-01",
        "00-00000000000000000000000000000000-00f067aa0ba902b7-01",
        "00-" + TRACE + "-0000000000000000-01",
        "00-4BF92F3577B34DA6A3CE929D0E0E4736-00f067aa0ba902b7-01",
        "00-4bf92f3577b34da6a3ce929d0e0e473-00f067aa0ba902b7-01",
        "00-" + TRACE + "-00f067aa0ba902b7",
        "00-" + TRACE + "\"x-00f067aa0ba902b7-01"
      })
  void whatIsNoTraceIsReplacedByANewOne(String parent) {
    RequestContext request = begun(Optional.empty(), parent);
    String first = request.traceId();

    assertThat(request.traceId()).isEqualTo(first);
    assertThat(first).matches("[0-9a-f]{32}").isNotEqualToIgnoringCase(TRACE);
    assertThat(begun(Optional.empty(), parent).traceId()).isNotEqualTo(first);
  }

  private RequestContext begun(Optional<String> trace) {
    return begun(trace, "");
  }

  private RequestContext begun(Optional<String> trace, String parent) {
    return WebServer.during(
        Line.head("GET /", "traceparent: " + parent),
        http -> RequestContext.begin(http, trace, timers::nanoTime));
  }
}
