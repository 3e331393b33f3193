package io.kpigroups.adapter.sqlite.connection;

import static io.kpigroups.adapter.sqlite.Fixtures.MAX_WAIT;
import static io.kpigroups.adapter.sqlite.Fixtures.ample;
import static io.kpigroups.adapter.sqlite.Fixtures.file;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Objects;
import java.util.function.Consumer;
import org.sqlite.ProgressHandler;

/**
 * A connection that counts the steps of SQLite's virtual machine: what work costs, whoever works
 * beside.
 */
public final class CountedSteps implements AutoCloseable {
  private final PooledConnection connection;
  private long steps;

  public CountedSteps(Path folder) throws SQLException {
    connection = new PooledConnection(file(folder));
    connection.limit(MAX_WAIT, ample());
    ProgressHandler.setHandler(
        Objects.requireNonNull(connection.open),
        1,
        new ProgressHandler() {
          @Override
          protected int progress() {
            steps++;
            return 0;
          }
        });
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
