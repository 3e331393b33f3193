package io.kpigroups.adapter.sqlite.connection;

import io.kpigroups.application.port.Deadline;
import io.kpigroups.application.port.OutcomeUnknown;
import java.util.Objects;
import java.util.concurrent.Semaphore;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A change in the {@link WriteQueue}. One thread at a time has it: that of its caller, or the one
 * that took it out of the queue, until it gives it its turn.
 */
final class QueuedWrite<T> {
  private final Deadline deadline;
  private final Semaphore turn = new Semaphore(0);
  private final Function<PooledConnection, T> work;
  private boolean isAlone;
  private boolean isDone;
  private @Nullable T result;
  private @Nullable Throwable failure;

  private QueuedWrite(Deadline deadline, boolean isAlone, Function<PooledConnection, T> work) {
    this.deadline = deadline;
    this.isAlone = isAlone;
    this.work = work;
  }

  /**
   * A change that may share a transaction.
   *
   * @param work may run again if a change that shared its transaction had to be undone; it may not
   *     change anything but through its connection
   */
  static <T> QueuedWrite<T> shared(Deadline deadline, Function<PooledConnection, T> work) {
    return new QueuedWrite<>(deadline, false, work);
  }

  /** A change that has a transaction of its own, since it takes long. */
  static <T> QueuedWrite<T> alone(Deadline deadline, Function<PooledConnection, T> work) {
    return new QueuedWrite<>(deadline, true, work);
  }

  Deadline deadline() {
    return deadline;
  }

  /** Given when its caller may go on: it is done, or must be done now by that thread. */
  Semaphore turn() {
    return turn;
  }

  /** Does the work, not yet the commit. Answers whether the transaction can go on. */
  boolean attempt(PooledConnection connection) {
    failure = null;
    try {
      deadline.remaining();
      result = work.apply(connection);
      return true;
    } catch (RuntimeException e) {
      failure = e;
      // Who only looked and refused has left no trace.
      return connection.open != null && !connection.hasChanged();
    } catch (Error e) {
      failure = e;
      return false;
    }
  }

  /** Whether its work has refused; that counts once the transaction it saw is committed. */
  boolean isRefused() {
    return failure != null;
  }

  /** From now on it has a transaction of its own. */
  void separate() {
    isAlone = true;
    failure = null;
  }

  boolean isAlone() {
    return isAlone;
  }

  void succeed() {
    isDone = true;
  }

  void fail(Throwable e) {
    failure = e;
    isDone = true;
  }

  /** The commit that it shared may have been made or not. */
  void leaveInDoubt(OutcomeUnknown doubt) {
    fail(
        new OutcomeUnknown(
            String.valueOf(doubt.getMessage()),
            Objects.requireNonNullElse(doubt.getCause(), doubt)));
  }

  /** Lets its caller go on. If nobody says what became of it, that is not known. */
  void end() {
    if (!isDone) {
      fail(new OutcomeUnknown("The change was given up.", new IllegalStateException()));
    }
    turn.release();
  }

  boolean isDone() {
    return isDone;
  }

  /** What the work answered; throws what it threw. */
  @SuppressWarnings("NullAway") // A work that answers null is its caller's own affair.
  T result() {
    throwIfFailed();
    return result;
  }

  void throwIfFailed() {
    if (failure instanceof Error error) {
      throw error;
    }
    if (failure != null) {
      throw (RuntimeException) failure;
    }
  }
}
