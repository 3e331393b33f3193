package com.example.kpigroups.postgres;

import io.kpigroups.application.port.Deadline;
import io.kpigroups.application.port.StorageUnavailable;
import io.kpigroups.domain.failure.InvalidInput;
import io.kpigroups.domain.query.ListQuery;
import io.kpigroups.domain.query.Page;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Statements on one connection, none of which waits longer than the deadline. Each is a template
 * with its parts, see {@link Sql#of}.
 */
record Transaction(Connection connection, Deadline deadline) implements AutoCloseable {
  /** Makes something of a row; its first column tells which it is. */
  interface Reader<T> {
    T read(ResultSet row) throws SQLException;
  }

  /**
   * Begins. Who reads sees everything as it is at one moment, whoever writes meanwhile. Of who
   * writes it answers what the server calls the transaction, and the time since its last crash. The
   * server is to give up before we do, so that the connection can be kept.
   */
  String begin(boolean writes) {
    int millis = millis() - millis() / 10;
    if (!writes) {
      String read = "SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY";
      update(read + "; SET LOCAL statement_timeout = " + millis);
      return "";
    }
    String sql =
        """
        SELECT pg_current_xact_id() || coalesce(' ' || current_setting('kpigroups.run', true), ''),
          set_config('statement_timeout', ?, true)
        """;
    return one(row -> row.getString(1), sql, String.valueOf(millis));
  }

  /**
   * Answers what was said instead of an answer, if anything. A warning says that no standby has
   * confirmed: the changes are there, but would be lost with this server.
   */
  @Nullable SQLException commit() {
    try {
      connection.setNetworkTimeout(Runnable::run, millis());
      connection.commit();
      return connection.getWarnings();
    } catch (SQLException e) {
      return e;
    }
  }

  /**
   * What became of a transaction: "committed", "aborted", "in progress" or "unknown". A crash
   * forgets numbers that were given, and gives them again: then only "aborted" is sure. A number
   * that the server has not given yet, with the one that it gives now, was forgotten.
   */
  String fateOf(String transaction) {
    String sql =
        """
        SELECT CASE WHEN fate = 'aborted' OR run = nullif(current_setting('kpigroups.run', true), '')
          THEN fate ELSE 'unknown' END, pg_sleep(0.01)
        FROM (SELECT run, CASE WHEN number < pg_current_xact_id() THEN pg_xact_status(number)
            ELSE 'aborted' END AS fate
          FROM (SELECT split_part(?, ' ', 1)::xid8 AS number, split_part(?, ' ', 2) AS run) AS made
        ) AS known
        """;
    return one(row -> row.getString(1), sql, transaction, transaction);
  }

  /**
   * Answers the rows; none of a statement that has none. No answer is waited for longer than there
   * is time: the server may be gone without a word. What somebody else wrote may be such that
   * nothing can be made of it.
   */
  <T> List<T> all(Reader<T> reader, String template, Object... parts) {
    Sql sql = Sql.of(template, parts);
    try (PreparedStatement statement = connection.prepareStatement(sql.text())) {
      connection.setNetworkTimeout(Runnable::run, millis());
      for (int i = 0; i < sql.values().size(); i++) {
        statement.setObject(i + 1, sql.values().get(i));
      }
      return statement.execute() ? all(reader, statement.getResultSet()) : List.of();
    } catch (SQLException e) {
      throw new StorageUnavailable("The database cannot do this, or not in time.", e);
    }
  }

  private static <T> List<T> all(Reader<T> reader, ResultSet row) throws SQLException {
    List<T> all = new ArrayList<>();
    try {
      while (row.next()) {
        all.add(reader.read(row));
      }
    } catch (InvalidInput e) {
      IllegalStateException which = new IllegalStateException("It is " + row.getString(1), e);
      throw new StorageUnavailable("A row that is stored cannot be read.", which);
    }
    return all;
  }

  /** A page of a list, see {@link Sql#page}. A row behind it only tells that there is one. */
  <T> Page<T> page(Sql list, ListQuery<?> query, Reader<T> reader) {
    int limit = query.range().limit();
    List<T> page = new ArrayList<>();
    List<Boolean> isOnPage =
        all(row -> page.size() < limit && page.add(reader.read(row)), "?", list.page(query));
    String count = "SELECT count(*) FROM (?) AS list";
    return query.page(page, isOnPage.contains(false), () -> count(count, list));
  }

  <T> Optional<T> find(Reader<T> reader, String sql, Object... parts) {
    return all(reader, sql, parts).stream().findFirst();
  }

  /** The row that there is in any case. */
  <T> T one(Reader<T> reader, String sql, Object... parts) {
    return find(reader, sql, parts).orElseThrow();
  }

  long count(String sql, Object... parts) {
    return one(row -> row.getLong(1), sql, parts);
  }

  /** Has something done that answers nothing. */
  List<?> update(String sql, Object... parts) {
    return all(row -> row, sql, parts);
  }

  /** How much time is left. Nothing is sent when it is over. */
  private int millis() {
    return (int) Math.min(Integer.MAX_VALUE, deadline.remaining().toMillis());
  }

  /** What fails here has no meaning: whatever was done is committed or undone already. */
  @Override
  public void close() {
    try {
      connection.close();
    } catch (SQLException e) {
      System.getLogger("kpigroups.postgres").log(System.Logger.Level.DEBUG, "not given back", e);
    }
  }
}
