package io.kpigroups.application.port;

import io.kpigroups.domain.StorageUnavailable;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Until when the work of the current thread must be done. Set where a request comes in, read where
 * a store waits for something: one deadline for everything that the request does.
 */
public final class Deadline {
  private static final ThreadLocal<@Nullable Deadline> CURRENT = new ThreadLocal<>();

  private final LongSupplier nanoClock;
  private final long at;

  private Deadline(LongSupplier nanoClock, Duration time) {
    this.nanoClock = nanoClock;
    this.at = nanoClock.getAsLong() + time.toNanos();
  }

  /**
   * Does the work with a deadline {@code time} from now; a deadline that holds already and is
   * earlier stays.
   */
  public static <T extends @Nullable Object> T within(Duration time, Supplier<T> work) {
    Deadline outer = CURRENT.get();
    return within(time, outer == null ? System::nanoTime : outer.nanoClock, work);
  }

  /**
   * The same by a clock of one's own, which counts nanoseconds from wherever it likes. Deadlines
   * that are set within go by it too: so a test can stop the time, or have it pass at once.
   */
  public static <T extends @Nullable Object> T within(
      Duration time, LongSupplier nanoClock, Supplier<T> work) {
    Deadline outer = CURRENT.get();
    CURRENT.set(
        outer != null && outer.left().compareTo(time) < 0 ? outer : new Deadline(nanoClock, time));
    try {
      return work.get();
    } finally {
      if (outer == null) {
        CURRENT.remove();
      } else {
        CURRENT.set(outer);
      }
    }
  }

  /**
   * Does the work within the deadline that holds already, however late it is; where there is none,
   * with one {@code time} from now.
   */
  public static <T extends @Nullable Object> T unlessSet(Duration time, Supplier<T> work) {
    return CURRENT.get() == null ? within(time, work) : work.get();
  }

  /**
   * How long the current thread may wait for a store: the whole time to the deadline, or {@code
   * otherwise} where no deadline was set.
   *
   * @throws StorageUnavailable if the deadline has passed
   */
  public static Duration remainingOr(Duration otherwise) {
    return CURRENT.get() == null ? otherwise : remaining(ChronoUnit.FOREVER.getDuration());
  }

  /**
   * How long the current thread may wait: the time to the deadline, at most {@code most}, which is
   * the answer where no deadline was set. At least a millisecond.
   *
   * @throws StorageUnavailable if the deadline has passed
   */
  public static Duration remaining(Duration most) {
    Deadline deadline = CURRENT.get();
    if (deadline == null) {
      return most;
    }
    Duration left = deadline.left();
    if (left.toMillis() < 1) {
      throw new StorageUnavailable(
          "The time for this request was over before its work was done.", new TimeoutException());
    }
    return left.compareTo(most) < 0 ? left : most;
  }

  private Duration left() {
    return Duration.ofNanos(at - nanoClock.getAsLong());
  }
}
