-- Makes what is missing, in one transaction, while others wait, and writes nothing if nothing is;
-- a later version of the store appends its step.
--
-- Columns have the names of the domain's fields. Texts compare by code point: the collation C
-- compares bytes, and the encoding is UTF-8. Times are milliseconds since 1970. A group's life is 0
-- while it is live, 1 when it is deleted, 2 when it is being purged. Each index of groups is the
-- order of a list, within an account and a life. The lock is a number that no other program on the
-- same database takes one by.
DO $$ BEGIN
  IF current_setting('server_encoding') <> 'UTF8' THEN
    RAISE 'The database must have the encoding UTF8.';
  ELSIF current_setting('fsync') <> 'on' THEN
    RAISE 'The server must run with fsync=on, or it may lose data.';
  END IF;
  PERFORM pg_advisory_xact_lock(7741528753108383088);
  IF to_regclass('kpi_group_schema') IS NULL THEN
    CREATE TABLE kpi_group_schema AS SELECT 1 AS version, :name_keys AS name_keys;
    CREATE DOMAIN kpi_text AS text COLLATE "C" NOT NULL;
    CREATE DOMAIN kpi_time AS bigint NOT NULL;
    CREATE TABLE kpi_groups (
      id kpi_text, account kpi_text, name kpi_text, name_key kpi_text,
      created_by_id kpi_text, date_created kpi_time, modified_by_id kpi_text,
      date_updated kpi_time, deleted_by_id kpi_text, date_deleted kpi_time,
      revision bigint NOT NULL, life smallint NOT NULL, PRIMARY KEY (account, id));
    CREATE INDEX kpi_groups_by_id ON kpi_groups (account, life, id);
    CREATE INDEX kpi_groups_by_name ON kpi_groups (account, life, name_key, id);
    CREATE INDEX kpi_groups_by_exact_name ON kpi_groups (account, life, name);
    CREATE INDEX kpi_groups_by_creation ON kpi_groups (account, life, date_created, id);
    CREATE INDEX kpi_groups_by_update ON kpi_groups (account, life, date_updated, id);
    CREATE INDEX kpi_groups_by_deletion ON kpi_groups (account, life, date_deleted, id);
    CREATE INDEX kpi_groups_to_purge ON kpi_groups (date_deleted, account, id)
      INCLUDE (life) WHERE life <> 0;
    CREATE TABLE kpi_group_members (
      account kpi_text, group_id kpi_text, kpi_id kpi_text,
      added_by_id kpi_text, date_added kpi_time,
      PRIMARY KEY (account, group_id, kpi_id),
      FOREIGN KEY (account, group_id) REFERENCES kpi_groups ON DELETE CASCADE);
    CREATE INDEX kpi_group_members_by_kpi ON kpi_group_members (account, kpi_id, group_id);
    CREATE INDEX kpi_group_members_by_time
      ON kpi_group_members (account, group_id, date_added, kpi_id);
    CREATE TABLE kpi_group_favorites (
      account kpi_text, group_id kpi_text, user_id kpi_text,
      PRIMARY KEY (account, user_id, group_id),
      FOREIGN KEY (account, group_id) REFERENCES kpi_groups ON DELETE CASCADE);
    CREATE INDEX kpi_group_favorites_by_group ON kpi_group_favorites (account, group_id);
    CREATE TABLE kpis (
      id kpi_text, account kpi_text, name kpi_text, name_key kpi_text,
      owners text[] COLLATE "C" NOT NULL, PRIMARY KEY (account, id));
    CREATE INDEX kpis_by_name ON kpis (account, name_key, id);
    CREATE INDEX kpis_by_owner ON kpis USING gin (owners);
    CREATE TABLE kpi_group_keys (
      LIKE kpi_groups, key kpi_text, working_until kpi_time, done boolean NOT NULL,
      PRIMARY KEY (account, created_by_id, key));
    CREATE INDEX kpi_group_keys_by_group ON kpi_group_keys (account, id);
    CREATE INDEX kpi_group_keys_by_time ON kpi_group_keys (date_created);
    CREATE UNLOGGED TABLE kpi_group_server_run (one boolean PRIMARY KEY, run uuid NOT NULL);
  END IF;
  IF (SELECT version <> 1 OR name_keys <> :name_keys FROM kpi_group_schema) THEN
    RAISE 'The tables are of another version of the store: use that, or another database.';
  END IF;
END $$
