package io.kpigroups.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kpigroups.application.port.Deadline;
import io.kpigroups.domain.StorageUnavailable;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class DeadlineTest {
  private static final Duration HOUR = Duration.ofHours(1);
  private static final Duration DAY = Duration.ofDays(1);

  @Test
  void withoutADeadlineOneMayWaitAsLongAsOneLikes() {
    assertThat(Deadline.remaining(DAY)).isEqualTo(DAY);
  }

  @Test
  void withinADeadlineOneMayWaitUntilThen() {
    assertThat(remainingWithin(HOUR)).isPositive().isLessThanOrEqualTo(HOUR);
  }

  @Test
  void aWaitIsNeverLongerThanWhatIsAskedFor() {
    Duration second = Duration.ofSeconds(1);

    assertThat(Deadline.<Duration>within(HOUR, () -> Deadline.remaining(second))).isEqualTo(second);
  }

  @Test
  void anEarlierOuterDeadlineStays() {
    assertThat(Deadline.<Duration>within(HOUR, () -> remainingWithin(DAY)))
        .isLessThanOrEqualTo(HOUR);
  }

  @Test
  void anEarlierInnerDeadlineHoldsForTheInnerWorkOnly() {
    List<Duration> waits =
        Deadline.<List<Duration>>within(
            DAY, () -> List.of(remainingWithin(HOUR), Deadline.remaining(DAY)));

    assertThat(waits.get(0)).isLessThanOrEqualTo(HOUR);
    assertThat(waits.get(1)).isGreaterThan(HOUR);
  }

  @Test
  void aDeadlineEndsWithItsWorkAlsoWhenThatFails() {
    assertThatThrownBy(
            () ->
                Deadline.<Duration>within(
                    HOUR,
                    () -> {
                      throw new IllegalStateException("failed");
                    }))
        .isInstanceOf(IllegalStateException.class);

    assertThat(Deadline.remaining(DAY)).isEqualTo(DAY);
  }

  @Test
  void afterTheDeadlineThereIsNothingLeftToWait() {
    for (Duration over : List.of(Duration.ZERO, Duration.ofMillis(1), Duration.ofDays(-1))) {
      assertThatThrownBy(() -> remainingWithin(over)).isInstanceOf(StorageUnavailable.class);
    }
  }

  @Test
  void aDeadlineThatIsOverIsNotExtendedFromWithin() {
    assertThatThrownBy(() -> Deadline.<Duration>within(Duration.ZERO, () -> remainingWithin(HOUR)))
        .isInstanceOf(StorageUnavailable.class);
  }

  @Test
  void aDeadlineIsThatOfItsThreadOnly() {
    List<Race.Outcome<Duration>> others =
        Deadline.<List<Race.Outcome<Duration>>>within(
            HOUR, () -> Race.of(1, i -> () -> Deadline.remaining(DAY)));

    assertThat(others.get(0).value()).contains(DAY);
  }

  private static Duration remainingWithin(Duration time) {
    return Deadline.<Duration>within(time, () -> Deadline.remaining(DAY));
  }
}
