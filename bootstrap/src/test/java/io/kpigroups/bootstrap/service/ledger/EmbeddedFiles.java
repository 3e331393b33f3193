package io.kpigroups.bootstrap.service.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import io.kpigroups.bootstrap.service.client.Patience;
import io.kpigroups.bootstrap.service.client.Tokens;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** The embedded store in a folder of the test. */
public final class EmbeddedFiles implements Store {
  /** The groups and accounts of which more or less is counted than there is. */
  private static final String MISCOUNTED =
      """
      SELECT g.id FROM kpi_groups g
      WHERE g.members <> (SELECT count(*) FROM kpi_group_memberships m
                          WHERE m.account_id = g.account_id AND m.group_id = g.id)
      UNION
      SELECT k.account_id FROM kpis k
      GROUP BY k.account_id
      HAVING count(*) <> coalesce(
        (SELECT c.kpis FROM kpi_counts c WHERE c.account_id = k.account_id), 0)
      UNION
      SELECT account_id FROM (
        SELECT account_id, count(*) FROM kpi_groups WHERE state = 'live' GROUP BY account_id
        EXCEPT SELECT account_id, live FROM group_counts)
      UNION
      SELECT account_id FROM (
        SELECT account_id, live FROM group_counts
        EXCEPT
        SELECT account_id, count(*) FROM kpi_groups WHERE state = 'live' GROUP BY account_id)
      UNION
      SELECT user_id FROM (
        SELECT account_id, user_id, count(*) FROM kpi_group_favorites GROUP BY account_id, user_id
        EXCEPT SELECT account_id, user_id, favorites FROM favorite_counts)
      UNION
      SELECT user_id FROM (
        SELECT account_id, user_id, favorites FROM favorite_counts
        EXCEPT
        SELECT account_id, user_id, count(*) FROM kpi_group_favorites GROUP BY account_id, user_id)
      """;

  private final Path folder;

  private interface Row<T> {
    T read(ResultSet row) throws SQLException;
  }

  public EmbeddedFiles(Path folder) {
    this.folder = folder;
  }

  public Path folder() {
    return folder;
  }

  @Override
  public Map<String, String> settings() {
    var settings = new HashMap<>(Tokens.settings());
    settings.put("kpigroups.embedded.path", folder.toString());
    return settings;
  }

  /** Read in one transaction, so a service may be at work. */
  @Override
  public Contents contents() throws SQLException {
    try (java.sql.Connection connection = open()) {
      connection.setAutoCommit(false);
      return new Contents(
          rows(
              connection,
              "SELECT account_id, id, name, state = 'live', state = 'purging', revision FROM kpi_groups",
              row ->
                  new Contents.Group(
                      row.getString(1),
                      row.getString(2),
                      row.getString(3),
                      row.getBoolean(4),
                      row.getBoolean(5),
                      row.getLong(6))),
          rows(
              connection,
              "SELECT account_id, group_id, kpi_id FROM kpi_group_memberships",
              row -> new Contents.Member(row.getString(1), row.getString(2), row.getString(3))),
          rows(
              connection,
              "SELECT account_id, group_id, user_id FROM kpi_group_favorites",
              row -> new Contents.Favorite(row.getString(1), row.getString(2), row.getString(3))));
    }
  }

  @Override
  public void backdateDeletions(Instant to) throws SQLException {
    try (java.sql.Connection connection = open();
        PreparedStatement update =
            connection.prepareStatement(
                "UPDATE kpi_groups SET deleted_at = ? WHERE deleted_at IS NOT NULL")) {
      update.setLong(1, to.toEpochMilli());
      update.executeUpdate();
    }
  }

  /** Keeps every other program from writing until it is closed. */
  public AutoCloseable lock() throws SQLException {
    java.sql.Connection connection = open();
    try (Statement statement = connection.createStatement()) {
      statement.execute("PRAGMA busy_timeout = " + Patience.LIMIT.toMillis());
      statement.execute("BEGIN IMMEDIATE");
    }
    return connection;
  }

  /** The file is sound, as SQLite itself finds; to be asked when no service has it open. */
  public void assertSound() throws SQLException {
    try (java.sql.Connection connection = open()) {
      assertThat(rows(connection, "PRAGMA integrity_check", row -> row.getString(1)))
          .containsExactly("ok");
      assertThat(rows(connection, "PRAGMA foreign_key_check", row -> row.getString(1))).isEmpty();
      assertThat(rows(connection, MISCOUNTED, row -> row.getString(1))).isEmpty();
    }
  }

  @Override
  public void close() throws SQLException {
    assertSound();
  }

  private java.sql.Connection open() throws SQLException {
    return DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("kpi-groups.db"));
  }

  private static <T> Set<T> rows(java.sql.Connection connection, String sql, Row<T> row)
      throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery(sql)) {
      Set<T> rows = new HashSet<>();
      while (result.next()) {
        assertThat(rows.add(row.read(result))).as("is not there twice").isTrue();
      }
      return rows;
    }
  }
}
