-- From the first version to the second: a group has a state and its number of members, and an
-- account its number of KPIs. It was released, so it never changes.
--
-- Both numbers are compared with a limit at every addition, and to count is slow (measured: five
-- milliseconds for 100,000 KPIs). Triggers keep them, so they are right whoever writes to the file.
-- The table of the groups is made anew, since SQLite cannot drop a column that a check names;
-- therefore foreign keys must be off meanwhile.

CREATE TABLE kpi_groups_2 (
  account_id TEXT NOT NULL,
  id TEXT NOT NULL,
  name TEXT NOT NULL,
  name_key TEXT NOT NULL,
  created_by TEXT NOT NULL,
  created_at INTEGER NOT NULL,
  modified_by TEXT NOT NULL,
  modified_at INTEGER NOT NULL,
  revision INTEGER NOT NULL,
  state TEXT NOT NULL DEFAULT 'live' CHECK (state IN ('live', 'deleted', 'purging')),
  deleted_by TEXT,
  deleted_at INTEGER,
  members INTEGER NOT NULL DEFAULT 0,
  PRIMARY KEY (account_id, id),
  CHECK ((state = 'live') = (deleted_by IS NULL)),
  CHECK ((state = 'live') = (deleted_at IS NULL))
) STRICT;
INSERT INTO kpi_groups_2
  SELECT g.account_id, g.id, g.name, g.name_key, g.created_by, g.created_at, g.modified_by,
         g.modified_at, g.revision,
         CASE WHEN g.deleted_at IS NULL THEN 'live'
              WHEN g.purging = 1 THEN 'purging'
              ELSE 'deleted' END,
         g.deleted_by, g.deleted_at,
         (SELECT count(*) FROM kpi_group_memberships m
          WHERE m.account_id = g.account_id AND m.group_id = g.id)
  FROM kpi_groups g;
DROP TABLE kpi_groups;
ALTER TABLE kpi_groups_2 RENAME TO kpi_groups;

CREATE INDEX kpi_groups_by_id ON kpi_groups (account_id, id)
  WHERE state = 'live';
CREATE INDEX kpi_groups_by_name ON kpi_groups (account_id, name_key, id)
  WHERE state = 'live';
CREATE INDEX kpi_groups_by_creation ON kpi_groups (account_id, created_at, id)
  WHERE state = 'live';
CREATE INDEX kpi_groups_by_update ON kpi_groups (account_id, modified_at, id)
  WHERE state = 'live';
CREATE INDEX kpi_groups_by_deletion ON kpi_groups (account_id, deleted_at, id)
  WHERE state = 'deleted';
CREATE INDEX kpi_groups_to_purge ON kpi_groups (deleted_at, state)
  WHERE deleted_at IS NOT NULL;

CREATE INDEX kpi_group_memberships_by_kpi
  ON kpi_group_memberships (account_id, kpi_id, group_id);
CREATE TRIGGER kpi_group_membership_added AFTER INSERT ON kpi_group_memberships BEGIN
  UPDATE kpi_groups SET members = members + 1
  WHERE account_id = NEW.account_id AND id = NEW.group_id;
END;
CREATE TRIGGER kpi_group_membership_removed AFTER DELETE ON kpi_group_memberships BEGIN
  UPDATE kpi_groups SET members = members - 1
  WHERE account_id = OLD.account_id AND id = OLD.group_id;
END;

CREATE TABLE kpi_counts (
  account_id TEXT NOT NULL PRIMARY KEY,
  kpis INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
INSERT INTO kpi_counts SELECT account_id, count(*) FROM kpis GROUP BY account_id;
CREATE TRIGGER kpi_added AFTER INSERT ON kpis BEGIN
  INSERT INTO kpi_counts (account_id, kpis) VALUES (NEW.account_id, 1)
  ON CONFLICT (account_id) DO UPDATE SET kpis = kpis + 1;
END;
CREATE TRIGGER kpi_removed AFTER DELETE ON kpis BEGIN
  UPDATE kpi_counts SET kpis = kpis - 1 WHERE account_id = OLD.account_id;
  DELETE FROM kpi_counts WHERE account_id = OLD.account_id AND kpis = 0;
END;
