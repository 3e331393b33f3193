package io.kpigroups.adapter.sqlite.connection;

import io.kpigroups.application.port.StorageUnavailable;
import java.util.function.Function;

/**
 * Runs work in one transaction, by statements of our own: the driver's {@code commit()} begins the
 * next transaction at once, and would keep the write lock.
 */
public enum Transaction {
  /** Sees one consistent state of the data. */
  READ("BEGIN"),
  /** Waits for the write lock at its beginning, and so never in the middle. */
  WRITE("BEGIN IMMEDIATE");

  private final String begin;

  Transaction(String begin) {
    this.begin = begin;
  }

  /**
   * Runs the work and commits it; if it throws anything, nothing is changed.
   *
   * @throws io.kpigroups.application.port.OutcomeUnknown if it may have been committed or not
   */
  public <T> T run(PooledConnection connection, Function<PooledConnection, T> work) {
    T result;
    try {
      connection.execute(begin);
      result = work.apply(connection);
      connection.deadline().remaining();
    } catch (RuntimeException | Error e) {
      rollBack(connection, e);
      throw e;
    }
    commit(connection);
    return result;
  }

  private static void rollBack(PooledConnection connection, Throwable why) {
    if (connection.open != null) {
      connection.runOn();
      try {
        connection.execute("ROLLBACK");
      } catch (RuntimeException | Error e) {
        why.addSuppressed(e);
        connection.close();
      }
    }
  }

  /** Never cut: SQLite may report a cut after the commit was made. */
  private static void commit(PooledConnection connection) {
    connection.runOn();
    try {
      connection.execute("COMMIT");
    } catch (StorageUnavailable e) {
      throw SqliteExceptionTranslator.notCommitted(e);
    } catch (RuntimeException | Error e) {
      connection.close();
      throw SqliteExceptionTranslator.inDoubt(e);
    }
  }
}
