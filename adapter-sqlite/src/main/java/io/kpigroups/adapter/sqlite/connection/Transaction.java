package io.kpigroups.adapter.sqlite.connection;

import io.kpigroups.application.port.StorageUnavailable;
import java.util.function.Function;

/**
 * Runs work in one transaction, by statements of our own: the driver's {@code commit()} begins the
 * next transaction at once, and would keep the write lock.
 */
public final class Transaction {
  private Transaction() {}

  /** Reads in one consistent state of the data. */
  static <T> T read(PooledConnection connection, Function<PooledConnection, T> work) {
    try {
      connection.script("BEGIN");
      return inTime(connection, work);
    } finally {
      rollBack(connection);
    }
  }

  /**
   * Changes data; if the work throws anything, nothing is changed.
   *
   * @throws io.kpigroups.application.port.OutcomeUnknown if it may have been committed or not
   */
  public static <T> T write(PooledConnection connection, Function<PooledConnection, T> work) {
    boolean isCommitted = false;
    try {
      connection.script("BEGIN IMMEDIATE");
      T result = inTime(connection, work);
      commit(connection);
      isCommitted = true;
      return result;
    } finally {
      if (!isCommitted) {
        rollBack(connection);
      }
    }
  }

  private static <T> T inTime(PooledConnection connection, Function<PooledConnection, T> work) {
    T result = work.apply(connection);
    connection.deadline().remaining();
    return result;
  }

  /** Never cut: SQLite may report a cut after the commit was made. */
  private static void commit(PooledConnection connection) {
    connection.runOn();
    try {
      connection.script("COMMIT");
    } catch (StorageUnavailable e) {
      throw SqliteExceptionTranslator.notCommitted(e);
    }
  }

  private static void rollBack(PooledConnection connection) {
    connection.runOn();
    try {
      connection.script("ROLLBACK");
    } catch (StorageUnavailable e) {
      // SQLite has ended the transaction by itself, or the connection is of no more use.
      connection.close();
    }
  }
}
