package io.kpigroups.adapter.sqlite;

import io.kpigroups.application.port.StorageUnavailable;
import io.kpigroups.domain.failure.InvalidInput;
import io.kpigroups.domain.query.Page;
import io.kpigroups.domain.query.PageRange;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What a query has found. Other programs may have written to the file: their rows are read as they
 * are, and those that cannot be read at all are named in the log, all of them.
 */
final class StoredRows<T> {
  private static final Logger LOG = System.getLogger(StoredRows.class.getName());

  /** Makes something of the row that the result set is at; {@link UnreadableRow} if nothing. */
  @FunctionalInterface
  interface Row<T> {
    T read(ResultSet row) throws SQLException;
  }

  private final List<T> readable = new ArrayList<>();
  private final List<UnreadableRow> unreadable = new ArrayList<>();
  private boolean hasMore;

  /** Reads the rows that are left in the result, and at most so many. */
  static <T> StoredRows<T> of(ResultSet result, Row<T> row, int most) throws SQLException {
    StoredRows<T> rows = new StoredRows<>();
    while (result.next()) {
      if (rows.readable.size() + rows.lost() == most) {
        rows.hasMore = true;
        break;
      }
      try {
        rows.readable.add(row.read(result));
      } catch (UnreadableRow e) {
        rows.unreadable.add(e);
      }
    }
    return rows;
  }

  /** How many rows to ask for: one more where only that tells whether there are more. */
  static long asked(PageRange range, boolean count) {
    return count ? range.limit() : range.limit() + 1L;
  }

  /**
   * The rows as a page of a list that was not counted.
   *
   * @throws StorageUnavailable if there is one that cannot be read
   */
  Page<T> uncounted(PageRange range) {
    return new Page<>(all(), OptionalLong.empty(), range, hasMore);
  }

  /** The text in a column, from 1. */
  static String text(ResultSet row, int column) throws SQLException {
    @Nullable String text = row.getString(column);
    if (text == null) {
      throw new InvalidInput("Column " + column + " has no value.");
    }
    return text;
  }

  /**
   * All rows.
   *
   * @throws StorageUnavailable if there is one that cannot be read
   */
  List<T> all() {
    if (!unreadable.isEmpty()) {
      tell();
      throw new StorageUnavailable(
          "The store holds data that cannot be read; the log of the service names it.",
          unreadable.get(0));
    }
    return readable;
  }

  /** The rows that can be read. */
  List<T> readable() {
    if (!unreadable.isEmpty()) {
      tell();
    }
    return readable;
  }

  /** How many rows cannot be read. */
  int lost() {
    return unreadable.size();
  }

  private void tell() {
    LOG.log(
        Level.ERROR,
        unreadable.stream()
            .map(Throwable::getMessage)
            .collect(Collectors.joining("; ", "Rows that cannot be read: ", "")));
  }
}
