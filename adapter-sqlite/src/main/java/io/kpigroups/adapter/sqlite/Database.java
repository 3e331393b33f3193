package io.kpigroups.adapter.sqlite;

import io.kpigroups.application.port.Deadline;
import io.kpigroups.application.port.OutcomeUnknown;
import io.kpigroups.application.port.StorageUnavailable;
import io.kpigroups.domain.failure.KpiGroupException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;

/**
 * The data file: runs each piece of work in one transaction, and within the deadline.
 *
 * <p>One writer, so that writers queue fairly here and not at SQLite's lock, and readers that see
 * the state of the last commit before they began and block nobody.
 */
final class Database implements AutoCloseable {
  private static final int READERS = 8;

  /** What is done inside a transaction; it may throw any {@link KpiGroupException} to undo it. */
  @FunctionalInterface
  interface Work<T> {
    T in(Session session) throws SQLException;
  }

  /** A change that is not repeated blindly. */
  interface Change<T> {
    /** Makes the change. */
    T make(Session session) throws SQLException;

    /**
     * Called where the answer to the commit of {@link #make} was lost: looks whether the change was
     * made, and if not makes it.
     *
     * @return empty if a look does not tell
     */
    Optional<T> again(Session session) throws SQLException;
  }

  private final Sessions writer;
  private final Sessions readers;
  private final Readiness readiness;

  private Database(Path file) {
    this.writer = new Sessions(file, 1);
    this.readers = new Sessions(file, READERS);
    this.readiness = new Readiness(file, writer);
  }

  /**
   * Opens the file and brings its schema up to date, however long that takes.
   *
   * @param lockWait how long to wait where another program has locked the file
   * @throws UnusableDataFolder if the file is not ours, too new, damaged or cannot be written
   */
  static Database open(Path file, Duration lockWait) {
    try (Session session = Session.open(file, lockWait)) {
      session.takeAllTime();
      Schema.prepare(session, file);
    } catch (SQLException e) {
      throw Failures.unusable(file, e);
    }
    return new Database(file);
  }

  /** Reads by several statements in one consistent state of the data. */
  <T> T read(Deadline deadline, Work<T> work) {
    return reading(deadline, session -> transaction(session, Sql.BEGIN_READ, deadline, work));
  }

  /** Reads by one statement, which is a transaction by itself. */
  <T> T look(Deadline deadline, Work<T> work) {
    return reading(deadline, session -> work(session, deadline, work));
  }

  private <T> T reading(Deadline deadline, Work<T> work) {
    try {
      return with(readers, deadline, work);
    } catch (SQLException e) {
      throw Failures.unavailable(e);
    }
  }

  /** Makes a change that may be repeated: a failed commit is {@link StorageUnavailable}. */
  <T> T write(Deadline deadline, Work<T> work) {
    try {
      return writing(deadline, work);
    } catch (SQLException e) {
      throw failed(e);
    }
  }

  /** Makes a change that must not be repeated blindly; see {@link OutcomeUnknown}. */
  <T> T change(Deadline deadline, Change<T> change) {
    try {
      return writing(deadline, change::make);
    } catch (CommitInDoubt e) {
      readiness.failed(e);
      return again(deadline, change, e);
    } catch (SQLException e) {
      throw failed(e);
    }
  }

  private <T> T again(Deadline deadline, Change<T> change, CommitInDoubt doubt) {
    try {
      return writing(deadline, change::again).orElseThrow(doubt::stays);
    } catch (SQLException e) {
      readiness.failed(e);
      throw doubt.stays(e);
    } catch (StorageUnavailable e) {
      throw doubt.stays(e);
    }
  }

  private StorageUnavailable failed(SQLException e) {
    readiness.failed(e);
    return Failures.unavailable(e);
  }

  /**
   * Checks that the file can be worked with, without waiting for whoever writes.
   *
   * @throws StorageUnavailable if it cannot
   */
  void check(Deadline deadline) {
    readiness.check(deadline);
  }

  private <T> T writing(Deadline deadline, Work<T> work) throws SQLException {
    return with(
        writer,
        deadline,
        session -> {
          T result = transaction(session, Sql.BEGIN_WRITE, deadline, work);
          if (session.hasChanged()) {
            readiness.changed();
          }
          return result;
        });
  }

  private static <T> T with(Sessions sessions, Deadline deadline, Work<T> work)
      throws SQLException {
    Session session = sessions.take(deadline);
    try {
      return work.in(session);
    } finally {
      sessions.giveBack(session);
    }
  }

  private static <T> T transaction(Session session, Sql begin, Deadline deadline, Work<T> work)
      throws SQLException {
    session.begin(begin);
    T result = work(session, deadline, work);
    commit(session);
    return result;
  }

  /** Does the work; what the domain or the deadline refuses is undone. */
  private static <T> T work(Session session, Deadline deadline, Work<T> work) throws SQLException {
    try {
      T result = work.in(session);
      deadline.remaining();
      return result;
    } catch (KpiGroupException refused) {
      if (session.isInTransaction()) {
        session.end(Sql.ROLLBACK);
      }
      throw refused;
    } catch (Lookup.Failed e) {
      throw e.reason();
    }
  }

  private static void commit(Session session) throws SQLException {
    try {
      session.end(Sql.COMMIT);
    } catch (SQLException e) {
      throw Failures.isSurelyUndone(e) ? e : new CommitInDoubt(e);
    }
  }

  /** Waits for who is at work, then closes all connections, which folds the log into the file. */
  @Override
  public void close() {
    readiness.close();
    readers.close();
    writer.close();
  }
}
