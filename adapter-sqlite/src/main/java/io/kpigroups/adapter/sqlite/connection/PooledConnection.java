package io.kpigroups.adapter.sqlite.connection;

import io.kpigroups.adapter.sqlite.connection.QueryResult.RowMapper;
import io.kpigroups.application.port.Deadline;
import io.kpigroups.application.port.StorageUnavailable;
import java.nio.file.Path;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
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
 * again after it was closed. What SQLite refuses closes it, and is thrown as {@link
 * SqliteExceptionTranslator} says.
 */
public final class PooledConnection implements AutoCloseable {
  private final Path file;

  final KeptStatements statements = new KeptStatements();
  private final NameMatcher names = new NameMatcher();

  /** Null while it is closed. */
  @Nullable SQLiteConnection open;

  private final TimeLimit time = new TimeLimit();
  private boolean hasChanged;

  /** A connection to a file that is there. */
  public PooledConnection(Path file) {
    this.file = file;
  }

  /** For work that must not be cut. */
  public static Deadline unlimited() {
    return TimeLimit.unlimited();
  }

  private interface Use<T> {
    T of(PreparedStatement statement) throws SQLException;
  }

  /**
   * From now on statements fail when they have waited or run for too long.
   *
   * @param lockWait how long to wait for another program's lock
   * @param newDeadline when statements are cut; the driver's own query timeout does not do that
   */
  public void limit(Duration lockWait, Deadline newDeadline) {
    next(newDeadline);
    int millis = (int) Math.min(lockWait.toMillis(), Integer.MAX_VALUE);
    try {
      if (open == null) {
        open = open(millis);
        ProgressHandler.setHandler(open, TimeLimit.STEPS_PER_LOOK, time);
        names.register(open);
      }
      open.setBusyTimeout(millis);
    } catch (SQLException e) {
      throw failed(e);
    }
  }

  /** What is done from now on is another piece of work, with this deadline. */
  void next(Deadline newDeadline) {
    hasChanged = false;
    names.clear();
    time.set(newDeadline);
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
    SQLiteConnection opened =
        (SQLiteConnection) config.createConnection("jdbc:sqlite:" + file.toUri().toASCIIString());
    // Transactions are our own statements: the driver would begin and commit one behind each.
    opened.getConnectionConfig().setAutoCommit(false);
    return opened;
  }

  /** From now on statements run as long as they need. */
  void runOn() {
    time.lift();
  }

  /** When what is done by this connection must have ended. */
  Deadline deadline() {
    return time.deadline();
  }

  /** Whether the piece of work at hand has changed any row. */
  boolean hasChanged() {
    return hasChanged;
  }

  /** Inserts, updates or deletes rows. */
  public void update(String sql, @Nullable Object... values) {
    boolean hadChanged = hasChanged;
    // Until it is known: what fails in the middle may have changed something.
    hasChanged = true;
    hasChanged = run(sql, PreparedStatement::executeUpdate, values) > 0 || hadChanged;
  }

  /**
   * The rows that a query answers, and at most so many that can be read.
   *
   * @param values of its parameters; a {@code NamePattern} is one for {@code name_matches}
   */
  public <T> QueryResult<T> query(String sql, int most, RowMapper<T> mapper, Object... values) {
    return run(sql, statement -> QueryResult.of(statement, mapper, most), values);
  }

  /** The first row that a query answers, if there is any. */
  public <T> Optional<T> first(String sql, RowMapper<T> mapper, Object... values) {
    List<T> found = query(sql, 1, mapper, values).all();
    return found.isEmpty() ? Optional.empty() : Optional.of(found.get(0));
  }

  /** The number that a query answers. */
  public long number(String sql, Object... values) {
    return first(sql, row -> row.getLong(1), values).orElseThrow();
  }

  /** Whether a query answers any row. */
  public boolean exists(String sql, Object... values) {
    return first(sql, row -> true, values).isPresent();
  }

  /** Runs a statement that answers nothing, such as {@code COMMIT}. */
  public void execute(String sql) {
    run(sql, PreparedStatement::execute);
  }

  private <T> T run(String sql, Use<T> use, @Nullable Object... values) {
    try {
      PreparedStatement statement = statements.prepare(opened(), sql);
      for (int i = 0; i < values.length; i++) {
        statement.setObject(i + 1, names.bound(values[i]));
      }
      T result = use.of(statement);
      statements.release(sql, statement);
      return result;
    } catch (SQLException e) {
      throw failed(e);
    }
  }

  /** Closes the connection, since the driver gives up a statement that has failed. */
  private StorageUnavailable failed(SQLException e) {
    close();
    return SqliteExceptionTranslator.unavailable(e);
  }

  /** Runs a script of constant statements. */
  public void script(String sql) {
    try (Statement statement = opened().createStatement()) {
      statement.executeUpdate(sql);
    } catch (SQLException e) {
      throw failed(e);
    }
  }

  private SQLiteConnection opened() {
    return Objects.requireNonNull(open, "limit() opens it");
  }

  /** Closes the connection and its statements; a transaction that is open is rolled back. */
  @Override
  public void close() {
    statements.clear();
    try (@Nullable SQLiteConnection closing = open) {
      open = null;
    } catch (SQLException e) {
      // Nothing depends on it: what was committed is on the disk, and the rest is undone.
    }
  }
}
