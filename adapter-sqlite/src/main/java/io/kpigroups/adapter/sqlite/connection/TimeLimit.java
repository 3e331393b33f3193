package io.kpigroups.adapter.sqlite.connection;

import io.kpigroups.application.port.Deadline;
import java.time.Duration;
import org.sqlite.ProgressHandler;

/** Cuts the statements of a connection that run for too long: asked by SQLite as they go on. */
final class TimeLimit extends ProgressHandler {
  /** Some tenths of a millisecond of work between two looks at the clock. */
  static final int STEPS_PER_LOOK = 10_000;

  private static final Duration NO_LIMIT = Duration.ofDays(36_500);

  private Deadline deadline = unlimited();
  private long endsAt;

  static Deadline unlimited() {
    return Deadline.in(NO_LIMIT);
  }

  /** From now on statements are cut at this deadline. */
  void set(Deadline newDeadline) {
    deadline = newDeadline;
    endsAt = System.nanoTime() + newDeadline.remaining().toNanos();
  }

  /** From now on statements run as long as they need. */
  void lift() {
    endsAt = System.nanoTime() + NO_LIMIT.toNanos();
  }

  Deadline deadline() {
    return deadline;
  }

  @Override
  protected int progress() {
    return System.nanoTime() - endsAt < 0 ? 0 : 1;
  }
}
