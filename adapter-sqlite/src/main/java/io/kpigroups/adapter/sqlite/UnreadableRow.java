package io.kpigroups.adapter.sqlite;

import io.kpigroups.domain.failure.InvalidInput;
import java.io.Serial;
import org.jspecify.annotations.Nullable;

/** A row that another program has written, and of which nothing can be made. */
final class UnreadableRow extends RuntimeException {
  @Serial private static final long serialVersionUID = 1L;

  private static final int MAX_LENGTH = 100;

  /**
   * Names the row by its table and key.
   *
   * @param account the account's id as it is stored
   * @param id the id in the account as it is stored
   */
  UnreadableRow(String table, @Nullable String account, @Nullable String id, InvalidInput why) {
    super(
        table
            + " with account "
            + printable(account)
            + " and id "
            + printable(id)
            + ": "
            + why.getMessage(),
        why);
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
