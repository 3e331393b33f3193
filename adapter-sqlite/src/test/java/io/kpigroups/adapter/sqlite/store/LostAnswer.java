package io.kpigroups.adapter.sqlite.store;

import io.kpigroups.adapter.sqlite.connection.PooledConnection;
import java.sql.SQLException;

/**
 * Ends the transaction of a change before the adapter commits it, so that its commit fails with an
 * error that says nothing.
 */
@FunctionalInterface
interface LostAnswer {
  LostAnswer MADE = connection -> connection.script("COMMIT");
  LostAnswer NOT_MADE = connection -> connection.script("ROLLBACK");

  /** What happens before the adapter's own commit. */
  void end(PooledConnection connection) throws SQLException;

  default LostAnswer then(LostAnswer next) {
    return connection -> {
      end(connection);
      next.end(connection);
    };
  }

  /** What the change makes, before its transaction is ended. */
  default <T> T after(T made, PooledConnection connection) {
    try {
      end(connection);
    } catch (SQLException e) {
      throw new AssertionError(e);
    }
    return made;
  }
}
