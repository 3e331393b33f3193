package io.kpigroups.benchmarks.scale;

import io.kpigroups.adapter.sqlite.SqliteStorage;
import io.kpigroups.adapter.sqlite.connection.Database;
import io.kpigroups.application.port.Deadline;
import java.sql.PreparedStatement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.ToLongFunction;

/**
 * Counts what an operation makes the store do, on the connections that the store itself uses. There
 * are two as long as one thread works: one for reads and one for changes.
 */
final class WorkCounter {
  private static final Duration AMPLE = Duration.ofMinutes(1);

  private final List<CountedConnection> connections;

  /** Takes over a store; times that are measured afterwards say nothing. */
  WorkCounter(SqliteStorage storage) {
    Database database = (Database) Private.field(storage, "database");
    this.connections =
        List.of(
            database.read(Deadline.in(AMPLE), CountedConnection::of),
            database.write(Deadline.in(AMPLE), CountedConnection::of));
  }

  /** How many steps of SQLite's virtual machine the operation takes. */
  long steps(ScaleOperation<?> operation) {
    return counted(operation, CountedConnection::steps);
  }

  /** How many rows its statements look at. */
  long rows(ScaleOperation<?> operation) {
    // So that all of its statements are kept.
    counted(operation, CountedConnection::rows);
    List<Map<String, PreparedStatement>> own =
        connections.stream().map(CountedConnection::exchange).toList();
    try {
      return counted(operation, CountedConnection::rows);
    } finally {
      for (int i = 0; i < own.size(); i++) {
        connections.get(i).restore(own.get(i));
      }
    }
  }

  private <T> long counted(ScaleOperation<T> operation, ToLongFunction<CountedConnection> count) {
    long before = connections.stream().mapToLong(count).sum();
    T done = operation.run();
    long after = connections.stream().mapToLong(count).sum();
    operation.undo(done);
    return after - before;
  }
}
