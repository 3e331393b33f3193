package io.kpigroups.benchmarks.compare;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/** On two processors, each look at the clock a second later than the one before. */
class WatchedTest {
  private static final long SECOND = 1_000_000_000;

  private final AtomicLong clock = new AtomicLong();
  private final AtomicLong foreign = new AtomicLong();
  private final AtomicInteger times = new AtomicInteger();
  private final Watched watched = new Watched(foreign::get, () -> clock.addAndGet(SECOND), 2);

  @Test
  void takesTheFirstThatWasQuietEnough() {
    Watched.Quiet<Integer> quiet = watched.measure(() -> work(SECOND / 10));

    assertThat(quiet).isEqualTo(new Watched.Quiet<>(1, 0.05, true));
    assertThat(watched.repeats()).isZero();
  }

  @Test
  void takesTheQuietestOfThree() {
    long[] taken = {SECOND, SECOND / 2, SECOND * 3 / 4};

    Watched.Quiet<Integer> quiet = watched.measure(() -> work(taken[times.get()]));

    assertThat(quiet).isEqualTo(new Watched.Quiet<>(2, 0.25, true));
    assertThat(watched.repeats()).isEqualTo(2);
  }

  @Test
  void doesNotRepeatWhatMayBeTheStepsOfTheClock() {
    Watched shortSlices = new Watched(foreign::get, () -> clock.addAndGet(SECOND / 10), 2);

    assertThat(shortSlices.measure(() -> work(SECOND / 25)))
        .isEqualTo(new Watched.Quiet<>(1, 0.2, false));
    assertThat(shortSlices.repeats()).isZero();
  }

  @Test
  void measuresAgainWhereItIsNotKnownWhatOthersTook() {
    long[] taken = {-SECOND, 0};

    assertThat(watched.measure(() -> work(taken[times.get()])))
        .isEqualTo(new Watched.Quiet<>(2, 0, false));
  }

  @Test
  void doesNotRepeatForEverWhereTheMachineIsNeverQuiet() {
    for (int n = 0; n < 1000; n++) {
      watched.measure(() -> work(SECOND));
    }

    assertThat(watched.repeats()).isEqualTo(100);
    assertThat(times).hasValue(1100);
  }

  /** Others take so much meanwhile; answers the number of the call. */
  private int work(long taken) {
    foreign.addAndGet(taken);
    return times.incrementAndGet();
  }
}
