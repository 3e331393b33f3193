package io.kpigroups.adapter.sqlite;

import io.kpigroups.application.port.out.KpiGroupStorage;
import io.kpigroups.domain.AccountId;
import io.kpigroups.testkit.KpiGroupStorageContract;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;

/** The embedded store keeps the contract. */
class SqliteStorageTest extends KpiGroupStorageContract {
  @TempDir static Path folder;

  private static SqliteStorage storage;

  @BeforeAll
  static void open() {
    storage = Fixtures.open(folder);
  }

  @AfterAll
  static void close() {
    storage.close();
  }

  @Override
  public KpiGroupStorage storage() {
    return storage;
  }

  @Override
  public long storedRows(AccountId account) {
    long rows = 0;
    try (Connection connection = Fixtures.plain(folder)) {
      for (String table :
          List.of("kpi_groups", "kpi_group_memberships", "kpi_group_favorites", "kpis")) {
        rows += count(connection, table, account);
      }
    } catch (SQLException e) {
      throw new AssertionError(e);
    }
    return rows;
  }

  private static long count(Connection connection, String table, AccountId account)
      throws SQLException {
    String sql = "SELECT count(*) FROM " + table + " WHERE account_id = ?";
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setString(1, account.value());
      try (ResultSet row = statement.executeQuery()) {
        return row.getLong(1);
      }
    }
  }
}
