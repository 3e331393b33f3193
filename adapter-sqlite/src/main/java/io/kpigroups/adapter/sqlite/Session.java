package io.kpigroups.adapter.sqlite;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sqlite.ProgressHandler;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteConfig.SynchronousMode;
import org.sqlite.SQLiteConfig.TempStore;
import org.sqlite.SQLiteConnection;
import org.sqlite.SQLiteOpenMode;

/**
 * A connection with its prepared statements, for one thread at a time.
 *
 * <p>The connection stays in JDBC's auto-commit mode and transactions are statements of our own:
 * the driver's {@code commit()} begins the next transaction at once and would keep the write lock.
 */
final class Session implements AutoCloseable {
  private final SQLiteConnection connection;
  private final Statements statements;
  private final RunningTime runningTime = new RunningTime();
  private int busyTimeout = -1;
  private boolean inTransaction;
  private boolean hasChanged;

  private Session(SQLiteConnection connection) {
    this.connection = connection;
    this.statements = new Statements(connection);
  }

  /** Opens a file that is there; the busy and running time is bounded by {@link #limit}. */
  static Session open(Path file, Duration time) throws SQLException {
    SQLiteConfig config = new SQLiteConfig();
    config.resetOpenMode(SQLiteOpenMode.CREATE);
    config.setBusyTimeout(millis(time));
    config.enforceForeignKeys(true);
    config.setSynchronous(SynchronousMode.FULL);
    config.enableFullSync(true);
    config.setTempStore(TempStore.MEMORY);
    config.setGetGeneratedKeys(false);
    // As a URI, in which the characters that the driver or SQLite would act on are escaped.
    String url = "jdbc:sqlite:" + file.toUri().toASCIIString();
    Connection connection = config.createConnection(url);
    try {
      Session session = new Session((SQLiteConnection) connection);
      session.limit(time);
      ProgressHandler.setHandler(connection, RunningTime.STEPS_PER_LOOK, session.runningTime);
      return session;
    } catch (SQLException e) {
      connection.close();
      throw e;
    }
  }

  /** From now on waiting for locks and running statements ends with an error after this time. */
  void limit(Duration time) throws SQLException {
    runningTime.limit(time);
    waitFor(millis(time));
  }

  private static int millis(Duration time) {
    return (int) Math.min(time.toMillis(), Integer.MAX_VALUE);
  }

  private void waitFor(int millis) throws SQLException {
    if (busyTimeout != millis) {
      connection.setBusyTimeout(millis);
      busyTimeout = millis;
    }
  }

  /** From now on statements run as long as they need. */
  void takeAllTime() {
    runningTime.unlimited();
  }

  /** From now on another program's lock is an error at once. */
  void waitForNobody() throws SQLException {
    waitFor(0);
  }

  /** Begins a transaction. */
  void begin(Sql begin) throws SQLException {
    inTransaction = true;
    hasChanged = false;
    statements.of(begin).executeUpdate();
  }

  /**
   * Ends the transaction; if that fails the session still counts as being in it. This is never cut:
   * SQLite may report a cut after the commit was made.
   */
  void end(Sql end) throws SQLException {
    runningTime.unlimited();
    statements.of(end).executeUpdate();
    inTransaction = false;
  }

  /** Whether a transaction was begun, or tried to, and did not come to its end. */
  boolean isInTransaction() {
    return inTransaction;
  }

  /** Whether the transaction that was begun last has changed any row. */
  boolean hasChanged() {
    return hasChanged;
  }

  /** Runs a statement and returns how many rows it changed. */
  int run(Sql sql, @Nullable Object... values) throws SQLException {
    PreparedStatement statement = statements.of(sql);
    Statements.bind(statement, values);
    int rows = statement.executeUpdate();
    hasChanged |= rows > 0;
    return rows;
  }

  /**
   * Runs a statement that must change one row.
   *
   * @throws SQLException if it changed none
   */
  void runOne(Sql sql, @Nullable Object... values) throws SQLException {
    if (run(sql, values) != 1) {
      throw new SQLException("No row was changed by " + sql);
    }
  }

  /**
   * The rows of a query.
   *
   * @throws io.kpigroups.application.port.StorageUnavailable if there is one that cannot be read
   */
  <T> List<T> rows(Sql sql, StoredRows.Row<T> row, Object... values) throws SQLException {
    return stored(sql, row, values).all();
  }

  /** The same for a query that is asked for once. */
  <T> List<T> rows(String sql, StoredRows.Row<T> row) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      return stored(statement, Integer.MAX_VALUE, row).all();
    }
  }

  /** The rows of a query, whether all of them can be read or not. */
  <T> StoredRows<T> stored(Sql sql, StoredRows.Row<T> row, Object... values) throws SQLException {
    return stored(statements.of(sql), Integer.MAX_VALUE, row, values);
  }

  /** The same for one of {@link ListSql}, and at most so many rows. */
  <T> StoredRows<T> list(String sql, int most, StoredRows.Row<T> row, Object... values)
      throws SQLException {
    return stored(statements.ofList(sql), most, row, values);
  }

  /** The number that a query answers. */
  long number(Sql sql, Object... values) throws SQLException {
    return rows(sql, row -> row.getLong(1), values).get(0);
  }

  /** Whether a query has any row. */
  boolean exists(Sql sql, Object... values) throws SQLException {
    return !rows(sql, row -> row.getLong(1), values).isEmpty();
  }

  /** Runs a script of constant statements. */
  void script(String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.executeUpdate(sql);
    }
  }

  private static <T> StoredRows<T> stored(
      PreparedStatement statement, int most, StoredRows.Row<T> row, Object... values)
      throws SQLException {
    Statements.bind(statement, values);
    try (ResultSet result = statement.executeQuery()) {
      return StoredRows.of(result, row, most);
    }
  }

  /** Closes the connection and its statements; a transaction that is open is rolled back. */
  @Override
  public void close() throws SQLException {
    connection.close();
  }
}
