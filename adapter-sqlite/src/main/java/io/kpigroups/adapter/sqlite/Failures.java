package io.kpigroups.adapter.sqlite;

import io.kpigroups.application.port.StorageUnavailable;
import java.nio.file.Path;
import java.sql.SQLException;
import org.sqlite.SQLiteErrorCode;

/** What SQLite's errors mean, in sentences. */
final class Failures {
  private Failures() {}

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

  /** Why the data file cannot be opened; for who runs the service. */
  static UnusableDataFolder unusable(Path file, SQLException e) {
    String why =
        switch (code(e)) {
          case SQLITE_FULL -> "the disk is full; make room, or choose another data folder";
          case SQLITE_BUSY -> "another program has locked it; end that program";
          case SQLITE_NOTADB, SQLITE_CORRUPT ->
              "it is damaged, or no data file of KPI Groups; put back a copy, or choose another"
                  + " data folder";
          default ->
              "the disk may be full or failing, or this user may not write it; make that right, or"
                  + " choose another data folder";
        };
    return new UnusableDataFolder(
        "The data file "
            + file
            + " cannot be used: "
            + why
            + ". Nothing was changed ("
            + e.getMessage()
            + ").",
        e);
  }

  /** Without room or lock the mark that makes a transaction valid was not written. */
  static boolean isSurelyUndone(SQLException e) {
    return isBusy(e) || code(e) == SQLiteErrorCode.SQLITE_FULL;
  }

  /** Whether another program has the lock. */
  static boolean isBusy(SQLException e) {
    return code(e) == SQLiteErrorCode.SQLITE_BUSY;
  }

  /** Whether the statement was cut because its time was over. */
  static boolean isCut(SQLException e) {
    return code(e) == SQLiteErrorCode.SQLITE_INTERRUPT;
  }

  /** The kind of the error, without what SQLite adds to it. */
  private static SQLiteErrorCode code(SQLException e) {
    return SQLiteErrorCode.getErrorCode(e.getErrorCode() & 0xff);
  }
}
