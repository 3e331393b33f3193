package io.kpigroups.adapter.sqlite.change;

import static io.kpigroups.adapter.sqlite.Fixtures.plain;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** The numbers that are kept beside what they count. */
public final class KeptCounts {
  private static final String DIFFERENCES =
      String.join(
          " UNION ALL ",
          difference(
              "SELECT account_id, count(*) FROM kpi_groups WHERE state = 'live' GROUP BY 1",
              "SELECT account_id, live FROM group_counts"),
          difference(
              "SELECT account_id || '/' || user_id, count(*) FROM kpi_group_favorites GROUP BY 1",
              "SELECT account_id || '/' || user_id, favorites FROM favorite_counts"),
          difference(
              "SELECT account_id, count(*) FROM kpis GROUP BY 1",
              "SELECT account_id, kpis FROM kpi_counts"),
          difference(
              "SELECT account_id || '/' || group_id, count(*) FROM kpi_group_memberships"
                  + " GROUP BY 1",
              "SELECT account_id || '/' || id, members FROM kpi_groups WHERE members <> 0"));

  private KeptCounts() {}

  private static String difference(String counted, String kept) {
    return String.join(" UNION ALL ", without(kept, counted), without(counted, kept));
  }

  private static String without(String rows, String others) {
    return "SELECT * FROM (" + rows + " EXCEPT " + others + ")";
  }

  /** What is kept otherwise than it is counted, and what is counted otherwise than it is kept. */
  public static List<String> wrong(Path folder) throws SQLException {
    try (Connection connection = plain(folder);
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(DIFFERENCES)) {
      List<String> wrong = new ArrayList<>();
      while (row.next()) {
        wrong.add(row.getString(1) + ": " + row.getLong(2));
      }
      return wrong;
    }
  }
}
