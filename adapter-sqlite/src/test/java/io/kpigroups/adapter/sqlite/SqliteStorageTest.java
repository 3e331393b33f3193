package io.kpigroups.adapter.sqlite;

import static io.kpigroups.adapter.sqlite.Fixtures.number;
import static io.kpigroups.adapter.sqlite.Fixtures.open;

import io.kpigroups.application.port.out.KpiGroupStorage;
import io.kpigroups.domain.AccountId;
import io.kpigroups.testkit.KpiGroupStorageContract;
import java.nio.file.Path;
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

  @Override
  public long storedRows(AccountId account) {
    try {
      long rows = 0;
      for (String table :
          List.of("kpi_groups", "kpi_group_memberships", "kpi_group_favorites", "kpis")) {
        String count = "SELECT count(*) FROM " + table + " WHERE account_id = ?";
        rows += number(folder, count, account.value());
      }
      return rows;
    } catch (SQLException e) {
      throw new AssertionError(e);
    }
  }
}
