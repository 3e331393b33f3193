package io.kpigroups.adapter.sqlite.connection;

import static io.kpigroups.adapter.sqlite.Fixtures.ample;

import java.sql.SQLException;
import java.util.Objects;
import org.sqlite.ProgressHandler;
import org.sqlite.SQLiteConnection;

/**
 * Counts the steps of SQLite's virtual machine that changes take which are made through a database,
 * triggers and foreign keys included.
 */
public final class CountedChanges {
  private long steps;

  public CountedChanges(Database database) {
    database.write(ample(), this::listen);
  }

  private PooledConnection listen(PooledConnection connection) {
    SQLiteConnection open = Objects.requireNonNull(connection.open);
    try {
      ProgressHandler.setHandler(
          open,
          1,
          new ProgressHandler() {
            @Override
            protected int progress() {
              steps++;
              return 0;
            }
          });
    } catch (SQLException e) {
      throw new AssertionError(e);
    }
    return connection;
  }

  /** How many steps the change takes, and whoever else changes something meanwhile. */
  public long of(Runnable change) {
    long before = steps;
    change.run();
    return steps - before;
  }
}
