package io.kpigroups.adapter.sqlite.connection;

import io.kpigroups.application.port.Call;
import io.kpigroups.application.port.Deadline;
import io.kpigroups.application.port.OutcomeUnknown;
import io.kpigroups.application.port.StorageUnavailable;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;

/**
 * The data file: makes each change wholly or not at all, and does all work within its deadline.
 *
 * <p>One writer, so that changes queue fairly here and not at SQLite's lock, and readers that see
 * the state of the last commit before they began and block nobody.
 */
public final class Database implements AutoCloseable {
  /** As many as make sense for one account; there are twice as many, so that others have some. */
  private static final int READERS_OF_ACCOUNT = 8;

  private static final int READERS = 2 * READERS_OF_ACCOUNT;

  /** For as long as it may take, the first change of a transaction waits for those that joined. */
  private static final Duration LONGEST_TRANSACTION = Duration.ofMillis(5);

  private final ConnectionPool writer;
  private final ConnectionPool readers;
  private final WriteQueue writes;
  private final AccountShares shares = new AccountShares(READERS_OF_ACCOUNT);
  private final Readiness readiness;

  /** The database in a file that is there, with its schema. */
  public Database(Path file) {
    this.writer = new ConnectionPool(file, 1);
    this.readers = new ConnectionPool(file, READERS);
    this.readiness = new Readiness(file, writer);
    this.writes =
        new WriteQueue(writer, LONGEST_TRANSACTION, readiness::changed, readiness::failed);
  }

  /** Reads by one statement, for nobody in particular. */
  public <T> T read(Deadline deadline, Function<PooledConnection, T> work) {
    return readers.lend(deadline, work);
  }

  /** Reads by one statement, within the share that the account has of the readers. */
  public <T> T read(Call viewer, Function<PooledConnection, T> work) {
    return shares.within(viewer, () -> read(viewer.deadline(), work));
  }

  /** Reads by several statements, which all see one state of the data; likewise. */
  public <T> T readTogether(Call viewer, Function<PooledConnection, T> work) {
    return read(viewer, connection -> Transaction.READ.run(connection, work));
  }

  /** Makes a change that may be repeated: a failed commit is {@link StorageUnavailable}. */
  public <T> T write(Deadline deadline, Function<PooledConnection, T> work) {
    return repeatable(QueuedWrite.shared(deadline, work));
  }

  /** The same for a change that takes long, so that no other waits for it in its transaction. */
  public <T> T writeAlone(Deadline deadline, Function<PooledConnection, T> work) {
    return repeatable(QueuedWrite.alone(deadline, work));
  }

  private <T> T repeatable(QueuedWrite<T> write) {
    try {
      return writes.write(write);
    } catch (OutcomeUnknown e) {
      throw SqliteExceptionTranslator.repeatable(e);
    }
  }

  /**
   * Makes a change that must not be repeated blindly.
   *
   * @param again called where the answer to the commit was lost: looks whether the change was made,
   *     and if not makes it; empty if a look does not tell
   * @throws OutcomeUnknown if it may have been made or not
   */
  public <T> T change(
      Deadline deadline,
      Function<PooledConnection, T> make,
      Function<PooledConnection, Optional<T>> again) {
    try {
      return writes.write(QueuedWrite.shared(deadline, make));
    } catch (OutcomeUnknown doubt) {
      try {
        return writes.write(QueuedWrite.shared(deadline, again)).orElseThrow(() -> doubt);
      } catch (StorageUnavailable e) {
        doubt.addSuppressed(e);
        throw doubt;
      }
    }
  }

  /**
   * Checks that the file can be worked with, without waiting for whoever writes.
   *
   * @throws StorageUnavailable if it cannot
   */
  public void checkReady(Deadline deadline) {
    readiness.check(deadline);
  }

  /** Waits for who is at work, then closes all connections, which folds the log into the file. */
  @Override
  public void close() {
    readiness.close();
    readers.close();
    writer.close();
  }
}
