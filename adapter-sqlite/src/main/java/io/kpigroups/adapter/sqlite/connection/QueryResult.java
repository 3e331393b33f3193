package io.kpigroups.adapter.sqlite.connection;

import io.kpigroups.adapter.sqlite.connection.PooledConnection.RowMapper;
import io.kpigroups.application.port.StorageUnavailable;
import io.kpigroups.domain.failure.InvalidInput;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
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

  /** Longer ids are cut in the log. */
  private static final int MAX_LENGTH = 100;

  static <T> QueryResult<T> of(ResultSet result, RowMapper<T> mapper, int most)
      throws SQLException {
    List<T> readable = new ArrayList<>();
    List<String> unreadable = new ArrayList<>();
    boolean hasMore = false;
    while (!hasMore && result.next()) {
      if (readable.size() == most) {
        hasMore = true;
      } else {
        try {
          readable.add(mapper.map(result));
        } catch (InvalidInput e) {
          unreadable.add(name(result) + ": " + e.getMessage());
        }
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
   * @throws InvalidInput if it has none
   */
  public static String text(ResultSet row, String column) throws SQLException {
    @Nullable String text = row.getString(column);
    if (text == null) {
      throw new InvalidInput("Column " + column + " has no value.");
    }
    return text;
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
    if (text == null) {
      return "NULL";
    }
    String line = text.replaceAll("[\\p{C}\\p{Zl}\\p{Zp}]", "?");
    boolean isLong = line.length() > MAX_LENGTH;
    return '"' + (isLong ? line.substring(0, MAX_LENGTH) + "..." : line) + '"';
  }
}
