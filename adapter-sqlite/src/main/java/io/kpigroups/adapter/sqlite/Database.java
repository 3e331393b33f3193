package io.kpigroups.adapter.sqlite;

import io.kpigroups.application.port.Deadline;
import io.kpigroups.domain.KpiGroupException;
import io.kpigroups.domain.OutcomeUnknown;
import io.kpigroups.domain.StorageUnavailable;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

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
  interface Work<T extends @Nullable Object> {
    T in(Session session) throws SQLException;
  }

  /** What a lost answer to a commit means. */
  private enum Repeat {
    HARMLESS,
    HARMFUL
  }

  private final Path file;
  private final Duration maxWait;
  private final Sessions writer;
  private final Sessions readers;
  private final Readiness readiness;

  private Database(Path file, Duration maxWait) {
    this.file = file;
    this.maxWait = maxWait;
    this.writer = new Sessions(file, maxWait, 1);
    this.readers = new Sessions(file, maxWait, READERS);
    this.readiness = new Readiness(file, maxWait, writer);
  }

  /**
   * Opens the file and brings its schema up to date.
   *
   * @throws UnusableDataFolder if the file is not ours, too new, damaged or cannot be written
   */
  static Database open(Path file, Duration maxWait) {
    try (Session session = Session.open(file, maxWait)) {
      Schema.prepare(session, file);
    } catch (SQLException e) {
      throw Failures.unusable(file, e);
    }
    return new Database(file, maxWait);
  }

  /** Reads in one consistent state of the data. */
  <T extends @Nullable Object> T read(Work<T> work) {
    return Deadline.unlessSet(
        maxWait, () -> transaction(readers, Sql.BEGIN_READ, work, Repeat.HARMLESS));
  }

  /** Makes a change that may be repeated: a failed commit is {@link StorageUnavailable}. */
  <T extends @Nullable Object> T write(Work<T> work) {
    return Deadline.unlessSet(
        maxWait, () -> transaction(writer, Sql.BEGIN_WRITE, work, Repeat.HARMLESS));
  }

  /** Makes a change that must not be repeated blindly: see {@link OutcomeUnknown}. */
  <T extends @Nullable Object> T writeOnce(Work<T> work) {
    return Deadline.unlessSet(
        maxWait, () -> transaction(writer, Sql.BEGIN_WRITE, work, Repeat.HARMFUL));
  }

  /**
   * Checks that the file can be worked with, without waiting for whoever writes.
   *
   * @throws StorageUnavailable if it cannot
   */
  void check() {
    Deadline.within(
        maxWait,
        () -> {
          readiness.check();
          return file;
        });
  }

  private <T extends @Nullable Object> T transaction(
      Sessions sessions, Sql begin, Work<T> work, Repeat repeat) {
    try {
      Session session = sessions.take();
      try {
        session.begin(begin);
        T result = work(session, work);
        commit(session, repeat);
        if (session.hasChanged()) {
          readiness.changed();
        }
        return result;
      } finally {
        sessions.giveBack(session);
      }
    } catch (SQLException e) {
      if (sessions == writer) {
        readiness.failed(e);
      }
      throw Failures.unavailable(e);
    }
  }

  /** Does the work; what the domain or the deadline refuses is undone. */
  private <T extends @Nullable Object> T work(Session session, Work<T> work) throws SQLException {
    try {
      T result = work.in(session);
      Deadline.remainingOr(maxWait);
      return result;
    } catch (KpiGroupException refused) {
      session.end(Sql.ROLLBACK);
      throw refused;
    }
  }

  private void commit(Session session, Repeat repeat) throws SQLException {
    try {
      session.end(Sql.COMMIT);
    } catch (SQLException e) {
      if (repeat == Repeat.HARMLESS || Failures.isSurelyUndone(e)) {
        throw e;
      }
      readiness.failed(e);
      throw new OutcomeUnknown(
          "Writing the change to the disk failed: it may have been made or not.", e);
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
