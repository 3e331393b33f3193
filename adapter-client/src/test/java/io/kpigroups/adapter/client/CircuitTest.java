package io.kpigroups.adapter.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kpigroups.adapter.client.CallFailed.Kind;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.eclipse.microprofile.faulttolerance.exceptions.CircuitBreakerOpenException;
import org.junit.jupiter.api.Test;

/** When a circuit opens and closes, by a clock of the test. */
class CircuitTest {
  private static final Duration PAUSE = Duration.ofSeconds(5);

  /** A clock may begin anywhere, and run over. */
  private final AtomicLong nanos = new AtomicLong(Long.MAX_VALUE - 1);

  private final Circuit circuit = new Circuit(4, PAUSE, nanos::get);

  private void works() {
    assertThat(circuit.call(() -> "done")).isEqualTo("done");
  }

  private void fails() {
    fails(Kind.LOST);
  }

  private void fails(Kind kind) {
    assertThatThrownBy(() -> circuit.call(failing(kind))).isInstanceOf(CallFailed.class);
  }

  private static Supplier<String> failing(Kind kind) {
    return () -> {
      throw new CallFailed(kind, new IllegalStateException());
    };
  }

  private void saysNothing() {
    fails(Kind.CUT_SHORT);
    fails(Kind.TOO_LARGE);
    assertThatThrownBy(() -> circuit.call(() -> List.of().get(0)))
        .isInstanceOf(IndexOutOfBoundsException.class);
  }

  private void isOpen() {
    assertThatThrownBy(() -> circuit.call(() -> "called"))
        .isInstanceOf(CircuitBreakerOpenException.class);
  }

  private void pass(Duration time) {
    nanos.addAndGet(time.toNanos());
  }

  private void open() {
    for (int i = 0; i < 4; i++) {
      fails();
    }
    isOpen();
  }

  @Test
  void itOpensWhenHalfOfTheLastCallsHaveFailed() {
    fails();
    works();
    works();
    works();
    works();
    works();
    works();
    fails();
    works();
    fails();
    isOpen();
  }

  @Test
  void itStaysClosedWhileThereWereTooFewCallsToSay() {
    fails();
    fails();
    fails();
    works();
    isOpen();
  }

  @Test
  void whatSaysNothingDoesNotCount() {
    for (int i = 0; i < 10; i++) {
      saysNothing();
    }
    fails();
    fails();
    fails();
    saysNothing();
    works();
    isOpen();
  }

  @Test
  void itStaysOpenForThePauseWhateverTheClockShows() {
    open();
    pass(PAUSE.minusNanos(1));
    isOpen();
    pass(Duration.ofNanos(1));
    works();
  }

  @Test
  void twoCallsThatWorkCloseItAndOneThatFailsOpensItAgain() {
    open();
    pass(PAUSE);
    works();
    fails();
    isOpen();
    pass(PAUSE);
    works();
    works();
    fails();
    fails();
    fails();
    works();
    isOpen();
  }

  @Test
  void whatSaysNothingNeitherClosesItNorTakesAPlace() {
    open();
    pass(PAUSE);
    for (int i = 0; i < 10; i++) {
      saysNothing();
    }
    works();
    fails();
    isOpen();
  }

  @Test
  void afterThePauseTwoCallsAreTriedAtATime() {
    open();
    pass(PAUSE);
    circuit.call(
        () ->
            circuit.call(
                () -> {
                  isOpen();
                  return "both";
                }));
    works();
    fails();
    works();
  }

  @Test
  void aCallThatBeganBeforeDoesNotCountAfter() {
    List<String> told = new ArrayList<>();
    circuit.call(
        () -> {
          open();
          pass(PAUSE);
          told.add("late");
          return "worked, before it opened";
        });
    works();
    fails();
    isOpen();
    assertThat(told).hasSize(1);
  }
}
