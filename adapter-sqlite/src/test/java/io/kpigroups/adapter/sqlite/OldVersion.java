package io.kpigroups.adapter.sqlite;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** A data file of an older schema version; {@code schema-1.sql} says what is in it. */
final class OldVersion {
  private OldVersion() {}

  static void write(Path folder, int version) throws SQLException, IOException {
    try (InputStream script = OldVersion.class.getResourceAsStream("/schema-" + version + ".sql")) {
      Fixtures.execute(
          folder,
          new String(Objects.requireNonNull(script).readAllBytes(), StandardCharsets.UTF_8));
    }
  }

  /** Adds so many groups that more is to be written than fits into memory or below a limit. */
  static void addManyGroups(Path folder) throws SQLException {
    Fixtures.execute(
        folder,
        """
        WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 20000)
        INSERT INTO kpi_groups (account_id, id, name, name_key, created_by, created_at,
                                modified_by, modified_at, revision)
        SELECT 'many', printf('%024x', i), 'Group ' || i, 'group ' || i, 'ann', i, 'ann', i, 1
        FROM n
        """);
  }

  /** Everything in the file: the texts of the schema, the marks, and all rows. */
  static List<String> contents(Path folder) throws SQLException {
    try (Connection connection = Fixtures.plain(folder);
        Statement statement = connection.createStatement()) {
      List<String> contents = new ArrayList<>(schema(statement));
      contents.addAll(rows(statement, "PRAGMA user_version"));
      contents.addAll(rows(statement, "PRAGMA application_id"));
      for (String table :
          rows(statement, "SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name")) {
        contents.addAll(rows(statement, "SELECT * FROM " + table + " ORDER BY 1, 2"));
      }
      return contents;
    }
  }

  static List<String> schema(Path folder) throws SQLException {
    try (Connection connection = Fixtures.plain(folder);
        Statement statement = connection.createStatement()) {
      return schema(statement);
    }
  }

  private static List<String> schema(Statement statement) throws SQLException {
    return rows(statement, "SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL ORDER BY name");
  }

  private static List<String> rows(Statement statement, String sql) throws SQLException {
    List<String> rows = new ArrayList<>();
    try (ResultSet result = statement.executeQuery(sql)) {
      int columns = result.getMetaData().getColumnCount();
      while (result.next()) {
        List<String> row = new ArrayList<>();
        for (int column = 1; column <= columns; column++) {
          row.add(result.getString(column));
        }
        rows.add(String.join("|", row.stream().map(String::valueOf).toList()));
      }
    }
    return rows;
  }
}
