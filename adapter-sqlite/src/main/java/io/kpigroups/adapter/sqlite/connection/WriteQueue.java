package io.kpigroups.adapter.sqlite.connection;

import io.kpigroups.application.port.Deadline;
import io.kpigroups.application.port.OutcomeUnknown;
import io.kpigroups.application.port.StorageUnavailable;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Makes changes one after another, in the order in which they come. Those that wait while one is
 * made join its transaction and share its commit, which costs more than most changes do (group
 * commit). Each is made wholly or not at all, whatever becomes of the others. See docs/adr/0024.
 */
final class WriteQueue {
  /** The most changes of one transaction. */
  static final int MOST = 64;

  private final ConnectionPool writer;
  private final Duration longest;
  private final Runnable onChange;
  private final Deque<QueuedWrite<?>> waiting = new ArrayDeque<>();
  private boolean isBusy;

  /**
   * A queue.
   *
   * @param writer lends the one connection that changes are made by
   * @param longest when a transaction has gone on for so long no change joins it any more
   * @param onChange told of each commit that has changed any row
   */
  WriteQueue(ConnectionPool writer, Duration longest, Runnable onChange) {
    this.writer = writer;
    this.longest = longest;
    this.onChange = onChange;
  }

  /**
   * Makes a change; answers when it is committed.
   *
   * @param work may run again if a change that shared its transaction had to be undone; it may not
   *     change anything but through its connection
   * @throws StorageUnavailable if it was not made
   * @throws OutcomeUnknown if it may have been made or not
   */
  <T> T write(Deadline deadline, Function<PooledConnection, T> work) {
    QueuedWrite<T> own = new QueuedWrite<>(deadline, work);
    if (!isFirst(own)) {
      await(own);
    }
    if (!own.isDone()) {
      List<QueuedWrite<?>> joined = new ArrayList<>();
      try {
        lead(own, joined);
      } finally {
        handOn();
        joined.forEach(other -> other.turn.release());
      }
    }
    return own.result();
  }

  private synchronized boolean isFirst(QueuedWrite<?> own) {
    if (isBusy) {
      waiting.add(own);
      return false;
    }
    isBusy = true;
    return true;
  }

  private void await(QueuedWrite<?> own) {
    try {
      ConnectionPool.awaitTurn(own.turn, own.deadline);
    } catch (StorageUnavailable e) {
      if (giveUp(own)) {
        throw e;
      }
      // It has joined a transaction, so that only its end tells whether it was made.
      own.turn.acquireUninterruptibly();
    }
  }

  private synchronized boolean giveUp(QueuedWrite<?> own) {
    return waiting.remove(own);
  }

  private void handOn() {
    @Nullable QueuedWrite<?> next;
    synchronized (this) {
      next = waiting.poll();
      isBusy = next != null;
    }
    if (next != null) {
      next.turn.release();
    }
  }

  /** The change that waits longest, if it may share the transaction that has begun then. */
  private synchronized @Nullable QueuedWrite<?> join(int joined, long began) {
    @Nullable QueuedWrite<?> first = waiting.peek();
    boolean joins =
        first != null
            && !first.isAlone()
            && joined + 1 < MOST
            && System.nanoTime() - began < longest.toNanos();
    return joins ? waiting.poll() : null;
  }

  private synchronized void backToTheFront(List<QueuedWrite<?>> changes) {
    for (int i = changes.size() - 1; i >= 0; i--) {
      waiting.push(changes.get(i));
    }
  }

  /** Makes a change, and those that join it; all of these are done then. */
  private void lead(QueuedWrite<?> own, List<QueuedWrite<?>> joined) {
    try {
      Function<PooledConnection, Boolean> all = connection -> work(connection, own, joined);
      if (writer.lend(own.deadline, connection -> Transaction.WRITE.run(connection, all))) {
        onChange.run();
      }
      own.succeed();
      joined.forEach(QueuedWrite::succeed);
    } catch (OutcomeUnknown e) {
      own.fail(e);
      joined.stream()
          .filter(other -> !other.isDone())
          .forEach(other -> other.fail(new OutcomeUnknown(e.getMessage(), e)));
    } catch (RuntimeException | Error e) {
      if (joined.isEmpty()) {
        own.fail(e);
      } else {
        makeEachAlone(own, joined);
      }
    }
  }

  /** Nothing was made, since one of them or their commit has failed. */
  private void makeEachAlone(QueuedWrite<?> own, List<QueuedWrite<?>> joined) {
    List<QueuedWrite<?>> undone = joined.stream().filter(other -> !other.isDone()).toList();
    undone.forEach(QueuedWrite::separate);
    joined.removeAll(undone);
    backToTheFront(undone);
    own.separate();
    lead(own, new ArrayList<>());
  }

  /** Answers whether anything was changed. */
  private boolean work(
      PooledConnection connection, QueuedWrite<?> own, List<QueuedWrite<?>> joined) {
    long began = System.nanoTime();
    own.attempt(connection);
    own.throwIfFailed();
    boolean hasChanged = connection.hasChanged();
    @Nullable QueuedWrite<?> next = own.isAlone() ? null : join(joined.size(), began);
    while (next != null) {
      joined.add(next);
      if (!next.attempt(connection)) {
        next.throwIfFailed();
      }
      hasChanged |= connection.hasChanged();
      next = join(joined.size(), began);
    }
    // Each has met its own deadline.
    connection.next(PooledConnection.unlimited());
    return hasChanged;
  }
}
