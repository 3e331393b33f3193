package io.kpigroups.adapter.sqlite;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.EnumMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The statements of one connection, prepared when they are first needed. */
final class Statements {
  /** So many lists stay prepared, those that were asked for last: there are some hundred orders. */
  private static final int MOST_LISTS = 16;

  private final Connection connection;
  private final Map<Sql, PreparedStatement> fixed = new EnumMap<>(Sql.class);
  private final Map<String, PreparedStatement> lists = new LinkedHashMap<>(16, 0.75f, true);

  Statements(Connection connection) {
    this.connection = connection;
  }

  PreparedStatement of(Sql sql) throws SQLException {
    PreparedStatement known = fixed.get(sql);
    if (known == null) {
      known = connection.prepareStatement(sql.text());
      fixed.put(sql, known);
    }
    return known;
  }

  /** One of {@link ListSql}. */
  PreparedStatement ofList(String sql) throws SQLException {
    PreparedStatement known = lists.get(sql);
    if (known == null) {
      known = connection.prepareStatement(sql);
      lists.put(sql, known);
      dropTheOldest();
    }
    return known;
  }

  /** Gives a statement the values of its parameters, from the first on. */
  static void bind(PreparedStatement statement, @Nullable Object... values) throws SQLException {
    for (int i = 0; i < values.length; i++) {
      statement.setObject(i + 1, values[i]);
    }
  }

  private void dropTheOldest() throws SQLException {
    Iterator<PreparedStatement> oldest = lists.values().iterator();
    if (lists.size() > MOST_LISTS) {
      PreparedStatement statement = oldest.next();
      oldest.remove();
      statement.close();
    }
  }
}
