package io.kpigroups.benchmarks.scale;

import io.kpigroups.adapter.sqlite.connection.PooledConnection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.sqlite.Function;
import org.sqlite.ProgressHandler;
import org.sqlite.SQLiteConnection;

/**
 * A connection of the store that counts. From then on it has no time limit any more.
 *
 * <p>Steps are counted of the store's own statements. To count rows the statements that it keeps
 * prepared are exchanged for a while, behind its back: nothing in the store is there for
 * measurements. Should it keep them otherwise one day, this fails and says so.
 */
final class CountedConnection {
  private final SQLiteConnection connection;
  private final Map<String, PreparedStatement> kept;
  private long steps;
  private long rows;

  private CountedConnection(SQLiteConnection connection, Map<String, PreparedStatement> kept) {
    this.connection = connection;
    this.kept = kept;
  }

  /** Makes a connection count that is lent. */
  static CountedConnection of(PooledConnection lent) {
    SQLiteConnection open =
        lent.first("SELECT 1", row -> (SQLiteConnection) row.getStatement().getConnection())
            .orElseThrow();
    CountedConnection counted = new CountedConnection(open, kept(lent));
    try {
      counted.listen();
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
    return counted;
  }

  private void listen() throws SQLException {
    ProgressHandler.setHandler(
        connection,
        1,
        new ProgressHandler() {
          @Override
          protected int progress() {
            steps++;
            return 0;
          }
        });
    Function.create(
        connection,
        "seen",
        new Function() {
          @Override
          protected void xFunc() throws SQLException {
            rows++;
            result(1);
          }
        });
  }

  @SuppressWarnings("unchecked")
  private static Map<String, PreparedStatement> kept(PooledConnection lent) {
    return (Map<String, PreparedStatement>)
        Private.field(Private.field(lent, "statements"), "kept");
  }

  /** How many steps there were so far. */
  long steps() {
    return steps;
  }

  /** How many rows were seen so far, while statements were exchanged. */
  long rows() {
    return rows;
  }

  /** Exchanges the statements that are kept for such that count rows, until {@link #restore}. */
  Map<String, PreparedStatement> exchange() {
    Map<String, PreparedStatement> own = new LinkedHashMap<>(kept);
    own.forEach((sql, statement) -> kept.put(sql, counting(sql, statement)));
    return own;
  }

  void restore(Map<String, PreparedStatement> own) {
    List<PreparedStatement> counting = new ArrayList<>(kept.values());
    counting.removeAll(own.values());
    kept.clear();
    kept.putAll(own);
    try {
      for (PreparedStatement statement : counting) {
        statement.close();
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private PreparedStatement counting(String sql, PreparedStatement own) {
    String counting = SeenRows.in(sql);
    try {
      if (!plan(sql).equals(plan(counting))) {
        throw new IllegalStateException("Counted rows change the plan of " + counting);
      }
      return counting.equals(sql) ? own : connection.prepareStatement(counting);
    } catch (SQLException e) {
      throw new IllegalStateException(counting, e);
    }
  }

  private List<String> plan(String sql) throws SQLException {
    List<String> steps = new ArrayList<>();
    try (PreparedStatement explain = connection.prepareStatement("EXPLAIN QUERY PLAN " + sql);
        ResultSet row = explain.executeQuery()) {
      while (row.next()) {
        steps.add(row.getString("detail"));
      }
    }
    return steps;
  }
}
