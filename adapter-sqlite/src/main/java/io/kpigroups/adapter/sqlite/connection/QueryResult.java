package io.kpigroups.adapter.sqlite.connection;

import io.kpigroups.application.port.StorageUnavailable;
import io.kpigroups.domain.failure.InvalidInput;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.charset.StandardCharsets;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a query has found. Other programs may have written to the file: the log names every row that
 * cannot be read.
 *
 * @param readable the rows that can be read
 * @param hasMore whether there are rows behind those that were asked for, which were not read
 */
public record QueryResult<T>(List<T> readable, List<String> unreadable, boolean hasMore) {
  private static final Logger LOG = System.getLogger(QueryResult.class.getName());

  /** Makes something of the row that a result is at; {@code InvalidInput} if that cannot be. */
  @FunctionalInterface
  public interface RowMapper<T> {
    T map(ResultSet row) throws SQLException;
  }

  static <T> QueryResult<T> of(PreparedStatement statement, RowMapper<T> mapper, int most)
      throws SQLException {
    List<T> readable = new ArrayList<>();
    List<String> unreadable = new ArrayList<>();
    boolean hasMore;
    try (ResultSet row = statement.executeQuery()) {
      hasMore = row.next();
      while (hasMore && readable.size() < most) {
        try {
          readable.add(mapper.map(row));
        } catch (InvalidInput e) {
          unreadable.add(name(row) + ": " + e.getMessage());
        }
        hasMore = row.next();
      }
    }
    if (!unreadable.isEmpty()) {
      LOG.log(Level.ERROR, "Rows that cannot be read: " + String.join("; ", unreadable));
    }
    return new QueryResult<>(readable, unreadable, hasMore);
  }

  /**
   * All rows.
   *
   * @throws StorageUnavailable if there is one that cannot be read
   */
  public List<T> all() {
    if (!unreadable.isEmpty()) {
      throw new StorageUnavailable(
          "The store holds data that cannot be read; the log of the service names it.",
          new IllegalStateException(unreadable.get(0)));
    }
    return readable;
  }

  /**
   * The text in a column.
   *
   * @param column its number, counted from 1; names are slower by a third
   * @throws InvalidInput if it has none
   */
  public static String text(ResultSet row, int column) throws SQLException {
    @Nullable String text = textIfAny(row, column);
    if (text == null) {
      throw new InvalidInput("Column " + column + " has no value.");
    }
    return text;
  }

  /**
   * The text in a column, or null if it has none. It is read as bytes: for a text the driver has
   * the JVM make a direct buffer first, which takes longer than all the rest.
   *
   * @param column its number, counted from 1
   */
  public static @Nullable String textIfAny(ResultSet row, int column) throws SQLException {
    byte @Nullable [] utf8 = row.getBytes(column);
    return utf8 == null ? null : new String(utf8, StandardCharsets.UTF_8);
  }

  private static String name(ResultSet row) throws SQLException {
    return row.getMetaData().getTableName(1)
        + " with account "
        + printable(row.getString("account_id"))
        + " and id "
        + printable(row.getString("id"));
  }

  /** Short, and without what would break or forge a line of the log. */
  private static String printable(@Nullable String text) {
    String line = String.valueOf(text).replaceAll("[\\p{C}\\p{Zl}\\p{Zp}]", "?");
    return '"' + line.replaceAll("^(.{100}).+", "$1...") + '"';
  }
}
