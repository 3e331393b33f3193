package io.kpigroups.adapter.sqlite.connection;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import org.sqlite.SQLiteConnection;

/**
 * The statements of a connection that were used last: they stay prepared, since to prepare one
 * takes as long as to run it. What callers filter by makes many texts, some of them long.
 */
final class KeptStatements {
  /** Room for the fixed texts and the usual lists; each takes tens of kilobytes. */
  static final int MOST = 100;

  /** Longer texts are hardly ever the same twice. */
  static final int MOST_CHARACTERS = 8_000;

  private final Map<String, PreparedStatement> kept = new LinkedHashMap<>(16, 0.75f, true);

  int size() {
    return kept.size();
  }

  /** Forgets all of them: they end with their connection. */
  void clear() {
    kept.clear();
  }

  /** The statement with this text, ready for its parameters. */
  PreparedStatement prepare(SQLiteConnection connection, String sql) throws SQLException {
    PreparedStatement known = kept.get(sql);
    return known != null ? known : connection.prepareStatement(sql);
  }

  /** Keeps a statement that has run, without its parameters, or closes it. */
  void release(String sql, PreparedStatement statement) throws SQLException {
    if (sql.length() > MOST_CHARACTERS) {
      statement.close();
      return;
    }
    statement.clearParameters();
    kept.put(sql, statement);
    if (kept.size() > MOST) {
      Iterator<PreparedStatement> oldest = kept.values().iterator();
      oldest.next().close();
      oldest.remove();
    }
  }
}
