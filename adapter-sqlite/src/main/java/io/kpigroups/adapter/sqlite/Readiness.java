package io.kpigroups.adapter.sqlite;

import io.kpigroups.application.port.Deadline;
import io.kpigroups.application.port.StorageUnavailable;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

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

  private final Path file;
  private final Sessions writer;
  private final Sessions reader;
  private volatile @Nullable SQLException failure;

  Readiness(Path file, Sessions writer) {
    this.file = file;
    this.writer = writer;
    this.reader = new Sessions(file, 1);
  }

  /** A change was made: there is no doubt any more. */
  void changed() {
    failure = null;
  }

  /** A change has failed; one that was only cut at its deadline says nothing of the file. */
  void failed(SQLException e) {
    if (!Failures.isCut(e)) {
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
    try {
      read(deadline);
      @Nullable SQLException last = failure;
      if ((last != null || isDoubtful()) && !isWritable(deadline) && last != null) {
        throw last;
      }
    } catch (SQLException e) {
      throw Failures.unavailable(e);
    }
  }

  private void read(Deadline deadline) throws SQLException {
    Session session = reader.take(deadline);
    try {
      session.number(Sql.PROBE);
    } finally {
      reader.giveBack(session);
    }
  }

  private boolean isDoubtful() {
    return !Files.isWritable(file) || file.toFile().getUsableSpace() < LITTLE_ROOM;
  }

  /**
   * Writes the head of the file as it is, so often that a change has room too. False if that could
   * not be tried, since others are writing: then their success or failure tells.
   */
  private boolean isWritable(Deadline deadline) throws SQLException {
    Optional<Session> free = writer.takeIfFree(deadline);
    if (free.isEmpty()) {
      return false;
    }
    Session session = free.get();
    try {
      session.waitForNobody();
      for (int i = 0; i < PAGES; i++) {
        session.begin(Sql.BEGIN_WRITE);
        session.run(Sql.REWRITE_HEAD);
        session.end(Sql.COMMIT);
      }
      failure = null;
      return true;
    } catch (SQLException e) {
      if (Failures.isBusy(e)) {
        return false;
      }
      failed(e);
      throw e;
    } finally {
      writer.giveBack(session);
    }
  }

  @Override
  public void close() {
    reader.close();
  }
}
