CREATE TABLE IF NOT EXISTS kpi_group (
  account_id    TEXT NOT NULL,
  id            TEXT NOT NULL,
  name          TEXT NOT NULL,
  search_name   TEXT NOT NULL,
  created_by_id TEXT NOT NULL,
  date_created  INTEGER NOT NULL,
  modified_by_id TEXT NOT NULL,
  date_updated  INTEGER NOT NULL,
  PRIMARY KEY (account_id, id)
) WITHOUT ROWID;

CREATE INDEX IF NOT EXISTS kpi_group_by_name ON kpi_group (account_id, name, id);

CREATE TABLE IF NOT EXISTS favorite (
  account_id TEXT NOT NULL,
  user_id    TEXT NOT NULL,
  group_id   TEXT NOT NULL,
  PRIMARY KEY (account_id, user_id, group_id),
  FOREIGN KEY (account_id, group_id) REFERENCES kpi_group (account_id, id) ON DELETE CASCADE
) WITHOUT ROWID;

CREATE INDEX IF NOT EXISTS favorite_by_group ON favorite (account_id, group_id);

CREATE TABLE IF NOT EXISTS kpi (
  account_id TEXT NOT NULL,
  id         TEXT NOT NULL,
  name       TEXT NOT NULL,
  PRIMARY KEY (account_id, id)
) WITHOUT ROWID;

CREATE TABLE IF NOT EXISTS member (
  account_id  TEXT NOT NULL,
  group_id    TEXT NOT NULL,
  kpi_id      TEXT NOT NULL,
  added_by_id TEXT NOT NULL,
  date_added  INTEGER NOT NULL,
  PRIMARY KEY (account_id, group_id, kpi_id),
  FOREIGN KEY (account_id, group_id) REFERENCES kpi_group (account_id, id) ON DELETE CASCADE,
  FOREIGN KEY (account_id, kpi_id) REFERENCES kpi (account_id, id)
) WITHOUT ROWID;
