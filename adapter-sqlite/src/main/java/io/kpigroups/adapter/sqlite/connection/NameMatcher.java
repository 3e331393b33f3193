package io.kpigroups.adapter.sqlite.connection;

import io.kpigroups.domain.filter.NamePattern;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sqlite.Function;
import org.sqlite.SQLiteConnection;

/**
 * The function {@code name_matches(pattern, name)} in SQL, so that the domain decides and no engine
 * of SQLite's. A pattern is bound as its number.
 */
final class NameMatcher extends Function {
  private static final int PARAMETERS = 2;

  private final List<NamePattern> patterns = new ArrayList<>();

  /** Makes the function known to a connection. */
  void register(SQLiteConnection connection) throws SQLException {
    Function.create(connection, "name_matches", this, PARAMETERS, FLAG_DETERMINISTIC);
  }

  /** What is bound for the value: itself, if it is no pattern. */
  @Nullable Object bound(@Nullable Object value) {
    if (value instanceof NamePattern pattern) {
      patterns.add(pattern);
      return patterns.size() - 1;
    }
    return value;
  }

  /** Forgets the patterns, when the statements that they were bound to have run. */
  void clear() {
    patterns.clear();
  }

  @Override
  protected void xFunc() throws SQLException {
    @Nullable String name = value_text(1);
    boolean matches = name != null && patterns.get(value_int(0)).matches(name);
    result(matches ? 1 : 0);
  }
}
