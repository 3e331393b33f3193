package io.kpigroups.adapter.sqlite.connection;

import io.kpigroups.application.port.Deadline;
import java.util.concurrent.Semaphore;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A change in the {@link WriteQueue}. One thread at a time has it: that of its caller, or the one
 * that took it out of the queue, until it gives it its turn.
 */
final class QueuedWrite<T> {
  final Deadline deadline;

  /** Given when its caller may go on: it is done, or must be done now by that thread. */
  final Semaphore turn = new Semaphore(0);

  private final Function<PooledConnection, T> work;
  private boolean alone;
  private boolean isDone;
  private @Nullable T result;
  private @Nullable Throwable failure;

  QueuedWrite(Deadline deadline, Function<PooledConnection, T> work) {
    this.deadline = deadline;
    this.work = work;
  }

  /** Does the work, not yet the commit. Answers whether the transaction can go on. */
  boolean attempt(PooledConnection connection) {
    try {
      connection.next(deadline);
      result = work.apply(connection);
      connection.deadline().remaining();
      return true;
    } catch (RuntimeException | Error e) {
      fail(e);
      // Who only looked and refused has left no trace.
      return connection.open != null && !connection.hasChanged();
    }
  }

  void fail(Throwable e) {
    failure = e;
    isDone = true;
  }

  /** It was undone with others: next time it has a transaction of its own. */
  void separate() {
    alone = true;
  }

  boolean isAlone() {
    return alone;
  }

  void succeed() {
    isDone = true;
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
