package io.kpigroups.adapter.sqlite;

import java.sql.SQLException;
import java.util.Optional;

/**
 * A change whose transaction is ended by hand before the adapter commits it, so that its commit
 * fails with an error that says nothing.
 *
 * @param end how it is ended, and what happens then
 */
record LostAnswer<T>(Database.Change<T> change, Ending end) implements Database.Change<T> {
  static final Ending MADE = session -> session.script("COMMIT");
  static final Ending NOT_MADE = session -> session.script("ROLLBACK");

  /** What happens before the adapter's own commit. */
  @FunctionalInterface
  interface Ending {
    void end(Session session) throws SQLException;

    default Ending then(Ending next) {
      return session -> {
        end(session);
        next.end(session);
      };
    }
  }

  @Override
  public T make(Session session) throws SQLException {
    T result = change.make(session);
    end.end(session);
    return result;
  }

  @Override
  public Optional<T> again(Session session) throws SQLException {
    return change.again(session);
  }
}
