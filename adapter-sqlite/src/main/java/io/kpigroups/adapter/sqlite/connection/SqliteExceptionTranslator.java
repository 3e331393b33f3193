package io.kpigroups.adapter.sqlite.connection;

import io.kpigroups.application.port.OutcomeUnknown;
import io.kpigroups.application.port.PortFailure;
import io.kpigroups.application.port.StorageUnavailable;
import java.sql.SQLException;
import org.sqlite.SQLiteErrorCode;

/** Makes failures of the port of the driver's exceptions, which stay their causes. */
public final class SqliteExceptionTranslator {
  private SqliteExceptionTranslator() {}

  /** Why a call failed; for clients, so without a path. */
  static StorageUnavailable unavailable(SQLException e) {
    String why =
        switch (code(e)) {
          case SQLITE_BUSY ->
              "Another program kept the data file locked for longer than the request had time.";
          case SQLITE_INTERRUPT -> "The time for this request was over before its work was done.";
          case SQLITE_FULL -> "The disk with the data file is full.";
          default -> "The data file cannot be read or written at present.";
        };
    return new StorageUnavailable(why, e);
  }

  /**
   * Why a commit failed. Without the lock or room on the disk the mark that makes a transaction
   * valid was not written; after any other error it may have been.
   */
  static PortFailure notCommitted(StorageUnavailable failure) {
    SQLException e = cause(failure);
    return switch (code(e)) {
      case SQLITE_BUSY, SQLITE_FULL -> failure;
      default -> inDoubt(e);
    };
  }

  static OutcomeUnknown inDoubt(Throwable e) {
    return new OutcomeUnknown(
        "Writing the change to the disk failed: it may have been made or not.", e);
  }

  /** The same for a change that may be repeated, so that nobody needs to know. */
  static StorageUnavailable repeatable(OutcomeUnknown doubt) {
    return doubt.getCause() instanceof SQLException e
        ? unavailable(e)
        : new StorageUnavailable("The change was not completed.", doubt);
  }

  /** What SQLite has said; if it was not SQLite that failed, the failure is thrown. */
  public static SQLException cause(PortFailure failure) {
    if (failure.getCause() instanceof SQLException e) {
      return e;
    }
    throw failure;
  }

  /** The kind of the error, without what SQLite adds to it. */
  public static SQLiteErrorCode code(SQLException e) {
    return SQLiteErrorCode.getErrorCode(e.getErrorCode() & 0xff);
  }
}
