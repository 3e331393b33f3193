package io.kpigroups.adapter.sqlite;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
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
  /** Some tenths of a millisecond of work between two looks at the clock. */
  private static final int STEPS_PER_LOOK = 10_000;

  private final SQLiteConnection connection;
  private final Map<Sql, PreparedStatement> prepared = new EnumMap<>(Sql.class);
  private long cutAt;
  private boolean inTransaction;
  private boolean hasChanged;

  private Session(SQLiteConnection connection) {
    this.connection = connection;
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
      ProgressHandler.setHandler(connection, STEPS_PER_LOOK, session.new Cut());
      return session;
    } catch (SQLException e) {
      connection.close();
      throw e;
    }
  }

  /** From now on waiting for locks and running statements ends with an error after this time. */
  void limit(Duration time) throws SQLException {
    cutAt = System.nanoTime() + time.toNanos();
    connection.setBusyTimeout(millis(time));
  }

  private static int millis(Duration time) {
    return (int) Math.min(time.toMillis(), Integer.MAX_VALUE);
  }

  /** From now on another program's lock is an error at once. */
  void waitForNobody() throws SQLException {
    connection.setBusyTimeout(0);
  }

  /** Begins a transaction. */
  void begin(Sql begin) throws SQLException {
    inTransaction = true;
    hasChanged = false;
    prepared(begin).executeUpdate();
  }

  /**
   * Ends the transaction; if that fails the session still counts as being in it. This is never cut:
   * SQLite may report a cut after the commit was made.
   */
  void end(Sql end) throws SQLException {
    cutAt = System.nanoTime() + Long.MAX_VALUE / 2;
    prepared(end).executeUpdate();
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
  int run(Sql sql, Object... values) throws SQLException {
    PreparedStatement statement = prepared(sql);
    bind(statement, values);
    int rows = statement.executeUpdate();
    hasChanged |= rows > 0;
    return rows;
  }

  /**
   * Runs a statement that must change one row.
   *
   * @throws SQLException if it changed none
   */
  void runOne(Sql sql, Object... values) throws SQLException {
    if (run(sql, values) != 1) {
      throw new SQLException("No row was changed by " + sql);
    }
  }

  /**
   * The rows of a query.
   *
   * @throws io.kpigroups.domain.StorageUnavailable if there is one that cannot be read
   */
  <T> List<T> rows(Sql sql, StoredRows.Row<T> row, Object... values) throws SQLException {
    return stored(sql, row, values).all();
  }

  /** The rows of a query that is one of {@link ListSql}; the same. */
  <T> List<T> rows(String sql, StoredRows.Row<T> row, Object... values) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      return stored(statement, row, values).all();
    }
  }

  /** The rows of a query, whether all of them can be read or not. */
  <T> StoredRows<T> stored(Sql sql, StoredRows.Row<T> row, Object... values) throws SQLException {
    return stored(prepared(sql), row, values);
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
      PreparedStatement statement, StoredRows.Row<T> row, Object... values) throws SQLException {
    bind(statement, values);
    try (ResultSet result = statement.executeQuery()) {
      return StoredRows.of(result, row);
    }
  }

  private PreparedStatement prepared(Sql sql) throws SQLException {
    PreparedStatement known = prepared.get(sql);
    if (known == null) {
      known = connection.prepareStatement(sql.text());
      prepared.put(sql, known);
    }
    return known;
  }

  private static void bind(PreparedStatement statement, Object... values) throws SQLException {
    for (int i = 0; i < values.length; i++) {
      statement.setObject(i + 1, values[i]);
    }
  }

  /** Closes the connection and its statements; a transaction that is open is rolled back. */
  @Override
  public void close() throws SQLException {
    connection.close();
  }

  /** Ends a statement that runs beyond its time: the driver's query timeout does not. */
  private final class Cut extends ProgressHandler {
    @Override
    protected int progress() {
      return System.nanoTime() - cutAt < 0 ? 0 : 1;
    }
  }
}
