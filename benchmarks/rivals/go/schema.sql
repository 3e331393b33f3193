CREATE TABLE IF NOT EXISTS groups (
  account_id TEXT NOT NULL,
  id TEXT NOT NULL,
  name TEXT NOT NULL,
  created_by TEXT NOT NULL,
  created_at INTEGER NOT NULL,
  modified_by TEXT NOT NULL,
  modified_at INTEGER NOT NULL,
  PRIMARY KEY (account_id, id)
) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS groups_by_name ON groups (account_id, name, id);

CREATE TABLE IF NOT EXISTS kpis (
  account_id TEXT NOT NULL,
  id TEXT NOT NULL,
  name TEXT NOT NULL,
  PRIMARY KEY (account_id, id)
) WITHOUT ROWID;

CREATE TABLE IF NOT EXISTS favorites (
  account_id TEXT NOT NULL,
  user_id TEXT NOT NULL,
  group_id TEXT NOT NULL,
  PRIMARY KEY (account_id, user_id, group_id),
  FOREIGN KEY (account_id, group_id) REFERENCES groups (account_id, id) ON DELETE CASCADE
) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS favorites_by_group ON favorites (account_id, group_id);

CREATE TABLE IF NOT EXISTS members (
  account_id TEXT NOT NULL,
  group_id TEXT NOT NULL,
  kpi_id TEXT NOT NULL,
  added_by TEXT NOT NULL,
  added_at INTEGER NOT NULL,
  PRIMARY KEY (account_id, group_id, kpi_id),
  FOREIGN KEY (account_id, group_id) REFERENCES groups (account_id, id) ON DELETE CASCADE,
  FOREIGN KEY (account_id, kpi_id) REFERENCES kpis (account_id, id)
) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS members_by_kpi ON members (account_id, kpi_id);
