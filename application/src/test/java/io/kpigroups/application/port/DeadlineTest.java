package io.kpigroups.application.port;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class DeadlineTest {
  private static final Duration HOUR = Duration.ofHours(1);
  private static final Duration DAY = Duration.ofDays(1);

  /** Begins where a clock of nanoseconds may: shortly before it starts again from below. */
  private final AtomicLong nanos = new AtomicLong(Long.MAX_VALUE - 10);

  @Test
  void oneMayWaitUntilTheDeadline() {
    Deadline deadline = in(HOUR);
    assertThat(deadline.remaining()).isEqualTo(HOUR);

    pass(Duration.ofMinutes(59));
    assertThat(deadline.remaining()).isEqualTo(Duration.ofMinutes(1));
    assertThat(deadline.left()).isEqualTo(Duration.ofMinutes(1));
  }

  @Test
  void theTimeIsThatOfTheMachineWhereNoClockIsGiven() {
    assertThat(Deadline.in(DAY).remaining()).isPositive().isLessThanOrEqualTo(DAY);
  }

  @Test
  void afterTheDeadlineThereIsNothingLeftToWait() {
    for (Duration over : List.of(Duration.ZERO, Duration.ofNanos(999_999), DAY.negated())) {
      assertThatThrownBy(() -> in(over).remaining()).isInstanceOf(StorageUnavailable.class);
    }
    Deadline deadline = in(HOUR);
    pass(HOUR);
    assertThatThrownBy(deadline::remaining).isInstanceOf(StorageUnavailable.class);
    assertThat(deadline.left()).isZero();
  }

  @Test
  void theLastMillisecondMayBeWaitedFor() {
    assertThat(in(Duration.ofMillis(1)).remaining()).isEqualTo(Duration.ofMillis(1));
  }

  @Test
  void anEarlierTimeCutsADeadlineAndALaterOneDoesNotExtendIt() {
    Deadline deadline = in(HOUR);
    pass(Duration.ofMinutes(10));

    assertThat(deadline.atMost(Duration.ofMinutes(20)).left()).isEqualTo(Duration.ofMinutes(20));
    assertThat(deadline.atMost(DAY)).isSameAs(deadline);
    assertThat(deadline.atMost(Duration.ofMinutes(50)).left()).isEqualTo(Duration.ofMinutes(50));
  }

  @Test
  void aDeadlineThatIsCutGoesByTheSameClock() {
    Deadline cut = in(DAY).atMost(HOUR);
    pass(Duration.ofMinutes(10));

    assertThat(cut.left()).isEqualTo(Duration.ofMinutes(50));
  }

  private Deadline in(Duration time) {
    return Deadline.in(time, nanos::get);
  }

  private void pass(Duration time) {
    nanos.addAndGet(time.toNanos());
  }
}
