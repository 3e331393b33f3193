package com.example.kpigroups.postgres;

import io.kpigroups.application.port.Call;
import io.kpigroups.application.port.Deadline;
import io.kpigroups.application.port.out.IdempotencyStore;
import io.kpigroups.domain.group.KeyedCreate;
import io.kpigroups.domain.group.KpiGroupId;
import io.kpigroups.domain.value.IdempotencyKey;
import io.kpigroups.domain.value.Name;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;

/** The idempotency keys, each in one row with its group. */
record PostgresKeys(Database database) implements IdempotencyStore {
  private static final String DELETE = "DELETE FROM kpi_group_keys WHERE ?";
  private static final int SWEPT_AT_ONCE = 1_000;

  /** What is answered is what was kept, which has no time finer than milliseconds. */
  @Override
  public KeyedCreate claim(Call by, IdempotencyKey key, KpiGroupId id, Name name, Instant now) {
    KeyedCreate wanted = IdempotencyStore.wanted(by, id, name, now);
    String insert = "INSERT INTO kpi_group_keys VALUES (?, ?, ?, ?) RETURNING *";
    return database.write(
        by.deadline(),
        tx -> {
          Optional<KeyedCreate> present = look(tx, by, key);
          KeyedCreate it = wanted.claim(present, now);
          present.ifPresent(old -> tx.update(DELETE, own(by, key)));
          Sql group = PostgresGroups.values(it.group());
          return tx.one(
              PostgresKeys::kept, insert, group, key.value(), it.workingUntil(), it.isDone());
        });
  }

  @Override
  public void finish(Call by, IdempotencyKey key, KeyedCreate made) {
    String sql = "UPDATE kpi_group_keys SET done = true WHERE ? AND id = ?";
    database.write(by.deadline(), tx -> tx.update(sql, own(by, key), made.group().id()));
  }

  @Override
  public void release(Call by, IdempotencyKey key, KeyedCreate claimed) {
    database.write(
        by.deadline(),
        tx -> look(tx, by, key).filter(claimed::equals).map(it -> tx.update(DELETE, own(by, key))));
  }

  /** A step at a time, so that there is some progress in any time. */
  @Override
  public void sweep(Instant createdBy, Deadline deadline) {
    String sql =
        """
        WITH gone AS (DELETE FROM kpi_group_keys WHERE ctid IN (SELECT ctid FROM kpi_group_keys
          WHERE date_created <= ? LIMIT ? FOR UPDATE SKIP LOCKED) RETURNING 1)
        SELECT count(*) FROM gone
        """;
    long swept;
    do {
      swept = database.write(deadline, tx -> tx.count(sql, createdBy, SWEPT_AT_ONCE));
    } while (swept == SWEPT_AT_ONCE);
  }

  private static Sql own(Call by, IdempotencyKey key) {
    String sql = "account = ? AND created_by_id = ? AND key = ?";
    return Sql.of(sql, by.account(), by.user(), key.value());
  }

  private static Optional<KeyedCreate> look(Transaction tx, Call by, IdempotencyKey key) {
    String sql = "SELECT * FROM kpi_group_keys WHERE ? FOR UPDATE";
    return tx.find(PostgresKeys::kept, sql, own(by, key));
  }

  private static KeyedCreate kept(ResultSet row) throws SQLException {
    Instant until = Instant.ofEpochMilli(row.getLong("working_until"));
    return new KeyedCreate(PostgresGroups.group(row), until, row.getBoolean("done"));
  }
}
