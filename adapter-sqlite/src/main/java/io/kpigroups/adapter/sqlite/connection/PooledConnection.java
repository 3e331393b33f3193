package io.kpigroups.adapter.sqlite.connection;

import io.kpigroups.application.port.Deadline;
import java.nio.file.Path;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sqlite.ProgressHandler;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteConfig.SynchronousMode;
import org.sqlite.SQLiteConfig.TempStore;
import org.sqlite.SQLiteConnection;
import org.sqlite.SQLiteOpenMode;

/**
 * A connection to the data file, for one thread at a time. It is opened when it is limited, and
 * again after it was closed. What SQLite refuses is thrown as {@link SqliteExceptionTranslator}
 * says.
 */
public final class PooledConnection implements AutoCloseable {
  private static final Duration NO_LIMIT = Duration.ofDays(36_500);

  /** Some tenths of a millisecond of work between two looks at the clock. */
  private static final int STEPS_PER_LOOK = 10_000;

  private final Path file;
  private final StatementCache statements = new StatementCache();

  /** Null while it is closed. */
  @Nullable SQLiteConnection open;

  private Deadline deadline = unlimited();
  private long endsAt;
  private boolean hasChanged;

  /** A connection to a file that is there. */
  public PooledConnection(Path file) {
    this.file = file;
  }

  /** For work that must not be cut. */
  public static Deadline unlimited() {
    return Deadline.in(NO_LIMIT);
  }

  /** Makes something of the row that a result is at; {@code InvalidInput} if that cannot be. */
  @FunctionalInterface
  public interface RowMapper<T> {
    T map(ResultSet row) throws SQLException;
  }

  /**
   * From now on statements fail when they have waited or run for too long.
   *
   * @param lockWait how long to wait for another program's lock
   * @param newDeadline when statements are cut; the driver's own query timeout does not do that
   */
  public void limit(Duration lockWait, Deadline newDeadline) {
    hasChanged = false;
    deadline = newDeadline;
    endsAt = System.nanoTime() + newDeadline.remaining().toNanos();
    int millis = (int) Math.min(lockWait.toMillis(), Integer.MAX_VALUE);
    try {
      if (open == null) {
        open = open(millis);
        ProgressHandler.setHandler(open, STEPS_PER_LOOK, new RunningTime());
      } else {
        open.setBusyTimeout(millis);
      }
    } catch (SQLException e) {
      close();
      throw SqliteExceptionTranslator.unavailable(e);
    }
  }

  private SQLiteConnection open(int busyTimeout) throws SQLException {
    SQLiteConfig config = new SQLiteConfig();
    config.resetOpenMode(SQLiteOpenMode.CREATE);
    config.setBusyTimeout(busyTimeout);
    config.enforceForeignKeys(true);
    config.setSynchronous(SynchronousMode.FULL);
    config.enableFullSync(true);
    config.setTempStore(TempStore.MEMORY);
    config.setGetGeneratedKeys(false);
    // As a URI, in which the characters that the driver or SQLite would act on are escaped.
    return (SQLiteConnection)
        config.createConnection("jdbc:sqlite:" + file.toUri().toASCIIString());
  }

  private final class RunningTime extends ProgressHandler {
    @Override
    protected int progress() {
      return System.nanoTime() - endsAt < 0 ? 0 : 1;
    }
  }

  /** From now on statements run as long as they need. */
  void runOn() {
    endsAt = System.nanoTime() + NO_LIMIT.toNanos();
  }

  /** When what is done by this connection must have ended. */
  Deadline deadline() {
    return deadline;
  }

  /** Whether any row was changed since this was limited. */
  boolean hasChanged() {
    return hasChanged;
  }

  /** Inserts, updates or deletes rows. */
  public void update(String sql, @Nullable Object... values) {
    try {
      hasChanged |= bound(sql, values).executeUpdate() > 0;
    } catch (SQLException e) {
      throw SqliteExceptionTranslator.unavailable(e);
    }
  }

  /** The rows that a query answers, and at most so many that can be read. */
  public <T> QueryResult<T> query(String sql, int most, RowMapper<T> mapper, Object... values) {
    try (ResultSet result = bound(sql, values).executeQuery()) {
      return QueryResult.of(result, mapper, most);
    } catch (SQLException e) {
      throw SqliteExceptionTranslator.unavailable(e);
    }
  }

  /** The first row that a query answers, if there is any. */
  public <T> Optional<T> first(String sql, RowMapper<T> mapper, Object... values) {
    return query(sql, 1, mapper, values).all().stream().findFirst();
  }

  /** The number that a query answers. */
  public long number(String sql, Object... values) {
    return first(sql, row -> row.getLong(1), values).orElseThrow();
  }

  /** Whether a query answers any row. */
  public boolean exists(String sql, Object... values) {
    return first(sql, row -> true, values).isPresent();
  }

  /** Runs a script of constant statements, and returns how many rows it changed. */
  public int script(String sql) {
    try (Statement statement = opened().createStatement()) {
      return statement.executeUpdate(sql);
    } catch (SQLException e) {
      throw SqliteExceptionTranslator.unavailable(e);
    }
  }

  private PreparedStatement bound(String sql, @Nullable Object... values) throws SQLException {
    PreparedStatement statement = statements.prepared(opened(), sql);
    for (int i = 0; i < values.length; i++) {
      statement.setObject(i + 1, values[i]);
    }
    return statement;
  }

  private SQLiteConnection opened() {
    return Objects.requireNonNull(open, "limit() opens it");
  }

  /** Closes the connection and its statements; a transaction that is open is rolled back. */
  @Override
  public void close() {
    statements.clear();
    @Nullable SQLiteConnection closing = open;
    open = null;
    try {
      if (closing != null) {
        closing.close();
      }
    } catch (SQLException e) {
      // Nothing depends on it: what was committed is on the disk, and the rest is undone.
    }
  }
}
