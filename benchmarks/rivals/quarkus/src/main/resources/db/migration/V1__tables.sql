CREATE TABLE kpi_group (
  id TEXT PRIMARY KEY NOT NULL,
  account_id TEXT NOT NULL,
  name TEXT NOT NULL,
  created_by_id TEXT NOT NULL,
  date_created INTEGER NOT NULL,
  modified_by_id TEXT NOT NULL,
  date_updated INTEGER NOT NULL
) WITHOUT ROWID;
CREATE UNIQUE INDEX kpi_group_by_id ON kpi_group (account_id, id);
CREATE INDEX kpi_group_by_name ON kpi_group (account_id, name, id);

CREATE TABLE favorite (
  account_id TEXT NOT NULL,
  user_id TEXT NOT NULL,
  group_id TEXT NOT NULL REFERENCES kpi_group (id) ON DELETE CASCADE,
  PRIMARY KEY (account_id, user_id, group_id)
) WITHOUT ROWID;
CREATE INDEX favorite_by_group ON favorite (group_id);

CREATE TABLE kpi (
  account_id TEXT NOT NULL,
  id TEXT NOT NULL,
  name TEXT NOT NULL,
  PRIMARY KEY (account_id, id)
) WITHOUT ROWID;

CREATE TABLE member (
  group_id TEXT NOT NULL REFERENCES kpi_group (id) ON DELETE CASCADE,
  kpi_id TEXT NOT NULL,
  added_by_id TEXT NOT NULL,
  date_added INTEGER NOT NULL,
  PRIMARY KEY (group_id, kpi_id)
) WITHOUT ROWID;
