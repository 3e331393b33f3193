package io.kpigroups.adapter.sqlite.connection;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;

/** The statements of one connection that were used last: to prepare takes as long as to look up. */
final class StatementCache {
  /** Room for all statements with a fixed text and for some lists, of which there are a hundred. */
  static final int SIZE = 64;

  private final Map<String, PreparedStatement> statements = new LinkedHashMap<>(SIZE, 0.75f, true);

  /** The statement, which the connection prepares if it is not kept. */
  PreparedStatement prepared(Connection connection, String sql) throws SQLException {
    PreparedStatement known = statements.get(sql);
    if (known == null) {
      known = connection.prepareStatement(sql);
      statements.put(sql, known);
      if (statements.size() > SIZE) {
        Iterator<PreparedStatement> oldest = statements.values().iterator();
        oldest.next().close();
        oldest.remove();
      }
    }
    return known;
  }

  /** Forgets all statements; to be called when their connection is closed. */
  void clear() {
    statements.clear();
  }
}
