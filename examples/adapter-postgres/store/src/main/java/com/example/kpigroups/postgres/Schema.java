package com.example.kpigroups.postgres;

import io.kpigroups.domain.value.NameKey;
import java.util.List;

/**
 * The tables. Each version is a step from the one before; whoever comes first makes those that are
 * missing, in one transaction, while others wait.
 *
 * <p>Texts compare by code point: the collation C compares bytes, and the encoding is UTF-8. Times
 * are milliseconds since 1970. A group's life is 0 while it is live, 1 when it is deleted, 2 when
 * it is being purged. Each index of groups is the order of a list, within an account and a life.
 */
final class Schema {
  /** Any number that no other program on the same database takes a lock by. */
  private static final long LOCK = 0x6B70_6967_726F_7570L;

  private static final List<String> STEPS =
      List.of(
          """
          CREATE TABLE kpi_groups (
            id text COLLATE "C", account text COLLATE "C",
            created_by text COLLATE "C" NOT NULL, created_at bigint NOT NULL,
            name text COLLATE "C" NOT NULL, name_key text COLLATE "C" NOT NULL,
            modified_by text COLLATE "C" NOT NULL, modified_at bigint NOT NULL,
            revision bigint NOT NULL, life smallint NOT NULL,
            deleted_by text COLLATE "C" NOT NULL, deleted_at bigint NOT NULL,
            kpi_count integer NOT NULL DEFAULT 0,
            PRIMARY KEY (account, id));
          CREATE INDEX kpi_groups_by_id ON kpi_groups (account, life, id);
          CREATE INDEX kpi_groups_by_name ON kpi_groups (account, life, name_key, id);
          CREATE INDEX kpi_groups_by_creation ON kpi_groups (account, life, created_at, id);
          CREATE INDEX kpi_groups_by_update ON kpi_groups (account, life, modified_at, id);
          CREATE INDEX kpi_groups_by_deletion ON kpi_groups (account, life, deleted_at, id);
          CREATE INDEX kpi_groups_to_purge ON kpi_groups (deleted_at, account, id) INCLUDE (life)
            WHERE life <> 0;
          CREATE TABLE kpi_group_members (
            account text COLLATE "C", group_id text COLLATE "C", kpi text COLLATE "C",
            added_by text COLLATE "C" NOT NULL, added_at bigint NOT NULL,
            PRIMARY KEY (account, group_id, kpi),
            FOREIGN KEY (account, group_id) REFERENCES kpi_groups ON DELETE CASCADE);
          CREATE INDEX kpi_group_members_by_kpi ON kpi_group_members (account, kpi, group_id);
          CREATE INDEX kpi_group_members_by_time
            ON kpi_group_members (account, group_id, added_at, kpi);
          CREATE TABLE kpi_group_favorites (
            account text COLLATE "C", user_id text COLLATE "C", group_id text COLLATE "C",
            PRIMARY KEY (account, user_id, group_id),
            FOREIGN KEY (account, group_id) REFERENCES kpi_groups ON DELETE CASCADE);
          CREATE INDEX kpi_group_favorites_by_group ON kpi_group_favorites (account, group_id);
          CREATE TABLE kpis (
            id text COLLATE "C", account text COLLATE "C",
            name text COLLATE "C" NOT NULL, name_key text COLLATE "C" NOT NULL,
            owners text[] COLLATE "C" NOT NULL,
            PRIMARY KEY (account, id));
          CREATE INDEX kpis_by_name ON kpis (account, name_key, id);
          CREATE INDEX kpis_by_owner ON kpis USING gin (owners);
          CREATE TABLE kpi_group_keys (
            group_id text COLLATE "C" NOT NULL, account text COLLATE "C",
            created_by text COLLATE "C", key text COLLATE "C",
            name text COLLATE "C" NOT NULL, created_at bigint NOT NULL,
            working_until bigint NOT NULL, done boolean NOT NULL,
            PRIMARY KEY (account, created_by, key));
          CREATE INDEX kpi_group_keys_by_group ON kpi_group_keys (account, group_id);
          CREATE INDEX kpi_group_keys_by_time ON kpi_group_keys (created_at);
          CREATE UNLOGGED TABLE kpi_group_server_run (one boolean PRIMARY KEY, run uuid NOT NULL);
          """);

  private final Transaction tx;

  Schema(Transaction tx) {
    this.tx = tx;
  }

  /**
   * Makes what is missing, and writes nothing if nothing is. Answers that all is there.
   *
   * @throws IllegalStateException if the server or the data cannot be used by this version
   */
  boolean make() {
    checkServer();
    tx.isTrue("SELECT pg_advisory_xact_lock(?) IS NULL", LOCK);
    if (tx.isTrue("SELECT to_regclass('kpi_group_schema') IS NULL")) {
      tx.update("CREATE TABLE kpi_group_schema (version int, name_keys int)");
      tx.update("INSERT INTO kpi_group_schema VALUES (0, ?)", NameKey.VERSION);
    }
    int version = (int) tx.count("SELECT version FROM kpi_group_schema");
    long keys = tx.count("SELECT name_keys FROM kpi_group_schema");
    if (version > STEPS.size() || keys != NameKey.VERSION) {
      throw new IllegalStateException(
          "The tables are of another version of the store: use that, or another database.");
    }
    for (String step : STEPS.subList(version, STEPS.size())) {
      tx.update(step);
      tx.update("UPDATE kpi_group_schema SET version = version + 1");
    }
    return true;
  }

  private void checkServer() {
    require("server_version_num", ">= '130000'", "The store needs PostgreSQL 13 or newer.");
    require("server_encoding", "= 'UTF8'", "The database must have the encoding UTF8.");
    require("fsync", "= 'on'", "The server must run with fsync=on, or it may lose data.");
  }

  private void require(String setting, String condition, String why) {
    if (!tx.isTrue("SELECT current_setting('" + setting + "') " + condition)) {
      throw new IllegalStateException(why);
    }
  }
}
