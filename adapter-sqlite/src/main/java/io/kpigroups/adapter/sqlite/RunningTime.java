package io.kpigroups.adapter.sqlite;

import java.time.Duration;
import org.sqlite.ProgressHandler;

/** Ends a statement that runs beyond its time: the driver's query timeout does not. */
final class RunningTime extends ProgressHandler {
  /** Some tenths of a millisecond of work between two looks at the clock. */
  static final int STEPS_PER_LOOK = 10_000;

  private long endsAt;

  /** From now on statements end with an error after this time. */
  void limit(Duration time) {
    endsAt = System.nanoTime() + time.toNanos();
  }

  /** From now on statements run as long as they need. */
  void unlimited() {
    endsAt = System.nanoTime() + Long.MAX_VALUE / 2;
  }

  @Override
  protected int progress() {
    return System.nanoTime() - endsAt < 0 ? 0 : 1;
  }
}
