-- From the third version to the fourth: an account has its number of live groups, and a user that of
-- favorites. It was released, so it never changes.
--
-- Both are compared with a limit at every addition, and the first is the total of the usual list; to
-- count is slow (measured: 43 milliseconds for a million groups). Triggers keep them, whoever
-- inserts, deletes or changes a state; not for what nothing here does, a REPLACE or a changed key.
-- Favorites on deleted groups are among the user's: to keep them out, the deletion of a group would
-- have to change a row of everybody who has it.

CREATE TABLE group_counts (
  account_id TEXT NOT NULL PRIMARY KEY,
  live INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
INSERT INTO group_counts
  SELECT account_id, count(*) FROM kpi_groups WHERE state = 'live' GROUP BY account_id;
CREATE TRIGGER kpi_group_added AFTER INSERT ON kpi_groups WHEN NEW.state = 'live' BEGIN
  INSERT INTO group_counts (account_id, live) VALUES (NEW.account_id, 1)
  ON CONFLICT (account_id) DO UPDATE SET live = live + 1;
END;
CREATE TRIGGER kpi_group_revived AFTER UPDATE OF state ON kpi_groups
WHEN OLD.state <> 'live' AND NEW.state = 'live' BEGIN
  INSERT INTO group_counts (account_id, live) VALUES (NEW.account_id, 1)
  ON CONFLICT (account_id) DO UPDATE SET live = live + 1;
END;
CREATE TRIGGER kpi_group_ended AFTER UPDATE OF state ON kpi_groups
WHEN OLD.state = 'live' AND NEW.state <> 'live' BEGIN
  UPDATE group_counts SET live = live - 1 WHERE account_id = OLD.account_id;
  DELETE FROM group_counts WHERE account_id = OLD.account_id AND live = 0;
END;
CREATE TRIGGER kpi_group_removed AFTER DELETE ON kpi_groups WHEN OLD.state = 'live' BEGIN
  UPDATE group_counts SET live = live - 1 WHERE account_id = OLD.account_id;
  DELETE FROM group_counts WHERE account_id = OLD.account_id AND live = 0;
END;

CREATE TABLE favorite_counts (
  account_id TEXT NOT NULL,
  user_id TEXT NOT NULL,
  favorites INTEGER NOT NULL,
  PRIMARY KEY (account_id, user_id)
) STRICT, WITHOUT ROWID;
INSERT INTO favorite_counts
  SELECT account_id, user_id, count(*) FROM kpi_group_favorites GROUP BY account_id, user_id;
CREATE TRIGGER kpi_group_favorite_added AFTER INSERT ON kpi_group_favorites BEGIN
  INSERT INTO favorite_counts (account_id, user_id, favorites)
  VALUES (NEW.account_id, NEW.user_id, 1)
  ON CONFLICT (account_id, user_id) DO UPDATE SET favorites = favorites + 1;
END;
CREATE TRIGGER kpi_group_favorite_removed AFTER DELETE ON kpi_group_favorites BEGIN
  UPDATE favorite_counts SET favorites = favorites - 1
  WHERE account_id = OLD.account_id AND user_id = OLD.user_id;
  DELETE FROM favorite_counts
  WHERE account_id = OLD.account_id AND user_id = OLD.user_id AND favorites = 0;
END;
