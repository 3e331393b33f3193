package io.kpigroups.adapter.sqlite.store;

import io.kpigroups.adapter.sqlite.connection.Database;
import io.kpigroups.adapter.sqlite.connection.PooledConnection;
import java.sql.SQLException;
import java.util.Optional;

/**
 * A change whose transaction is ended by hand before the adapter commits it, so that its commit
 * fails with an error that says nothing.
 *
 * @param end how it is ended, and what happens then
 */
record LostAnswer<T>(Database.Change<T> change, Ending end) implements Database.Change<T> {
  static final Ending MADE = connection -> connection.script("COMMIT");
  static final Ending NOT_MADE = connection -> connection.script("ROLLBACK");

  /** What happens before the adapter's own commit. */
  @FunctionalInterface
  interface Ending {
    void end(PooledConnection connection) throws SQLException;

    default Ending then(Ending next) {
      return connection -> {
        end(connection);
        next.end(connection);
      };
    }
  }

  @Override
  public T make(PooledConnection connection) {
    T result = change.make(connection);
    try {
      end.end(connection);
    } catch (SQLException e) {
      throw new AssertionError(e);
    }
    return result;
  }

  @Override
  public Optional<T> again(PooledConnection connection) {
    return change.again(connection);
  }
}
