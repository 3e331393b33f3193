package io.kpigroups.adapter.sqlite;

import static io.kpigroups.adapter.sqlite.Fixtures.number;
import static io.kpigroups.adapter.sqlite.Fixtures.open;
import static io.kpigroups.adapter.sqlite.Fixtures.plain;

import io.kpigroups.application.port.out.KpiGroupStorage;
import io.kpigroups.domain.group.KpiGroup;
import io.kpigroups.domain.group.Stamp;
import io.kpigroups.domain.kpi.KpiId;
import io.kpigroups.domain.value.AccountId;
import io.kpigroups.domain.value.Name;
import io.kpigroups.domain.value.UserId;
import io.kpigroups.testkit.KpiGroupStorageContract;
import io.kpigroups.testkit.group.UnreadableRowContract;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;

/** The embedded store keeps the contract. */
class SqliteStorageTest extends KpiGroupStorageContract implements UnreadableRowContract {
  @TempDir static Path folder;

  private static SqliteStorage storage;

  @BeforeAll
  static void openStorage() {
    storage = open(folder);
  }

  @AfterAll
  static void closeStorage() {
    storage.close();
  }

  @Override
  public KpiGroupStorage storage() {
    return storage;
  }

  /** The one write lock of the file. */
  @Override
  public Optional<AutoCloseable> lock(KpiGroup group) {
    try {
      Connection other = plain(folder);
      other.createStatement().executeUpdate("BEGIN IMMEDIATE");
      return Optional.of(other);
    } catch (SQLException e) {
      throw new AssertionError(e);
    }
  }

  @Override
  public Optional<Stamp> storedMembership(KpiGroup group, KpiId kpi) {
    return stamp(
        """
        SELECT added_by, added_at FROM kpi_group_memberships
        WHERE account_id = ? AND group_id = ? AND kpi_id = ?
        """,
        group.account().value(),
        group.id().value(),
        kpi.value());
  }

  @Override
  public Optional<Stamp> storedDeletion(KpiGroup group) {
    return stamp(
        """
        SELECT deleted_by, deleted_at FROM kpi_groups
        WHERE account_id = ? AND id = ? AND deleted_by IS NOT NULL
        """,
        group.account().value(),
        group.id().value());
  }

  private static Optional<Stamp> stamp(String sql, String... values) {
    try (Connection connection = plain(folder);
        PreparedStatement statement = connection.prepareStatement(sql)) {
      for (int i = 0; i < values.length; i++) {
        statement.setString(i + 1, values[i]);
      }
      try (ResultSet row = statement.executeQuery()) {
        return row.next()
            ? Optional.of(
                new Stamp(new UserId(row.getString(1)), Instant.ofEpochMilli(row.getLong(2))))
            : Optional.empty();
      }
    } catch (SQLException e) {
      throw new AssertionError(e);
    }
  }

  @Override
  public long storedRows(AccountId account) {
    try {
      long rows = 0;
      for (String table :
          List.of(
              "kpi_groups",
              "kpi_group_memberships",
              "kpi_group_favorites",
              "kpis",
              "idempotency_keys")) {
        String count = "SELECT count(*) FROM " + table + " WHERE account_id = ?";
        rows += number(folder, count, account.value());
      }
      return rows;
    } catch (SQLException e) {
      throw new AssertionError(e);
    }
  }

  @Override
  public void givenUnreadableGroup(AccountId account, String name) {
    try {
      new OtherProgram(folder, account.value())
          .group("NO ID", new Name(name).key().value(), "ann", 0);
    } catch (SQLException e) {
      throw new AssertionError(e);
    }
  }
}
