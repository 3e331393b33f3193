-- From the second version to the third: idempotency keys, each with the group that is made under it.
-- It was released, so it never changes.
--
-- A key is the user's own. working_until is when whoever makes the group gives up; done is 1 when
-- the group was made. There is no foreign key: the key is kept before its group is there, and after
-- it is purged.

CREATE TABLE idempotency_keys (
  account_id TEXT NOT NULL,
  user_id TEXT NOT NULL,
  key TEXT NOT NULL,
  group_id TEXT NOT NULL,
  name TEXT NOT NULL,
  created_at INTEGER NOT NULL,
  working_until INTEGER NOT NULL,
  done INTEGER NOT NULL CHECK (done IN (0, 1)),
  PRIMARY KEY (account_id, user_id, key)
) STRICT, WITHOUT ROWID;
CREATE INDEX idempotency_keys_by_group ON idempotency_keys (account_id, group_id);
CREATE INDEX idempotency_keys_by_creation ON idempotency_keys (created_at);
