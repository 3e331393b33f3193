package io.kpigroups.adapter.sqlite.connection;

import io.kpigroups.application.port.Deadline;
import io.kpigroups.application.port.PortFailure;
import io.kpigroups.application.port.StorageUnavailable;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteErrorCode;

/**
 * Tells whether the data file can be worked with now. It never waits for whoever writes, and writes
 * itself only where there is a reason to doubt that one can: after a change that failed, or where
 * the disk is nearly full or the file read-only. See docs/adr/0003.
 */
final class Readiness implements AutoCloseable {
  /** With less room than this, in bytes, it is tried out. */
  private static final long LITTLE_ROOM = 256 * 1024;

  /** So many pages in a row must find room, which is more than a change of a group takes. */
  private static final int PAGES = 16;

  private static final String PROBE = "SELECT version FROM name_keys WHERE id = 1";

  private final Path file;
  private final ConnectionPool writer;
  private final ConnectionPool reader;
  private volatile @Nullable SQLException failure;

  Readiness(Path file, ConnectionPool writer) {
    this.file = file;
    this.writer = writer;
    this.reader = new ConnectionPool(file, 1);
  }

  /** A change was made: there is no doubt any more. */
  void changed() {
    failure = null;
  }

  /** A change has failed; one that was only cut at its deadline says nothing of the file. */
  void failed(PortFailure thrown) {
    if (thrown.getCause() instanceof SQLException e
        && SqliteExceptionTranslator.code(e) != SQLiteErrorCode.SQLITE_INTERRUPT) {
      failure = e;
    }
  }

  /**
   * Looks now.
   *
   * @throws StorageUnavailable if the file cannot be read or written
   */
  void check(Deadline deadline) {
    if (Files.notExists(file)) {
      throw new StorageUnavailable("The data file is gone.", new IllegalStateException());
    }
    reader.lend(deadline, connection -> connection.number(PROBE));
    if (failure != null || isDoubtful()) {
      tryToWrite(deadline);
    }
    @Nullable SQLException last = failure;
    if (last != null) {
      throw SqliteExceptionTranslator.unavailable(last);
    }
  }

  private boolean isDoubtful() {
    return !Files.isWritable(file) || file.toFile().getUsableSpace() < LITTLE_ROOM;
  }

  /** Leaves it as it was where others are writing: their success or failure tells. */
  private void tryToWrite(Deadline deadline) {
    try {
      writer.lendIfFree(deadline, this::write);
    } catch (PortFailure e) {
      SQLException cause = SqliteExceptionTranslator.cause(e);
      if (SqliteExceptionTranslator.code(cause) != SQLiteErrorCode.SQLITE_BUSY) {
        failure = cause;
      }
    }
  }

  /** Writes the head of the file as it is, so often that a change has room too. */
  private boolean write(PooledConnection connection) {
    String head = "PRAGMA user_version = " + connection.number("PRAGMA user_version");
    for (int i = 0; i < PAGES; i++) {
      connection.deadline().remaining();
      connection.script(head);
    }
    changed();
    return true;
  }

  @Override
  public void close() {
    reader.close();
  }
}
