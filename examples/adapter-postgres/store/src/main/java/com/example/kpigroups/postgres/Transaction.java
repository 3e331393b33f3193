package com.example.kpigroups.postgres;

import io.kpigroups.application.port.Deadline;
import io.kpigroups.application.port.StorageUnavailable;
import io.kpigroups.domain.failure.InvalidInput;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Statements on one connection, none of which waits longer than the deadline. */
final class Transaction {
  /** Makes something of a row; its first column tells which it is. */
  interface Reader<T> {
    T read(ResultSet row) throws SQLException;
  }

  /**
   * Rows that were found.
   *
   * @param more whether there are others behind them, which were not read
   */
  record Rows<T>(List<T> items, boolean more) {}

  private final Connection connection;
  private final Deadline deadline;

  /** What the server calls this transaction, and the time since its last crash. */
  private String number = "";

  private String run = "";

  Transaction(Connection connection, Deadline deadline) {
    this.connection = connection;
    this.deadline = deadline;
  }

  /** Begins to read: everything as it is at one moment, whoever writes meanwhile. */
  void beginToRead() {
    String level = "SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY";
    try (Statement statement = connection.createStatement()) {
      statement.execute(level + "; SET LOCAL statement_timeout = " + bound());
    } catch (SQLException e) {
      throw new Failure(e);
    }
  }

  void beginToWrite() {
    String sql =
        """
        SELECT set_config('statement_timeout', ?, true), pg_current_xact_id()::text,
          coalesce(current_setting('kpigroups.run', true), '')
        """;
    List<String> told = one(row -> List.of(row.getString(2), row.getString(3)), sql, bound());
    number = told.get(0);
    run = told.get(1);
  }

  /**
   * Answers what was said instead of an answer, if anything. A warning says that no standby has
   * confirmed: the changes are there, but would be lost with this server.
   */
  @Nullable SQLException commit() {
    try {
      bound();
      connection.commit();
      return connection.getWarnings();
    } catch (SQLException e) {
      return e;
    }
  }

  /**
   * What became of a transaction: "committed", "aborted", "in progress" or "unknown". A crash
   * forgets numbers that were given, and gives them again: then only "aborted" is sure. A number
   * that the server says it has not given yet was forgotten.
   */
  String fateOf(Transaction other) {
    String sql =
        """
        SELECT CASE WHEN fate = 'aborted' OR (? <> '' AND ? = current_setting('kpigroups.run', true))
          THEN fate ELSE 'unknown' END, pg_sleep(0.01)
        FROM (SELECT pg_xact_status(?::xid8) AS fate) AS known
        """;
    try {
      return one(row -> row.getString(1), sql, other.run, other.run, other.number);
    } catch (Failure e) {
      if (e.is("22023")) {
        return "aborted";
      }
      throw e;
    }
  }

  <T> Rows<T> rows(Reader<T> reader, int most, Sql sql) {
    try (PreparedStatement statement = prepare(sql);
        ResultSet row = statement.executeQuery()) {
      List<T> items = new ArrayList<>();
      boolean more = row.next();
      while (more && items.size() < most) {
        items.add(read(row, reader));
        more = row.next();
      }
      return new Rows<>(items, more);
    } catch (SQLException e) {
      throw new Failure(e);
    }
  }

  <T> List<T> all(Reader<T> reader, Sql sql) {
    return rows(reader, Integer.MAX_VALUE, sql).items();
  }

  <T> Optional<T> find(Reader<T> reader, Sql sql) {
    return rows(reader, 1, sql).items().stream().findFirst();
  }

  /** The row that there is in any case. */
  <T> T one(Reader<T> reader, String sql, Object... values) {
    return find(reader, Sql.of(sql, values)).orElseThrow();
  }

  long count(String sql, Object... values) {
    return one(row -> row.getLong(1), sql, values);
  }

  boolean isTrue(String sql, Object... values) {
    return one(row -> row.getBoolean(1), sql, values);
  }

  /** Answers how many rows were changed. */
  int update(Sql sql) {
    try (PreparedStatement statement = prepare(sql)) {
      return statement.executeUpdate();
    } catch (SQLException e) {
      throw new Failure(e);
    }
  }

  int update(String sql, Object... values) {
    return update(Sql.of(sql, values));
  }

  private PreparedStatement prepare(Sql sql) throws SQLException {
    bound();
    PreparedStatement statement = connection.prepareStatement(sql.text());
    for (int i = 0; i < sql.values().size(); i++) {
      Object value = Sql.plain(sql.values().get(i));
      boolean isArray = value instanceof Object[];
      statement.setObject(
          i + 1, isArray ? connection.createArrayOf("text", (Object[]) value) : value);
    }
    return statement;
  }

  /** What somebody else wrote may be such that nothing can be made of it. */
  private static <T> T read(ResultSet row, Reader<T> reader) throws SQLException {
    try {
      return reader.read(row);
    } catch (InvalidInput e) {
      throw new StorageUnavailable(
          "A row that is stored cannot be read.",
          new IllegalStateException("The row is " + row.getString(1), e));
    }
  }

  /**
   * Nothing is sent when the time is over, and no answer is waited for any longer: the server may
   * be gone without a word. Answers for how many milliseconds it may work: it is to give up before
   * we do, so that the connection can be kept.
   */
  private String bound() {
    int left = (int) Math.min(Integer.MAX_VALUE, deadline.remaining().toMillis());
    try {
      connection.setNetworkTimeout(Runnable::run, left);
    } catch (SQLException e) {
      throw new Failure(e);
    }
    return String.valueOf(Math.max(1, left * 9L / 10));
  }
}
