package io.kpigroups.adapter.sqlite.connection;

import io.kpigroups.application.port.OutcomeUnknown;
import io.kpigroups.application.port.PortFailure;
import io.kpigroups.application.port.StorageUnavailable;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.Consumer;
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

  /** So many times as long as a transaction may grow, its first change must have left. */
  private static final int MARGIN = 10;

  private final ConnectionPool writer;
  private final Duration longest;
  private final Runnable onChange;
  private final Consumer<PortFailure> onFailure;
  private final Deque<QueuedWrite<?>> waiting = new ArrayDeque<>();
  private boolean isBusy;

  /**
   * A queue.
   *
   * @param writer lends the one connection that changes are made by
   * @param longest when a transaction has gone on for so long no change joins it any more
   * @param onChange told of each commit that has changed any row
   * @param onFailure told of each transaction that has failed, in their order
   */
  WriteQueue(
      ConnectionPool writer, Duration longest, Runnable onChange, Consumer<PortFailure> onFailure) {
    this.writer = writer;
    this.longest = longest;
    this.onChange = onChange;
    this.onFailure = onFailure;
  }

  /**
   * Makes a change; answers when it is committed.
   *
   * @throws StorageUnavailable if it was not made
   * @throws OutcomeUnknown if it may have been made or not
   */
  <T> T write(QueuedWrite<T> own) {
    if (!isFirst(own)) {
      await(own);
    }
    if (!own.isDone()) {
      List<QueuedWrite<?>> joined = new ArrayList<>();
      try {
        lead(own, joined);
      } finally {
        try {
          handOn();
        } finally {
          joined.forEach(QueuedWrite::end);
        }
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
      ConnectionPool.awaitTurn(own.turn(), own.deadline());
    } catch (RuntimeException | Error e) {
      if (giveUp(own)) {
        throw e;
      }
      // It has joined a transaction, so that only its end tells whether it was made.
      own.turn().acquireUninterruptibly();
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
      next.turn().release();
    }
  }

  /** Makes a change, and those that join it. */
  private void lead(QueuedWrite<?> own, List<QueuedWrite<?>> joined) {
    boolean hasChanged;
    try {
      Function<PooledConnection, Boolean> all = connection -> work(connection, own, joined);
      hasChanged =
          writer.lend(own.deadline(), connection -> Transaction.WRITE.run(connection, all));
    } catch (OutcomeUnknown e) {
      onFailure.accept(e);
      own.fail(e);
      makeAlone(joined.stream().filter(QueuedWrite::isRefused).toList(), joined);
      joined.forEach(other -> other.leaveInDoubt(e));
      return;
    } catch (RuntimeException | Error e) {
      if (e instanceof PortFailure failure) {
        onFailure.accept(failure);
      }
      if (joined.isEmpty()) {
        own.fail(e);
      } else {
        // Nothing was made. Who was refused may have been for what is undone now.
        makeAlone(List.copyOf(joined), joined);
        own.separate();
        lead(own, new ArrayList<>());
      }
      return;
    }
    own.succeed();
    joined.forEach(QueuedWrite::succeed);
    if (hasChanged) {
      onChange.run();
    }
  }

  /** Has them made before all others, each in a transaction of its own. */
  private synchronized void makeAlone(List<QueuedWrite<?>> changes, List<QueuedWrite<?>> joined) {
    for (int i = changes.size() - 1; i >= 0; i--) {
      changes.get(i).separate();
      waiting.push(changes.get(i));
    }
    joined.removeAll(changes);
  }

  /** Answers whether anything was changed. */
  private boolean work(
      PooledConnection connection, QueuedWrite<?> own, List<QueuedWrite<?>> joined) {
    long began = System.nanoTime();
    own.attempt(connection);
    own.throwIfFailed();
    boolean hasChanged = connection.hasChanged();
    for (@Nullable QueuedWrite<?> next = join(own, joined, began);
        next != null;
        next = join(own, joined, began)) {
      connection.next(own.deadline());
      if (!next.attempt(connection)) {
        next.throwIfFailed();
      }
      hasChanged |= connection.hasChanged();
    }
    return hasChanged;
  }

  /** The change that waits longest, if it may share the transaction that has begun then. */
  private synchronized @Nullable QueuedWrite<?> join(
      QueuedWrite<?> own, List<QueuedWrite<?>> joined, long began) {
    @Nullable QueuedWrite<?> first = waiting.peek();
    if (first == null
        || first.isAlone()
        || own.isAlone()
        || joined.size() + 1 == MOST
        || System.nanoTime() - began >= longest.toNanos()
        || own.deadline().left().compareTo(longest.multipliedBy(MARGIN)) < 0) {
      return null;
    }
    joined.add(first);
    return waiting.poll();
  }
}
