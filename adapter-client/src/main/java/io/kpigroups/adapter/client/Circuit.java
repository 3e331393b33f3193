package io.kpigroups.adapter.client;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.eclipse.microprofile.faulttolerance.exceptions.CircuitBreakerOpenException;

/**
 * A circuit breaker: when half of the last calls have failed, upstream is left alone for a pause.
 * Then few calls at a time are let through, until as many have worked, or one has failed.
 *
 * <p>A call that says nothing about upstream counts neither way, and nor does one that began before
 * the circuit was last opened or closed.
 */
final class Circuit {
  /** What a call says about upstream. */
  enum Sign {
    WORKS,
    FAILS,
    NOTHING
  }

  private static final int CALLS_TO_TRUST_AGAIN = 2;

  private final int calls;
  private final long pause;
  private final LongSupplier nanoClock;

  private final Deque<Sign> last = new ArrayDeque<>();
  private int failures;
  private boolean open;
  private long openedAt;
  private int trying;
  private int worked;

  /** Counts how often the circuit was opened or closed. */
  private int era;

  /**
   * A circuit that is closed.
   *
   * @param calls how many of the last calls count
   */
  Circuit(int calls, Duration pause, LongSupplier nanoClock) {
    this.calls = calls;
    this.pause = pause.toNanos();
    this.nanoClock = nanoClock;
  }

  /**
   * Makes the call.
   *
   * @throws CircuitBreakerOpenException if upstream is left alone
   */
  <T> T call(Supplier<T> call) {
    int began = enter();
    Sign sign = Sign.NOTHING;
    try {
      T answer = call.get();
      sign = Sign.WORKS;
      return answer;
    } catch (CallFailed e) {
      sign = e.sign();
      throw e;
    } finally {
      leave(began, sign);
    }
  }

  private synchronized int enter() {
    if (open) {
      boolean paused = nanoClock.getAsLong() - openedAt < pause;
      if (paused || trying + worked >= CALLS_TO_TRUST_AGAIN) {
        throw new CircuitBreakerOpenException();
      }
      trying++;
    }
    return era;
  }

  private synchronized void leave(int began, Sign sign) {
    if (began != era) {
      return;
    }
    if (open) {
      leaveTrial(sign);
    } else if (sign != Sign.NOTHING) {
      count(sign);
    }
  }

  private void leaveTrial(Sign sign) {
    trying--;
    if (sign == Sign.FAILS) {
      turn(true);
    } else if (sign == Sign.WORKS && ++worked == CALLS_TO_TRUST_AGAIN) {
      turn(false);
    }
  }

  private void count(Sign sign) {
    last.add(sign);
    failures += sign == Sign.FAILS ? 1 : 0;
    if (last.size() > calls) {
      failures -= last.remove() == Sign.FAILS ? 1 : 0;
    }
    if (last.size() == calls && 2L * failures >= calls) {
      turn(true);
    }
  }

  private void turn(boolean opens) {
    open = opens;
    openedAt = nanoClock.getAsLong();
    era++;
    trying = 0;
    worked = 0;
    failures = 0;
    last.clear();
  }
}
