package io.kpigroups.application.port;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kpigroups.domain.StorageUnavailable;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class DeadlineTest {
  private static final Duration HOUR = Duration.ofHours(1);
  private static final Duration DAY = Duration.ofDays(1);

  /** Begins where a clock of nanoseconds may: shortly before it starts again from below. */
  private final AtomicLong nanos = new AtomicLong(Long.MAX_VALUE - 10);

  @Test
  void withoutADeadlineOneMayWaitAsLongAsOneLikes() {
    assertThat(Deadline.remaining(DAY)).isEqualTo(DAY);
  }

  @Test
  void withinADeadlineOneMayWaitUntilThen() {
    List<Duration> waits =
        within(
            HOUR,
            () -> {
              Duration first = Deadline.remaining(DAY);
              pass(Duration.ofMinutes(59));
              return List.of(first, Deadline.remaining(DAY));
            });

    assertThat(waits).containsExactly(HOUR, Duration.ofMinutes(1));
  }

  @Test
  void theTimeIsThatOfTheMachineWhereNoClockIsGiven() {
    assertThat(Deadline.<Duration>within(DAY, () -> Deadline.remaining(DAY)))
        .isPositive()
        .isLessThanOrEqualTo(DAY);
  }

  @Test
  void aWaitIsNeverLongerThanWhatIsAskedFor() {
    Duration second = Duration.ofSeconds(1);

    assertThat(within(HOUR, () -> Deadline.remaining(second))).isEqualTo(second);
  }

  @Test
  void anEarlierOuterDeadlineStays() {
    assertThat(within(HOUR, () -> remainingWithin(DAY))).isEqualTo(HOUR);
  }

  @Test
  void anEarlierInnerDeadlineHoldsForTheInnerWorkOnly() {
    List<Duration> waits =
        within(DAY, () -> List.of(remainingWithin(HOUR), Deadline.remaining(DAY)));

    assertThat(waits).containsExactly(HOUR, DAY);
  }

  @Test
  void anInnerDeadlineCountsFromWhenItIsSetByTheClockOfTheOuterOne() {
    Duration left =
        within(
            DAY,
            () -> {
              pass(HOUR);
              return Deadline.<Duration>within(
                  HOUR,
                  () -> {
                    pass(Duration.ofMinutes(10));
                    return Deadline.remaining(DAY);
                  });
            });

    assertThat(left).isEqualTo(Duration.ofMinutes(50));
  }

  @Test
  void aDeadlineEndsWithItsWorkAlsoWhenThatFails() {
    assertThatThrownBy(
            () ->
                within(
                    HOUR,
                    () -> {
                      throw new IllegalStateException("failed");
                    }))
        .isInstanceOf(IllegalStateException.class);

    assertThat(Deadline.remaining(DAY)).isEqualTo(DAY);
  }

  @Test
  void afterTheDeadlineThereIsNothingLeftToWait() {
    for (Duration over : List.of(Duration.ZERO, Duration.ofNanos(999_999), DAY.negated())) {
      assertThatThrownBy(() -> remainingWithin(over)).isInstanceOf(StorageUnavailable.class);
    }
    assertThatThrownBy(
            () ->
                within(
                    HOUR,
                    () -> {
                      pass(HOUR);
                      return Deadline.remaining(DAY);
                    }))
        .isInstanceOf(StorageUnavailable.class);
  }

  @Test
  void theLastMillisecondMayBeWaitedFor() {
    Duration millisecond = Duration.ofMillis(1);

    assertThat(remainingWithin(millisecond)).isEqualTo(millisecond);
  }

  @Test
  void aDeadlineThatIsOverIsNotExtendedFromWithin() {
    assertThatThrownBy(() -> Deadline.<Duration>within(Duration.ZERO, () -> remainingWithin(HOUR)))
        .isInstanceOf(StorageUnavailable.class);
  }

  @Test
  void aDeadlineIsThatOfItsThreadOnly() {
    Duration elsewhere =
        within(HOUR, () -> CompletableFuture.supplyAsync(() -> Deadline.remaining(DAY)).join());

    assertThat(elsewhere).isEqualTo(DAY);
  }

  private Duration remainingWithin(Duration time) {
    return within(time, () -> Deadline.remaining(DAY));
  }

  private <T> T within(Duration time, Supplier<T> work) {
    return Deadline.within(time, nanos::get, work);
  }

  private void pass(Duration time) {
    nanos.addAndGet(time.toNanos());
  }
}
