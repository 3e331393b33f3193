package io.kpigroups.adapter.sqlite.connection;

import io.kpigroups.application.port.Deadline;
import io.kpigroups.application.port.StorageUnavailable;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Deque;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;

/**
 * So many connections to one file, each lent to the caller who has waited longest, until the
 * deadline of its call. See docs/adr/0003.
 */
final class ConnectionPool implements AutoCloseable {
  private final int size;
  private final Semaphore places;
  private final Deque<PooledConnection> idle = new ConcurrentLinkedDeque<>();
  private volatile boolean closed;

  ConnectionPool(Path file, int size) {
    this.size = size;
    this.places = new Semaphore(size, true);
    for (int i = 0; i < size; i++) {
      idle.push(new PooledConnection(file));
    }
  }

  /**
   * Lends a connection, limited to the deadline.
   *
   * @throws StorageUnavailable if none is free before the deadline, or this is closed
   */
  <T> T lend(Deadline deadline, Function<PooledConnection, T> work) {
    awaitTurn(places, deadline);
    return lend(deadline, true, work);
  }

  /** The same, but not at all if none is free at once; another program's lock is not waited for. */
  void lendIfFree(Deadline deadline, Function<PooledConnection, ?> work) {
    if (places.tryAcquire()) {
      lend(deadline, false, work);
    }
  }

  /** Takes a place, as soon as there is one and those who came before have theirs. */
  static void awaitTurn(Semaphore places, Deadline deadline) {
    try {
      if (!places.tryAcquire(deadline.remaining().toNanos(), TimeUnit.NANOSECONDS)) {
        throw new StorageUnavailable(
            "The store is overloaded: the request's time was over before its turn came.",
            new TimeoutException());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new StorageUnavailable("The wait for the store was interrupted.", e);
    }
  }

  /** Lends a connection to a caller who has a place; both come back, whatever happens. */
  private <T> T lend(Deadline deadline, boolean waits, Function<PooledConnection, T> work) {
    PooledConnection connection = idle.pop();
    try {
      if (closed) {
        throw new StorageUnavailable("The store is closed.", new IllegalStateException());
      }
      connection.limit(waits ? deadline.remaining() : Duration.ZERO, deadline);
      return work.apply(connection);
    } finally {
      idle.push(connection);
      places.release();
    }
  }

  /** Refuses whoever comes from now on, waits for those at work, and closes the connections. */
  @Override
  public void close() {
    closed = true;
    places.acquireUninterruptibly(size);
    idle.forEach(PooledConnection::close);
    places.release(size);
  }
}
