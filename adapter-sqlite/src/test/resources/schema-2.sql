-- A data file of the second version, as its program made it of that of the first in schema-1.sql,
-- taken out by sqlite3's ".dump" (which cuts texts at a null; that one is put back by hand).
PRAGMA application_id=1265658183;
PRAGMA user_version=2;
PRAGMA foreign_keys=OFF;
BEGIN TRANSACTION;
CREATE TABLE name_keys (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  version INTEGER NOT NULL
) STRICT;
INSERT INTO name_keys VALUES(1,1);
CREATE TABLE kpi_group_memberships (
  account_id TEXT NOT NULL,
  group_id TEXT NOT NULL,
  kpi_id TEXT NOT NULL,
  added_by TEXT NOT NULL,
  added_at INTEGER NOT NULL,
  PRIMARY KEY (account_id, group_id, kpi_id),
  FOREIGN KEY (account_id, group_id) REFERENCES kpi_groups (account_id, id)
) STRICT, WITHOUT ROWID;
INSERT INTO kpi_group_memberships VALUES('acme','6ae6f18077016ce8e8269ad3','churn','ann',1793520001123);
INSERT INTO kpi_group_memberships VALUES('acme','6ae6f18077016ce8e8269ad3','gone','bob',1793520003123);
INSERT INTO kpi_group_memberships VALUES('acme','6ae6f18077016ce8e8269ad3','revenue','bob',1793520002123);
INSERT INTO kpi_group_memberships VALUES('acme','6ae6f194633bcd6f64686ca1','churn','ann',1793520021123);
INSERT INTO kpi_group_memberships VALUES('acme','6ae6f19e14e47ced28374ced','churn','bob',1793520031123);
INSERT INTO kpi_group_memberships VALUES('acme','6ae6f19e14e47ced28374ced','revenue','bob',1793520031123);
INSERT INTO kpi_group_memberships VALUES('odd','0000000000000000000000aa','churn','ann',0);
INSERT INTO kpi_group_memberships VALUES('umbrella','6ae6f1a8d02c676dad9e0065','churn','eve',1793520041123);
CREATE TABLE kpi_group_favorites (
  account_id TEXT NOT NULL,
  user_id TEXT NOT NULL,
  group_id TEXT NOT NULL,
  PRIMARY KEY (account_id, user_id, group_id),
  FOREIGN KEY (account_id, group_id) REFERENCES kpi_groups (account_id, id)
) STRICT, WITHOUT ROWID;
INSERT INTO kpi_group_favorites VALUES('acme','ann','6ae6f18077016ce8e8269ad3');
INSERT INTO kpi_group_favorites VALUES('acme','bob','6ae6f18077016ce8e8269ad3');
INSERT INTO kpi_group_favorites VALUES('acme','ann','6ae6f194633bcd6f64686ca1');
INSERT INTO kpi_group_favorites VALUES('acme','ann','6ae6f19e14e47ced28374ced');
INSERT INTO kpi_group_favorites VALUES('odd','ann','0000000000000000000000aa');
CREATE TABLE kpis (
  account_id TEXT NOT NULL,
  id TEXT NOT NULL,
  name TEXT NOT NULL,
  name_key TEXT NOT NULL,
  owners TEXT NOT NULL,
  PRIMARY KEY (account_id, id)
) STRICT;
INSERT INTO kpis VALUES('acme','churn','Churn','churn',replace('ann\nbob','\n',char(10)));
INSERT INTO kpis VALUES('acme','revenue','Revenue','revenue','');
INSERT INTO kpis VALUES('umbrella','churn','Churn elsewhere','churn elsewhere','eve');
INSERT INTO kpis VALUES('odd','churn','','',replace('ann\nann\nä','\n',char(10)));
CREATE TABLE "kpi_groups" (
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
INSERT INTO kpi_groups VALUES('acme','6ae6f18077016ce8e8269ad3','Sales','sales','ann',1793520000123,'ann',1793520000123,1,'live',NULL,NULL,3);
INSERT INTO kpi_groups VALUES('acme','6ae6f18aa3165d620c7c2d4e','Märketing','marketing','ann',1793520010123,'bob',1793520012123,3,'live',NULL,NULL,0);
INSERT INTO kpi_groups VALUES('acme','6ae6f194633bcd6f64686ca1','Dying','dying','ann',1793520020123,'ann',1793520020123,1,'purging','ann',1793520022123,1);
INSERT INTO kpi_groups VALUES('acme','6ae6f19e14e47ced28374ced','Closed','closed','bob',1793520030123,'bob',1793520030123,1,'deleted','bob',1793520032123,2);
INSERT INTO kpi_groups VALUES('umbrella','6ae6f1a8d02c676dad9e0065','Sales','sales','eve',1793520040123,'eve',1793520040123,1,'live',NULL,NULL,1);
INSERT INTO kpi_groups VALUES('odd','0123456789abcdef01234567',char(9)||'tab'||char(0)||'null','tab',replace('änn\n','\n',char(10)),-1,'',-9223372036854775808,41,'live',NULL,NULL,0);
INSERT INTO kpi_groups VALUES('odd','00000000000000000000dead','','','ann',0,'ann',0,-5,'deleted','',-7,0);
INSERT INTO kpi_groups VALUES('odd','00000000000000000000d1e5','','','ann',0,'ann',0,1,'deleted','ann',5,0);
INSERT INTO kpi_groups VALUES('broken','NO ID','One','one','ann',0,'ann',0,1,'live',NULL,NULL,0);
INSERT INTO kpi_groups VALUES('broken','no id either','Two','two','ann',0,'ann',0,1,'purging','ann',1,0);
CREATE TABLE kpi_counts (
  account_id TEXT NOT NULL PRIMARY KEY,
  kpis INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
INSERT INTO kpi_counts VALUES('acme',2);
INSERT INTO kpi_counts VALUES('odd',1);
INSERT INTO kpi_counts VALUES('umbrella',1);
CREATE INDEX kpi_group_favorites_by_group ON kpi_group_favorites (account_id, group_id);
CREATE INDEX kpis_by_name ON kpis (account_id, name_key, id);
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
CREATE TRIGGER kpi_added AFTER INSERT ON kpis BEGIN
  INSERT INTO kpi_counts (account_id, kpis) VALUES (NEW.account_id, 1)
  ON CONFLICT (account_id) DO UPDATE SET kpis = kpis + 1;
END;
CREATE TRIGGER kpi_removed AFTER DELETE ON kpis BEGIN
  UPDATE kpi_counts SET kpis = kpis - 1 WHERE account_id = OLD.account_id;
  DELETE FROM kpi_counts WHERE account_id = OLD.account_id AND kpis = 0;
END;
COMMIT;
