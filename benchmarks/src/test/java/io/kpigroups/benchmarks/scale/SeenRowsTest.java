package io.kpigroups.benchmarks.scale;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SeenRowsTest {
  @Test
  void eachTableIsAskedWhereItIsRead() {
    assertThat(
            SeenRows.in(
                "SELECT g.id, EXISTS (SELECT 1 FROM kpi_group_favorites f WHERE f.user_id = ?1)"
                    + " FROM kpi_groups g INDEXED BY kpi_groups_by_id WHERE g.account_id = ?2"))
        .isEqualTo(
            "SELECT g.id, EXISTS (SELECT 1 FROM kpi_group_favorites f"
                + " WHERE seen(f.group_id) AND f.user_id = ?1)"
                + " FROM kpi_groups g INDEXED BY kpi_groups_by_id"
                + " WHERE seen(g.id) AND g.account_id = ?2");
  }

  @Test
  void joinedTablesAreAskedBoth() {
    assertThat(
            SeenRows.in(
                "SELECT 1 FROM kpi_group_memberships m LEFT JOIN kpis k ON k.id = m.kpi_id WHERE 1"))
        .endsWith(" WHERE seen(m.kpi_id) AND seen(k.id) AND 1");
  }

  @Test
  void aTableNeedsNoOtherName() {
    assertThat(SeenRows.in("DELETE FROM kpi_group_favorites\nWHERE account_id = ?1"))
        .endsWith("WHERE seen(kpi_group_favorites.group_id) AND account_id = ?1");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "COMMIT",
        "SELECT value FROM json_each(?3) WHERE value > 1",
        "INSERT INTO kpi_groups (id) VALUES (?1) ON CONFLICT (id) DO UPDATE SET name = ?3",
        "SELECT 'FROM kpi_groups g WHERE (' -- FROM kpi_groups g WHERE it's ("
      })
  void whatReadsNoTableStaysAsItIs(String sql) {
    assertThat(SeenRows.in(sql)).isEqualTo(sql);
  }
}
