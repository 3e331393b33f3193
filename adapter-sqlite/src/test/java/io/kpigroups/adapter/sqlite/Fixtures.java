package io.kpigroups.adapter.sqlite;

import io.kpigroups.application.port.Call;
import io.kpigroups.application.port.Deadline;
import io.kpigroups.domain.access.AccountLimits;
import io.kpigroups.domain.access.Actor;
import io.kpigroups.domain.access.Permission;
import io.kpigroups.domain.group.AccountRules;
import io.kpigroups.domain.group.KnownKpis;
import io.kpigroups.domain.group.KpiGroup;
import io.kpigroups.domain.group.KpiGroupId;
import io.kpigroups.domain.value.AccountId;
import io.kpigroups.domain.value.Name;
import io.kpigroups.domain.value.UserId;
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
import java.util.concurrent.ThreadLocalRandom;

/** What the tests of this adapter share. */
public final class Fixtures {
  /** Longer than any test waits: where a wait ends, it was not this that ended it. */
  public static final Duration MAX_WAIT = Duration.ofMinutes(20);

  public static final Instant NOON = Instant.parse("2026-11-24T12:00:00.123Z");
  public static final Name NAME = new Name("Sales");
  public static final AccountLimits NO_LIMITS =
      new AccountLimits(Integer.MAX_VALUE, Integer.MAX_VALUE, Integer.MAX_VALUE, Integer.MAX_VALUE);

  /** Any KPI, and as many as one likes. */
  public static final AccountRules NO_RULES = new AccountRules(NO_LIMITS, KnownKpis.ANY);

  private Fixtures() {}

  /** A call in an account that nothing else has. */
  public static Call freshCall() {
    return callOf(UUID.randomUUID().toString());
  }

  public static Call callOf(String account) {
    return callOf(account, "ann");
  }

  public static Call callOf(String account, String user) {
    return new Call(
        Actor.of(new AccountId(account), new UserId(user), Set.of(Permission.MANAGE)), ample());
  }

  /** A deadline that no test reaches. */
  public static Deadline ample() {
    return Deadline.in(MAX_WAIT);
  }

  public static KpiGroupId freshId() {
    return KpiGroupId.generate(NOON, ThreadLocalRandom.current());
  }

  /** A group that was just made. */
  public static KpiGroup create(SqliteStorage storage, Call by) {
    return storage.groups().create(by, freshId(), NAME, NOON, NO_LIMITS).group();
  }

  public static SqliteStorage open(Path folder) {
    return SqliteStorage.open(folder, MAX_WAIT);
  }

  public static Path file(Path folder) {
    return folder.resolve("kpi-groups.db");
  }

  /** A connection beside the adapter's, as another program has it. */
  public static Connection plain(Path folder) throws SQLException {
    return DriverManager.getConnection("jdbc:sqlite:" + file(folder));
  }

  public static void execute(Path folder, String sql) throws SQLException {
    try (Connection connection = plain(folder);
        Statement statement = connection.createStatement()) {
      statement.executeUpdate(sql);
    }
  }

  /** What is looked at while another program holds the file's write lock. */
  public interface Check {
    void run() throws SQLException;
  }

  public static void whileAnotherProgramWrites(Path folder, Check check) throws SQLException {
    try (Connection other = plain(folder);
        Statement statement = other.createStatement()) {
      statement.executeUpdate("BEGIN EXCLUSIVE");
      check.run();
      statement.executeUpdate("ROLLBACK");
    }
  }

  public static long number(Path folder, String sql, String... values) throws SQLException {
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
