-- A data file of the first version, as its last program wrote it: made by calls of its ports, and
-- taken out by sqlite3's ".dump". What is behind the last comment another program may have written.
PRAGMA foreign_keys=OFF;
PRAGMA application_id=1265658183;
PRAGMA user_version=1;
BEGIN TRANSACTION;
CREATE TABLE name_keys (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  version INTEGER NOT NULL
) STRICT;
INSERT INTO name_keys VALUES(1,1);
CREATE TABLE kpi_groups (
  account_id TEXT NOT NULL,
  id TEXT NOT NULL,
  name TEXT NOT NULL,
  name_key TEXT NOT NULL,
  created_by TEXT NOT NULL,
  created_at INTEGER NOT NULL,
  modified_by TEXT NOT NULL,
  modified_at INTEGER NOT NULL,
  revision INTEGER NOT NULL,
  deleted_by TEXT,
  deleted_at INTEGER,
  purging INTEGER NOT NULL DEFAULT 0,
  PRIMARY KEY (account_id, id),
  CHECK ((deleted_by IS NULL) = (deleted_at IS NULL)),
  CHECK (purging = 0 OR deleted_at IS NOT NULL)
) STRICT;
INSERT INTO kpi_groups VALUES('acme','6ae6f18077016ce8e8269ad3','Sales','sales','ann',1793520000123,'ann',1793520000123,1,NULL,NULL,0);
INSERT INTO kpi_groups VALUES('acme','6ae6f18aa3165d620c7c2d4e','Märketing','marketing','ann',1793520010123,'bob',1793520012123,3,NULL,NULL,0);
INSERT INTO kpi_groups VALUES('acme','6ae6f194633bcd6f64686ca1','Dying','dying','ann',1793520020123,'ann',1793520020123,1,'ann',1793520022123,1);
INSERT INTO kpi_groups VALUES('acme','6ae6f19e14e47ced28374ced','Closed','closed','bob',1793520030123,'bob',1793520030123,1,'bob',1793520032123,0);
INSERT INTO kpi_groups VALUES('umbrella','6ae6f1a8d02c676dad9e0065','Sales','sales','eve',1793520040123,'eve',1793520040123,1,NULL,NULL,0);
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
CREATE INDEX kpi_groups_by_id ON kpi_groups (account_id, id, deleted_at)
  WHERE deleted_at IS NULL;
CREATE INDEX kpi_groups_by_name ON kpi_groups (account_id, name_key, id)
  WHERE deleted_at IS NULL;
CREATE INDEX kpi_groups_by_creation ON kpi_groups (account_id, created_at, id)
  WHERE deleted_at IS NULL;
CREATE INDEX kpi_groups_by_update ON kpi_groups (account_id, modified_at, id)
  WHERE deleted_at IS NULL;
CREATE INDEX kpi_groups_by_deletion ON kpi_groups (deleted_at, purging, account_id, id)
  WHERE deleted_at IS NOT NULL;
CREATE INDEX kpi_group_favorites_by_group ON kpi_group_favorites (account_id, group_id);
CREATE INDEX kpis_by_name ON kpis (account_id, name_key, id);

-- Names, users and times that our rules would have refused, and ids that cannot be read.
INSERT INTO kpi_groups VALUES('odd','0123456789abcdef01234567',char(9)||'tab'||char(0)||'null','tab',char(228)||'nn'||char(10),-1,'',-9223372036854775808,41,NULL,NULL,0);
INSERT INTO kpi_groups VALUES('odd','00000000000000000000dead','','','ann',0,'ann',0,-5,'',-7,0);
INSERT INTO kpi_groups VALUES('odd','00000000000000000000d1e5','','','ann',0,'ann',0,1,'ann',5,2);
INSERT INTO kpi_groups VALUES('broken','NO ID','One','one','ann',0,'ann',0,1,NULL,NULL,0);
INSERT INTO kpi_groups VALUES('broken','no id either','Two','two','ann',0,'ann',0,1,'ann',1,1);
-- A member and a favorite of groups that are not there.
INSERT INTO kpi_group_memberships VALUES('odd','0000000000000000000000aa','churn','ann',0);
INSERT INTO kpi_group_favorites VALUES('odd','ann','0000000000000000000000aa');
INSERT INTO kpis VALUES('odd','churn','','',replace('ann|ann|'||char(228),'|',char(10)));
COMMIT;
