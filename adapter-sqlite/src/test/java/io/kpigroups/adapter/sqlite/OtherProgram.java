package io.kpigroups.adapter.sqlite;

import static io.kpigroups.adapter.sqlite.Fixtures.plain;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;

/** Writes into the file what it likes, in one account. */
public record OtherProgram(Path folder, String account) {

  public void store(String sql, Object... values) throws SQLException {
    try (Connection connection = plain(folder);
        PreparedStatement statement = connection.prepareStatement(sql)) {
      for (int i = 0; i < values.length; i++) {
        statement.setObject(i + 1, values[i]);
      }
      statement.executeUpdate();
    }
  }

  public void group(String id, String name, String by, long at) throws SQLException {
    store(
        "INSERT INTO kpi_groups (account_id, id, name, name_key, created_by, created_at,"
            + " modified_by, modified_at, revision) VALUES (?1, ?2, ?3, ?3, ?4, ?5, ?4, ?5, 1)",
        account,
        id,
        name,
        by,
        at);
  }

  public void kpi(String id, String name, String owners) throws SQLException {
    store(
        "INSERT INTO kpis (account_id, id, name, name_key, owners) VALUES (?1, ?2, ?3, ?3, ?4)",
        account,
        id,
        name,
        owners);
  }
}
