package io.kpigroups.application.port;

import java.time.Duration;
import java.util.concurrent.TimeoutException;
import java.util.function.LongSupplier;

/**
 * Until when something must be done. A request has one, which is passed to every place that waits.
 */
public final class Deadline {
  private final LongSupplier nanoClock;
  private final long at;

  private Deadline(LongSupplier nanoClock, long at) {
    this.nanoClock = nanoClock;
    this.at = at;
  }

  /** A deadline this much from now. */
  public static Deadline in(Duration time) {
    return in(time, System::nanoTime);
  }

  /**
   * The same by another clock, which counts nanoseconds from any start; a test can stop it or move
   * it.
   */
  public static Deadline in(Duration time, LongSupplier nanoClock) {
    return new Deadline(nanoClock, nanoClock.getAsLong() + time.toNanos());
  }

  /** This deadline, or one {@code time} from now if that is earlier. */
  public Deadline atMost(Duration time) {
    Deadline other = in(time, nanoClock);
    return other.at - at < 0 ? other : this;
  }

  /** How much time is left; zero or less if it is over. */
  public Duration left() {
    return Duration.ofNanos(at - nanoClock.getAsLong());
  }

  /**
   * The time that is left for waiting, at least a millisecond.
   *
   * @throws StorageUnavailable if the time is over
   */
  public Duration remaining() {
    Duration left = left();
    if (left.toMillis() < 1) {
      throw new StorageUnavailable(
          "The time for this request was over before its work was done.", new TimeoutException());
    }
    return left;
  }
}
