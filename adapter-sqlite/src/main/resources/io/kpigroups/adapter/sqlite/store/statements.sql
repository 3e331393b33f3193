-- The statements of the stores, each below its name. Parameters are numbered, from ?1.

-- Live groups as the user ?1 sees them. The favorite is a subquery and not a join, so that rows that
-- a page skips do not pay for it. Columns are read by their number; lists have tables of their own.
-- name: groups
SELECT g.account_id, g.id, g.name, g.created_by, g.created_at, g.modified_by, g.modified_at,
       g.revision,
       EXISTS (SELECT 1 FROM kpi_group_favorites f
               WHERE f.account_id = g.account_id AND f.user_id = ?1 AND f.group_id = g.id)
         AS favorite,
       g.members

-- More columns, of groups of which it is not known that they are live.
-- name: life
  , g.state, g.deleted_by, g.deleted_at

-- name: count live groups
SELECT coalesce(sum(live), 0) FROM group_counts WHERE account_id = ?2

-- name: insert group
INSERT INTO kpi_groups (account_id, id, name, name_key, created_by, created_at,
                        modified_by, modified_at, revision)
VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)

-- Without the state, which is in the condition of every index: all would be written again.
-- name: rename group
UPDATE kpi_groups SET name = ?3, name_key = ?4, modified_by = ?5, modified_at = ?6, revision = ?7
WHERE account_id = ?1 AND id = ?2

-- name: save life
UPDATE kpi_groups SET state = ?3, deleted_by = ?4, deleted_at = ?5
WHERE account_id = ?1 AND id = ?2

-- Columns are read by their number.
-- name: members
SELECT m.account_id, m.kpi_id AS id, k.name, m.added_by, m.added_at
FROM kpi_group_memberships m
LEFT JOIN kpis k ON k.account_id = m.account_id AND k.id = m.kpi_id
WHERE m.account_id = ?2 AND m.group_id = ?3

-- Of some KPIs; ?3 is an array of their ids, in JSON. All that are found are in one row, which is
-- read faster than a row for each; an id has no comma.
-- name: find members
SELECT coalesce(group_concat(kpi_id), '') FROM kpi_group_memberships
WHERE account_id = ?1 AND group_id = ?2 AND kpi_id IN (SELECT value FROM json_each(?3))

-- name: count members
SELECT members FROM kpi_groups WHERE account_id = ?2 AND id = ?3

-- name: count unregistered members
SELECT count(*) FROM kpi_group_memberships m
WHERE m.account_id = ?1 AND m.group_id = ?2
  AND NOT EXISTS (SELECT 1 FROM kpis k WHERE k.account_id = ?1 AND k.id = m.kpi_id)

-- name: insert members
INSERT INTO kpi_group_memberships (account_id, group_id, kpi_id, added_by, added_at)
SELECT ?1, ?2, value, ?4, ?5 FROM json_each(?3)

-- name: delete members
DELETE FROM kpi_group_memberships
WHERE account_id = ?1 AND group_id = ?2 AND kpi_id IN (SELECT value FROM json_each(?3))

-- Columns are read by their number.
-- name: kpis
SELECT k.account_id, k.id, k.name, k.owners FROM kpis k

-- Which of them are listed, by the key of a text in the name, an owner, and whether it must be in no
-- live group; an empty text and 0 ask for nothing. No LIKE, which has characters of its own.
-- name: kpi filter

  AND (?3 = '' OR instr(k.name_key, ?3))
  AND (?4 = '' OR instr(char(10) || k.owners || char(10), char(10) || ?4 || char(10)))
  AND (?5 = 0 OR NOT EXISTS (
    SELECT 1
    FROM kpi_group_memberships m
    CROSS JOIN kpi_groups g INDEXED BY kpi_groups_by_id
      ON g.account_id = m.account_id AND g.id = m.group_id
    WHERE m.account_id = k.account_id AND m.kpi_id = k.id AND g.state = 'live'))

-- name: find grouped kpi
SELECT 1
FROM kpi_group_memberships m
CROSS JOIN kpi_groups g INDEXED BY kpi_groups_by_id
  ON g.account_id = m.account_id AND g.id = m.group_id
WHERE m.account_id = ?1 AND m.kpi_id = ?2 AND g.state = 'live'

-- The same. There is no ?2.
-- name: find kpis
SELECT coalesce(group_concat(id), '') FROM kpis WHERE account_id = ?1 AND id IN (SELECT value FROM json_each(?3))

-- name: count kpis
SELECT coalesce(sum(kpis), 0) FROM kpi_counts WHERE account_id = ?2

-- name: save kpi
INSERT INTO kpis (account_id, id, name, name_key, owners) VALUES (?1, ?2, ?3, ?4, ?5)
ON CONFLICT (account_id, id) DO UPDATE SET name = ?3, name_key = ?4, owners = ?5

-- name: delete kpi
DELETE FROM kpis WHERE account_id = ?1 AND id = ?2

-- Those on deleted groups too.
-- name: count favorites
SELECT coalesce(sum(favorites), 0) FROM favorite_counts WHERE account_id = ?1 AND user_id = ?2

-- name: count live favorites
SELECT count(*)
FROM kpi_group_favorites f
CROSS JOIN kpi_groups g INDEXED BY kpi_groups_by_id
  ON g.account_id = f.account_id AND g.id = f.group_id
WHERE f.account_id = ?1 AND f.user_id = ?2 AND g.state = 'live'

-- name: insert favorite
INSERT INTO kpi_group_favorites (account_id, group_id, user_id) VALUES (?1, ?2, ?3)

-- name: delete favorite
DELETE FROM kpi_group_favorites WHERE account_id = ?1 AND group_id = ?2 AND user_id = ?3

-- name: find purging group
SELECT 1 FROM kpi_groups WHERE account_id = ?1 AND id = ?2 AND state = 'purging'

-- name: delete all members
DELETE FROM kpi_group_memberships WHERE account_id = ?1 AND group_id = ?2

-- name: delete favorites
DELETE FROM kpi_group_favorites WHERE account_id = ?1 AND group_id = ?2

-- name: delete group
DELETE FROM kpi_groups WHERE account_id = ?1 AND id = ?2

-- Columns are read by their number.
-- name: find key
SELECT account_id, group_id AS id, name, created_at, working_until, done
FROM idempotency_keys
WHERE account_id = ?1 AND user_id = ?2 AND key = ?3

-- name: save key
INSERT INTO idempotency_keys (account_id, user_id, key, group_id, name, created_at,
                              working_until, done)
VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)
ON CONFLICT (account_id, user_id, key) DO UPDATE
SET group_id = ?4, name = ?5, created_at = ?6, working_until = ?7, done = ?8

-- name: finish key
UPDATE idempotency_keys SET done = 1
WHERE account_id = ?1 AND user_id = ?2 AND key = ?3 AND group_id = ?4

-- name: release key
DELETE FROM idempotency_keys
WHERE account_id = ?1 AND user_id = ?2 AND key = ?3 AND group_id = ?4 AND working_until = ?5
  AND done = 0

-- The index is prescribed: left to itself SQLite would read all keys of the account.
-- name: finish keys of group
UPDATE idempotency_keys INDEXED BY idempotency_keys_by_group SET done = 1
WHERE account_id = ?1 AND group_id = ?2

-- name: sweep keys
DELETE FROM idempotency_keys WHERE created_at <= ?1
