package io.kpigroups.application.port;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kpigroups.domain.StorageUnavailable;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** That a store which asks has all the time to the deadline, and its own limit only without one. */
class DeadlineHandedDownTest {
  private static final Duration SECOND = Duration.ofSeconds(1);
  private static final Duration DAY = Duration.ofDays(1);

  @Test
  void aStoreHasTheWholeTimeToTheDeadline() {
    assertThat(within(DAY, SECOND).compareTo(SECOND)).isPositive();
    assertThat(within(DAY, SECOND).compareTo(DAY)).isNotPositive();
  }

  @Test
  void withoutADeadlineAStoreHasItsOwnLimit() {
    assertThat(Deadline.remainingOr(SECOND)).isEqualTo(SECOND);
    Duration set = Deadline.unlessSet(DAY, () -> Deadline.remainingOr(SECOND));
    assertThat(set.compareTo(SECOND)).isPositive();
    assertThat(set.compareTo(DAY)).isNotPositive();
    assertThat(Deadline.remainingOr(SECOND)).isEqualTo(SECOND);
  }

  @Test
  void aDeadlineThatHoldsIsNeitherShortenedNorExtendedByAStoresLimit() {
    assertThat(
            Deadline.<Duration>within(
                DAY, () -> Deadline.unlessSet(SECOND, () -> Deadline.remainingOr(SECOND))))
        .isGreaterThan(Duration.ofHours(1));
    assertThatThrownBy(
            () ->
                Deadline.<Duration>within(
                    Duration.ZERO, () -> Deadline.unlessSet(DAY, () -> Deadline.remainingOr(DAY))))
        .isInstanceOf(StorageUnavailable.class);
  }

  private static Duration within(Duration deadline, Duration otherwise) {
    return Deadline.<Duration>within(deadline, () -> Deadline.remainingOr(otherwise));
  }
}
