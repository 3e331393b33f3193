package io.kpigroups.adapter.sqlite.connection;

import static io.kpigroups.adapter.sqlite.Fixtures.MAX_WAIT;
import static io.kpigroups.adapter.sqlite.Fixtures.ample;
import static io.kpigroups.adapter.sqlite.Fixtures.file;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Objects;
import java.util.function.Consumer;
import org.sqlite.Function;
import org.sqlite.ProgressHandler;
import org.sqlite.SQLiteConnection;

/**
 * A connection that counts the steps of SQLite's virtual machine, and the rows that a condition
 * {@code seen(column)} is asked of: what work costs, whoever works beside.
 */
public final class CountedSteps implements AutoCloseable {
  private final PooledConnection connection;
  private long steps;
  private long rows;

  public CountedSteps(Path folder) throws SQLException {
    connection = new PooledConnection(file(folder));
    connection.limit(MAX_WAIT, ample());
    SQLiteConnection open = Objects.requireNonNull(connection.open);
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
    Function.create(
        open,
        "seen",
        new Function() {
          @Override
          protected void xFunc() throws SQLException {
            rows++;
            result(1);
          }
        });
  }

  /** How many rows are seen meanwhile. */
  public long rowsOf(Consumer<PooledConnection> work) {
    long before = rows;
    work.accept(connection);
    return rows - before;
  }

  /** How many steps the work takes. */
  public long of(Consumer<PooledConnection> work) {
    long before = steps;
    work.accept(connection);
    return steps - before;
  }

  @Override
  public void close() {
    connection.close();
  }
}
