package com.example.kpigroups.jdbc;

import com.example.kpigroups.Caller;
import com.example.kpigroups.Group;
import com.example.kpigroups.NotFoundException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import org.springframework.jdbc.core.simple.JdbcClient;

final class Groups {

  private Groups() {}

  static void require(JdbcClient client, Caller caller, String id) {
    client
        .sql("SELECT 1 FROM kpi_group WHERE account_id = :account AND id = :id")
        .param("account", caller.accountId())
        .param("id", id)
        .query(Integer.class)
        .optional()
        .orElseThrow(() -> NotFoundException.group(id));
  }

  static Group map(ResultSet row, int number) throws SQLException {
    return new Group(
        row.getString("account_id"),
        row.getString("created_by_id"),
        Instant.ofEpochMilli(row.getLong("date_created")),
        Instant.ofEpochMilli(row.getLong("date_updated")),
        row.getBoolean("favorite"),
        row.getString("id"),
        row.getString("modified_by_id"),
        row.getString("name"));
  }
}
