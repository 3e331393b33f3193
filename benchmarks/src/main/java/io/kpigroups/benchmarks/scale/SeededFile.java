package io.kpigroups.benchmarks.scale;

import io.kpigroups.adapter.sqlite.SqliteStorage;
import io.kpigroups.domain.group.KpiGroupId;
import io.kpigroups.domain.kpi.KpiId;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Locale;

/**
 * A data file with many groups, made by a few statements; a million takes seconds so.
 *
 * <p>Ids and creation times rise together, as in a file that was written by the service; names and
 * updates have orders of their own. There are no statistics ({@code ANALYZE}), since the service
 * makes none.
 */
record SeededFile(Path folder, Spread spread, int size, Amounts amounts) {
  static final String ACCOUNT = "measured";

  /** Users: without favorites, with few, and with many. */
  static final String NONE = "none";

  static final String FEW = "few";
  static final String MANY = "many";

  /** What the names have that are looked for, and no others. */
  static final String FOUND = "Sales";

  /** The group that has all the members. */
  static final KpiGroupId FULL_GROUP = group(0);

  private static final Duration LOCK_WAIT = Duration.ofSeconds(5);

  private static final String ID = "printf('65%022x', i)";
  private static final String KPI = "printf('kpi-%05d', i)";
  private static final String TIME = "1700000000000";

  /** How many groups the measured account has. */
  int own() {
    return spread.ownGroups(size, amounts);
  }

  /** The id of a group, by its number from 0. */
  static KpiGroupId group(int number) {
    return new KpiGroupId(String.format(Locale.ROOT, "65%022x", number));
  }

  /** The id of a registered KPI, by its number from 0; the full group has the first ones. */
  static KpiId kpi(int number) {
    return new KpiId(String.format(Locale.ROOT, "kpi-%05d", number));
  }

  /**
   * A group of all that there are, far from that of the number before: its pages are not at hand.
   */
  KpiGroupId any(int number) {
    return group((int) (number * 7919L % own()));
  }

  /** The neighbour of one of so many groups that have something, another for each number. */
  KpiGroupId beside(int having, int number) {
    return group(number % having * (own() / having) + 1);
  }

  /** Makes the folder and the file. */
  void write() throws SQLException {
    SqliteStorage.open(folder, LOCK_WAIT).close();
    try (Connection connection =
            DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("kpi-groups.db"));
        Statement statement = connection.createStatement()) {
      // The service switches the log on again when it opens the file.
      statement.executeUpdate("PRAGMA journal_mode = OFF");
      statement.executeUpdate("PRAGMA synchronous = OFF");
      statement.executeUpdate("PRAGMA cache_size = -400000");
      statement.executeUpdate("BEGIN");
      int others = spread.otherGroups(size);
      String other = "'other-' || (i * " + amounts.accounts() + " / " + Math.max(1, others) + ")";
      statement.executeUpdate(groups(other, others));
      statement.executeUpdate(groups("'" + ACCOUNT + "'", own()));
      statement.executeUpdate(favorites(FEW, amounts.fewFavorites()));
      statement.executeUpdate(favorites(MANY, amounts.favorites()));
      statement.executeUpdate(
          numbers(amounts.members() + amounts.batch())
              + "INSERT INTO kpis (account_id, id, name, name_key, owners) SELECT "
              + String.join(", ", "'" + ACCOUNT + "'", KPI, KPI, KPI, "''")
              + " FROM n");
      statement.executeUpdate(
          numbers(amounts.members())
              + "INSERT INTO kpi_group_memberships SELECT "
              + String.join(", ", "'" + ACCOUNT + "'", "'" + FULL_GROUP.value() + "'", KPI)
              + (", 'ann', " + TIME + " FROM n"));
      statement.executeUpdate("COMMIT");
    }
  }

  private String groups(String account, int count) {
    String name =
        "iif(" + oneOf(amounts.found()) + ", '" + FOUND + " ', 'Group ') || (i * 7919 % 1000003)";
    return numbers(count)
        + "INSERT INTO kpi_groups (account_id, id, name, name_key, created_by, created_at,"
        + " modified_by, modified_at, revision) SELECT "
        + String.join(", ", account, ID, name, "lower(" + name + ")", "'ann'", TIME + " + i * 1000")
        + (", 'ann', " + TIME + " + i * 7907 % 1000003 * 1000, 1 FROM n");
  }

  private String favorites(String user, int count) {
    return numbers(own())
        + "INSERT INTO kpi_group_favorites (account_id, user_id, group_id) SELECT "
        + String.join(", ", "'" + ACCOUNT + "'", "'" + user + "'", ID)
        + " FROM n WHERE "
        + oneOf(count);
  }

  /** So many of the measured account's numbers, at even distances from 0 on. */
  private String oneOf(int count) {
    int distance = own() / count;
    return "i % " + distance + " = 0 AND i / " + distance + " < " + count;
  }

  private static String numbers(int count) {
    return "WITH RECURSIVE n(i) AS (SELECT 0 WHERE "
        + count
        + " > 0 UNION ALL SELECT i + 1 FROM n WHERE i < "
        + (count - 1)
        + ") ";
  }
}
