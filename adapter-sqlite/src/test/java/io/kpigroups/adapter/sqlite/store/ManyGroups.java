package io.kpigroups.adapter.sqlite.store;

import static io.kpigroups.adapter.sqlite.Fixtures.NOON;
import static io.kpigroups.adapter.sqlite.Fixtures.callOf;
import static io.kpigroups.adapter.sqlite.Fixtures.open;
import static io.kpigroups.adapter.sqlite.Fixtures.plain;

import io.kpigroups.application.port.Call;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * A file with many groups, made by a few statements: a large account, and others, which have nine
 * times as many.
 *
 * <p>Ids, names and times have different orders; several groups have the same name or time. In the
 * large account there are {@link #CHOSEN} groups that are ann's favorites, {@link #CHOSEN} with the
 * KPI {@code rare}, and {@link #CHOSEN} that are called "Sales ..."; every second one has the KPI
 * {@code usual}.
 */
record ManyGroups(Path folder, int size) {
  /** The groups of the large account; {@code -Dkpigroups.groups=100000} for a million in all. */
  static final int SIZE = Integer.getInteger("kpigroups.groups", 2_000);

  static final int CHOSEN = 40;
  static final Call LARGE = callOf("large");

  private static final String ID = "printf('%024x', i * 7919 % 1000003)";
  private static final String NAME =
      "CASE WHEN " + between(0) + " THEN 'Sales ' ELSE 'Group ' END || (i * 101 % 997)";

  void write() throws SQLException {
    open(folder).close();
    try (Connection connection = plain(folder);
        Statement statement = connection.createStatement()) {
      statement.executeUpdate("PRAGMA synchronous = OFF");
      statement.executeUpdate("PRAGMA cache_size = -400000");
      statement.executeUpdate("BEGIN");
      statement.executeUpdate(groups("'other-' || i % 9", 9 * size));
      statement.executeUpdate(groups("'large'", size));
      statement.executeUpdate(members("rare", between(1)));
      statement.executeUpdate(members("usual", "i % 2 = 0"));
      statement.executeUpdate(
          numbers(size)
              + "INSERT INTO kpi_group_favorites SELECT 'large', 'ann', "
              + ID
              + " FROM n WHERE "
              + between(2));
      statement.executeUpdate("COMMIT");
    }
  }

  private static String groups(String account, int count) {
    return numbers(count)
        + "INSERT INTO kpi_groups (account_id, id, name, name_key, created_by, created_at,"
        + " modified_by, modified_at, revision) SELECT "
        + String.join(", ", account, ID, NAME, "lower(" + NAME + ")")
        + (", 'ann', " + NOON.toEpochMilli() + " + i * 31 % 5003")
        + (", 'ann', " + NOON.plusSeconds(10).toEpochMilli() + " + i * 17 % 4001, 1 FROM n");
  }

  private String members(String kpi, String where) {
    return numbers(size)
        + "INSERT INTO kpi_group_memberships SELECT "
        + String.join(", ", "'large'", ID, "'" + kpi + "'", "'ann'", "0")
        + " FROM n WHERE "
        + where;
  }

  /** One of several ranges of {@link #CHOSEN} numbers. */
  private static String between(int range) {
    return "i BETWEEN " + range * CHOSEN + " AND " + ((range + 1) * CHOSEN - 1);
  }

  private static String numbers(int count) {
    return "WITH RECURSIVE n(i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM n WHERE i < "
        + (count - 1)
        + ") ";
  }
}
