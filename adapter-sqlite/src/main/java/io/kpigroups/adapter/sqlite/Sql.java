package io.kpigroups.adapter.sqlite;

/**
 * Every statement with a fixed text. In all of them {@code ?1} is the account and {@code ?2} the
 * group or the KPI, where there are such.
 */
enum Sql {
  BEGIN_READ("BEGIN"),
  BEGIN_WRITE("BEGIN IMMEDIATE"),
  COMMIT("COMMIT"),
  ROLLBACK("ROLLBACK"),
  PROBE("SELECT version FROM name_keys WHERE id = 1"),
  REWRITE_HEAD("PRAGMA user_version = " + Schema.VERSION),

  FIND_GROUP(ListSql.GROUP),
  COUNT_GROUPS(
      """
      SELECT count(*) FROM kpi_groups INDEXED BY kpi_groups_by_id
      WHERE account_id = ?1 AND state = 'live'
      """),
  INSERT_GROUP(
      """
      INSERT INTO kpi_groups (account_id, id, name, name_key, created_by, created_at,
                              modified_by, modified_at, revision)
      VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)
      ON CONFLICT (account_id, id) DO NOTHING
      """),
  RENAME_GROUP(
      """
      UPDATE kpi_groups
      SET name = ?3, name_key = ?4, modified_by = ?5, modified_at = ?6, revision = ?7
      WHERE account_id = ?1 AND id = ?2
      """),
  CHANGE_LIFE(
      """
      UPDATE kpi_groups SET state = ?3, deleted_by = ?4, deleted_at = ?5
      WHERE account_id = ?1 AND id = ?2
      """),

  FIND_MEMBER(
      """
      SELECT 1 FROM kpi_group_memberships
      WHERE account_id = ?1 AND group_id = ?2 AND kpi_id = ?3
      """),
  COUNT_MEMBERS("SELECT members FROM kpi_groups WHERE account_id = ?1 AND id = ?2"),
  COUNT_UNREGISTERED_MEMBERS(
      """
      SELECT count(*) FROM kpi_group_memberships m
      WHERE m.account_id = ?1 AND m.group_id = ?2
        AND NOT EXISTS (SELECT 1 FROM kpis k WHERE k.account_id = ?1 AND k.id = m.kpi_id)
      """),
  INSERT_MEMBER(
      """
      INSERT INTO kpi_group_memberships (account_id, group_id, kpi_id, added_by, added_at)
      VALUES (?1, ?2, ?3, ?4, ?5)
      """),
  DELETE_MEMBER(
      """
      DELETE FROM kpi_group_memberships WHERE account_id = ?1 AND group_id = ?2 AND kpi_id = ?3
      """),

  COUNT_FAVORITES(
      """
      SELECT count(*)
      FROM kpi_group_favorites f
      CROSS JOIN kpi_groups g INDEXED BY kpi_groups_by_id ON g.account_id = f.account_id AND g.id = f.group_id
      WHERE f.account_id = ?1 AND f.user_id = ?2 AND g.state = 'live'
      """),
  INSERT_FAVORITE(
      "INSERT INTO kpi_group_favorites (account_id, group_id, user_id) VALUES (?1, ?2, ?3)"),
  DELETE_FAVORITE(
      "DELETE FROM kpi_group_favorites WHERE account_id = ?1 AND group_id = ?2 AND user_id = ?3"),

  FIND_KPI(ListSql.KPIS + " AND k.id = ?2"),
  COUNT_KPIS("SELECT coalesce(sum(kpis), 0) FROM kpi_counts WHERE account_id = ?1"),
  INSERT_KPI(
      "INSERT INTO kpis (account_id, id, name, name_key, owners) VALUES (?1, ?2, ?3, ?4, ?5)"),
  UPDATE_KPI(
      "UPDATE kpis SET name = ?3, name_key = ?4, owners = ?5 WHERE account_id = ?1 AND id = ?2"),
  DELETE_KPI("DELETE FROM kpis WHERE account_id = ?1 AND id = ?2"),

  FIND_DUE(ListSql.DUE_GROUPS + " ORDER BY deleted_at LIMIT ?2"),
  COUNT_DUE("SELECT count(*) FROM kpi_groups" + ListSql.DUE),
  FIND_PURGING("SELECT 1 FROM kpi_groups WHERE account_id = ?1 AND id = ?2 AND state = 'purging'"),
  PURGE_MEMBERS("DELETE FROM kpi_group_memberships WHERE account_id = ?1 AND group_id = ?2"),
  PURGE_FAVORITES("DELETE FROM kpi_group_favorites WHERE account_id = ?1 AND group_id = ?2"),
  PURGE_GROUP("DELETE FROM kpi_groups WHERE account_id = ?1 AND id = ?2");

  private final String text;

  Sql(String text) {
    this.text = text;
  }

  String text() {
    return text;
  }
}
