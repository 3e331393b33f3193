import { randomBytes } from 'node:crypto'
import Database from 'better-sqlite3'

const TABLES = `
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
`

const COLUMNS = `
  g.account_id AS accountId, g.created_by AS createdById, g.created_at AS dateCreated,
  g.modified_at AS dateUpdated, f.group_id IS NOT NULL AS favorite, g.id,
  g.modified_by AS modifiedById, g.name`

const GROUPS = `groups g LEFT JOIN favorites f
  ON f.account_id = g.account_id AND f.user_id = @user AND f.group_id = g.id`

const IS_FAVORITE = `g.id IN
  (SELECT group_id FROM favorites WHERE account_id = @account AND user_id = @user)`

function toGroup(row) {
  row.dateCreated = new Date(row.dateCreated)
  row.dateUpdated = new Date(row.dateUpdated)
  row.favorite = row.favorite === 1
  return row
}

export function openSqlite(path) {
  const db = new Database(path)
  db.pragma('journal_mode = WAL')
  db.pragma('synchronous = FULL')
  db.pragma('foreign_keys = ON')
  db.exec(TABLES)

  const selectGroup = db.prepare(`SELECT ${COLUMNS} FROM ${GROUPS}
    WHERE g.account_id = @account AND g.id = @id`)
  const groupExists = db.prepare('SELECT 1 FROM groups WHERE account_id = ? AND id = ?').pluck()
  const insertGroup = db.prepare('INSERT INTO groups VALUES (?, ?, ?, ?, ?, ?, ?)')
  const updateGroup = db.prepare(`UPDATE groups
    SET name = @name, modified_by = @user, modified_at = @now
    WHERE account_id = @account AND id = @id`)
  const deleteGroup = db.prepare('DELETE FROM groups WHERE account_id = ? AND id = ?')

  const insertFavorite = db.prepare('INSERT OR IGNORE INTO favorites VALUES (?, ?, ?)')
  const deleteFavorite = db.prepare(
    'DELETE FROM favorites WHERE account_id = ? AND user_id = ? AND group_id = ?')

  const kpiExists = db.prepare('SELECT 1 FROM kpis WHERE account_id = ? AND id = ?').pluck()
  const insertKpi = db.prepare('INSERT INTO kpis VALUES (?, ?, ?)')
  const updateKpi = db.prepare('UPDATE kpis SET name = ? WHERE account_id = ? AND id = ?')

  const insertMember = db.prepare('INSERT OR IGNORE INTO members VALUES (?, ?, ?, ?, ?)')
  const deleteMember = db.prepare(
    'DELETE FROM members WHERE account_id = ? AND group_id = ? AND kpi_id = ?')
  const countMembers = db.prepare(
    'SELECT count(*) FROM members WHERE account_id = ? AND group_id = ?').pluck()
  const selectMembers = db.prepare(`
    SELECT m.kpi_id AS kpiId, k.name, m.added_by AS addedById, m.added_at AS dateAdded
    FROM members m JOIN kpis k ON k.account_id = m.account_id AND k.id = m.kpi_id
    WHERE m.account_id = ? AND m.group_id = ? ORDER BY m.kpi_id LIMIT ?`)

  // A list has a statement for each combination of its parameters, prepared when first needed.
  const lists = new Map()
  function listStatements({ sort, q, favorite, after }) {
    const key = [sort, q ? 1 : 0, favorite ? 1 : 0, after ? 1 : 0].join()
    let statements = lists.get(key)
    if (!statements) {
      const conditions = ['g.account_id = @account']
      if (q) conditions.push("g.name LIKE @q ESCAPE '\\'")
      if (favorite) conditions.push(IS_FAVORITE)
      const count = `SELECT count(*) FROM groups g WHERE ${conditions.join(' AND ')}`
      const byName = sort === 'name'
      if (after) {
        conditions.push(byName ? '(g.name, g.id) > (@afterName, @afterId)' : 'g.id > @afterId')
      }
      const page = `SELECT ${COLUMNS} FROM ${GROUPS} WHERE ${conditions.join(' AND ')}
        ORDER BY ${byName ? 'g.name, g.id' : 'g.id'} LIMIT @limit`
      statements = { page: db.prepare(page), count: db.prepare(count).pluck() }
      lists.set(key, statements)
    }
    return statements
  }

  // Calls are synchronous on one connection, so nothing comes between the statements of one of
  // them: only what writes more than once needs a transaction.
  return {
    listGroups(account, user, query) {
      const { page, count } = listStatements(query)
      const values = {
        account,
        user,
        q: query.q && `%${query.q.replace(/[\\%_]/g, '\\$&')}%`,
        afterName: query.after?.name,
        afterId: query.after?.id,
        limit: query.limit
      }
      return { items: page.all(values).map(toGroup), totalCount: count.get(values) }
    },

    getGroup(account, user, id) {
      const row = selectGroup.get({ account, user, id })
      return row && toGroup(row)
    },

    createGroup(account, user, name) {
      const id = randomBytes(12).toString('hex')
      const now = new Date()
      insertGroup.run(account, id, name, user, now.getTime(), user, now.getTime())
      return {
        accountId: account, createdById: user, dateCreated: now, dateUpdated: now,
        favorite: false, id, modifiedById: user, name
      }
    },

    renameGroup(account, user, id, name) {
      const { changes } = updateGroup.run({ account, user, id, name, now: Date.now() })
      return changes === 0 ? undefined : toGroup(selectGroup.get({ account, user, id }))
    },

    deleteGroup(account, id) {
      return deleteGroup.run(account, id).changes > 0
    },

    addFavorite(account, user, id) {
      if (!groupExists.get(account, id)) return false
      insertFavorite.run(account, user, id)
      return true
    },

    removeFavorite(account, user, id) {
      if (!groupExists.get(account, id)) return false
      deleteFavorite.run(account, user, id)
      return true
    },

    putKpi(account, id, name) {
      if (updateKpi.run(name, account, id).changes > 0) return false
      insertKpi.run(account, id, name)
      return true
    },

    addMember(account, user, id, kpiId) {
      if (!groupExists.get(account, id)) return { missing: 'group' }
      if (!kpiExists.get(account, kpiId)) return { missing: 'kpi' }
      insertMember.run(account, id, kpiId, user, Date.now())
      return {}
    },

    removeMember(account, id, kpiId) {
      if (!groupExists.get(account, id)) return { missing: 'group' }
      deleteMember.run(account, id, kpiId)
      return {}
    },

    listMembers(account, id, limit) {
      if (!groupExists.get(account, id)) return { missing: 'group' }
      const items = selectMembers.all(account, id, limit)
      for (const item of items) item.dateAdded = new Date(item.dateAdded)
      return { items, totalCount: countMembers.get(account, id) }
    },

    changeMembers: db.transaction((account, user, id, add, remove) => {
      if (!groupExists.get(account, id)) return { missing: 'group' }
      if (!add.every((kpiId) => kpiExists.get(account, kpiId))) return { missing: 'kpi' }
      const now = Date.now()
      let added = 0
      let removed = 0
      for (const kpiId of add) added += insertMember.run(account, id, kpiId, user, now).changes
      for (const kpiId of remove) removed += deleteMember.run(account, id, kpiId).changes
      return { added, removed }
    }),

    close() {
      db.close()
    }
  }
}
