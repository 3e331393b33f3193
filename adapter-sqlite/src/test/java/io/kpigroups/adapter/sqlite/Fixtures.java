package io.kpigroups.adapter.sqlite;

import io.kpigroups.domain.AccountId;
import io.kpigroups.domain.Actor;
import io.kpigroups.domain.KpiGroupName;
import io.kpigroups.domain.Permission;
import io.kpigroups.domain.UserId;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;

/** What the tests of this adapter share. */
final class Fixtures {
  /** Longer than any test waits: where a wait ends, it was not this that ended it. */
  static final Duration MAX_WAIT = Duration.ofMinutes(20);

  static final Instant NOON = Instant.parse("2026-11-24T12:00:00.123Z");
  static final KpiGroupName NAME = new KpiGroupName("Sales");
  static final int NO_LIMIT = Integer.MAX_VALUE;

  private Fixtures() {}

  static Actor freshActor() {
    return actorOf(UUID.randomUUID().toString());
  }

  static Actor actorOf(String account) {
    return Actor.of(new AccountId(account), new UserId("ann"), Set.of(Permission.MANAGE));
  }

  static SqliteStorage open(Path folder) {
    return SqliteStorage.open(folder, MAX_WAIT);
  }

  static Path file(Path folder) {
    return folder.resolve("kpi-groups.db");
  }

  /** A connection beside the adapter's, as another program has it. */
  static Connection plain(Path folder) throws SQLException {
    return DriverManager.getConnection("jdbc:sqlite:" + file(folder));
  }

  static void execute(Path folder, String sql) throws SQLException {
    try (Connection connection = plain(folder);
        Statement statement = connection.createStatement()) {
      statement.executeUpdate(sql);
    }
  }

  /** What is looked at while another program holds the file's write lock. */
  interface Check {
    void run() throws SQLException;
  }

  static void whileAnotherProgramWrites(Path folder, Check check) throws SQLException {
    try (Connection other = plain(folder);
        Statement statement = other.createStatement()) {
      statement.executeUpdate("BEGIN EXCLUSIVE");
      check.run();
      statement.executeUpdate("ROLLBACK");
    }
  }

  static long number(Path folder, String sql, String... values) throws SQLException {
    try (Connection connection = plain(folder);
        PreparedStatement statement = connection.prepareStatement(sql)) {
      for (int i = 0; i < values.length; i++) {
        statement.setString(i + 1, values[i]);
      }
      try (ResultSet rows = statement.executeQuery()) {
        rows.next();
        return rows.getLong(1);
      }
    }
  }
}
