package io.kpigroups.adapter.sqlite;

import io.kpigroups.application.port.Deadline;
import io.kpigroups.application.port.StorageUnavailable;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Deque;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * The connections of one kind, opened when needed and at most so many.
 *
 * <p>Thirty lines instead of a pool library: a local file needs no validation, leak detection or
 * idle timeouts, and the library's waiting time is fixed where ours is the rest of the request's.
 */
final class Sessions implements AutoCloseable {
  private static final Logger LOG = System.getLogger(Sessions.class.getName());

  private final Path file;
  private final int size;
  private final Semaphore places;
  private final Deque<Session> idle = new ConcurrentLinkedDeque<>();
  private volatile boolean closed;

  Sessions(Path file, int size) {
    this.file = file;
    this.size = size;
    this.places = new Semaphore(size, true);
  }

  /**
   * A session for the caller alone, limited to the time to the deadline. It must be given back.
   *
   * @throws StorageUnavailable if none is free before the deadline, or this is closed
   */
  Session take(Deadline deadline) throws SQLException {
    awaitPlace(deadline);
    return open(deadline);
  }

  /** The same, but nothing if none is free at once. */
  Optional<Session> takeIfFree(Deadline deadline) throws SQLException {
    return places.tryAcquire() ? Optional.of(open(deadline)) : Optional.empty();
  }

  /** A session for the place that was taken. */
  private Session open(Deadline deadline) throws SQLException {
    try {
      if (closed) {
        throw new StorageUnavailable("The store is closed.", new IllegalStateException());
      }
      Duration time = deadline.remaining();
      Session session = idle.pollFirst();
      if (session == null) {
        return Session.open(file, time);
      }
      session.limit(time);
      return session;
    } catch (SQLException | RuntimeException e) {
      places.release();
      throw e;
    }
  }

  private void awaitPlace(Deadline deadline) {
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

  /** Takes a session back; one whose transaction did not come to its end is closed instead. */
  void giveBack(Session session) {
    if (session.isInTransaction()) {
      close(session);
    } else {
      idle.addFirst(session);
    }
    places.release();
  }

  /** Refuses whoever comes from now on, waits for those at work, and closes the connections. */
  @Override
  public void close() {
    closed = true;
    places.acquireUninterruptibly(size);
    for (Session session = idle.poll(); session != null; session = idle.poll()) {
      close(session);
    }
    places.release(size);
  }

  private static void close(Session session) {
    try {
      session.close();
    } catch (SQLException e) {
      // Nothing depends on it: what was committed is on the disk, and the rest is undone.
      LOG.log(Level.DEBUG, "A connection was not closed in order.", e);
    }
  }
}
