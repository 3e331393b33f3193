package io.kpigroups.adapter.rest;

import static org.assertj.core.api.Assertions.assertThat;

import io.kpigroups.adapter.rest.Exchange.Phase;
import io.kpigroups.application.port.in.Operation;
import io.kpigroups.domain.value.AccountId;
import io.kpigroups.domain.value.UserId;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ExchangeTest {
  private static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";
  private static final String PARENT = "00-" + TRACE + "-00f067aa0ba902b7-01";

  private final VirtualTimers timers = new VirtualTimers();

  @Test
  void thereIsOneForEachRequest() {
    boolean kept =
        WebServer.during(
            Line.head("GET /"),
            http -> {
              assertThat(Exchange.isBegun(http)).isFalse();
              Exchange first = Exchange.of(http);
              assertThat(Exchange.isBegun(http)).isTrue();
              return Exchange.of(http) == first;
            });

    assertThat(kept).isTrue();
  }

  @Test
  void itsTimeIsCountedFromItsArrival() {
    Exchange exchange = begun(Optional.empty());
    assertThat(exchange.age()).isZero();

    timers.advance(Duration.ofMillis(1_500));
    assertThat(exchange.age()).isEqualTo(Duration.ofMillis(1_500));
    assertThat(exchange.deadline(Duration.ofSeconds(5)).left()).isEqualTo(Duration.ofMillis(3_500));
    assertThat(exchange.deadline(Duration.ofSeconds(1)).left()).isEqualTo(Duration.ofMillis(-500));
  }

  @Test
  void itGoesFromPhaseToPhaseOnlyIfItIsStillInTheFirst() {
    Exchange exchange = begun(Optional.empty());
    assertThat(exchange.phase()).isEqualTo(Phase.RECEIVING);

    assertThat(exchange.advance(Phase.WAITING, Phase.WORKING)).isFalse();
    assertThat(exchange.phase()).isEqualTo(Phase.RECEIVING);
    assertThat(exchange.advance(Phase.RECEIVING, Phase.WAITING)).isTrue();
    assertThat(exchange.advance(Phase.RECEIVING, Phase.GIVEN_UP)).isFalse();
    assertThat(exchange.phase()).isEqualTo(Phase.WAITING);
  }

  @ParameterizedTest
  @EnumSource(Phase.class)
  void itHoldsAThreadWhileOneWorksOnItOrIsStuck(Phase phase) {
    Exchange exchange = begun(Optional.empty());
    exchange.advance(Phase.RECEIVING, phase);

    assertThat(exchange.holdsThread()).isEqualTo(phase == Phase.WORKING || phase == Phase.STUCK);
  }

  @ParameterizedTest
  @EnumSource(Operation.class)
  void onlyCreatesRenamesAndDeletesMayHaveChangedWhatMustNotBeRepeated(Operation operation) {
    Exchange exchange = begun(Optional.empty());
    assertThat(exchange.mayHaveChanged()).as("before it is known").isFalse();
    exchange.startsWorking(operation);

    Set<Operation> changes =
        EnumSet.of(Operation.CREATE_GROUP, Operation.RENAME_GROUP, Operation.DELETE_GROUP);
    assertThat(exchange.mayHaveChanged()).isEqualTo(changes.contains(operation));
  }

  @Test
  void itKnowsWhatItWasTold() {
    Exchange exchange = begun(Optional.empty());
    assertThat(exchange.route()).isEmpty();
    assertThat(exchange.account()).isEmpty();
    assertThat(exchange.user()).isEmpty();

    exchange.takes(Routes.KPI);
    exchange.isFor(Optional.of(new AccountId("a1")));
    exchange.isFrom(Optional.of(new UserId("ann")));
    assertThat(exchange.route()).contains(Routes.KPI);
    assertThat(exchange.account()).contains(new AccountId("a1"));
    assertThat(exchange.user()).contains(new UserId("ann"));
    exchange.isFor(Optional.empty());
    assertThat(exchange.account()).isEmpty();
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
    String first = begun(Optional.empty(), parent).traceId();

    assertThat(first).matches("[0-9a-f]{32}").isNotEqualToIgnoringCase(TRACE);
    assertThat(begun(Optional.empty(), parent).traceId()).isNotEqualTo(first);
  }

  private Exchange begun(Optional<String> trace) {
    return begun(trace, "");
  }

  private Exchange begun(Optional<String> trace, String parent) {
    return WebServer.during(
        Line.head("GET /", "traceparent: " + parent),
        http -> Exchange.begin(http, trace, timers::nanoTime));
  }
}
