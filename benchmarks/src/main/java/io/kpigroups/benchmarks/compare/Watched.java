package io.kpigroups.benchmarks.compare;

import io.kpigroups.benchmarks.server.Machine;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/**
 * Measures something while it is watched what others take of the machine, and again where that is
 * too much.
 */
public final class Watched {
  /** Of the machine, that others may have. */
  public static final double MOST_FOREIGN = 0.05;

  /** Less than this is no more than the steps of the clock. */
  private static final long LEAST_NANOS = 50_000_000;

  private static final int MOST_TRIES = 3;

  /** So many repeats a whole run may have; then it goes on as it is. */
  private static final int MOST_REPEATS = 100;

  private final LongSupplier foreignNanos;
  private final LongSupplier clock;
  private final int processors;
  private int repeats;

  /** On this machine. */
  Watched() {
    this(Machine::foreignNanos, System::nanoTime, Runtime.getRuntime().availableProcessors());
  }

  Watched(LongSupplier foreignNanos, LongSupplier clock, int processors) {
    this.foreignNanos = foreignNanos;
    this.clock = clock;
    this.processors = processors;
  }

  /**
   * Something that was measured.
   *
   * @param foreignShare how much of the machine others took meanwhile; all of it where that is not
   *     known
   * @param certain whether that is more than the steps of the clock
   */
  record Quiet<T>(T measured, double foreignShare, boolean certain) {

    /** Whether it need not be measured again. */
    boolean isQuiet() {
      return foreignShare <= MOST_FOREIGN || !certain;
    }
  }

  /** The first that was quiet enough, or the quietest of three. */
  <T> Quiet<T> measure(Supplier<T> work) {
    Quiet<T> best = once(work);
    for (int n = 1; n < MOST_TRIES && !best.isQuiet() && repeats < MOST_REPEATS; n++) {
      repeats++;
      Quiet<T> again = once(work);
      if (again.foreignShare() < best.foreignShare()) {
        best = again;
      }
    }
    return best;
  }

  private <T> Quiet<T> once(Supplier<T> work) {
    long foreignBefore = foreignNanos.getAsLong();
    long started = clock.getAsLong();
    T measured = work.get();
    double machine = (double) (clock.getAsLong() - started) * processors;
    long foreign = foreignNanos.getAsLong() - foreignBefore;
    // Less than nothing: a program has ended whose parent is not there, and took what it had along.
    return new Quiet<>(
        measured, foreign < 0 ? 1 : foreign / machine, foreign < 0 || foreign >= LEAST_NANOS);
  }

  /** How often something was measured again. */
  int repeats() {
    return repeats;
  }
}
