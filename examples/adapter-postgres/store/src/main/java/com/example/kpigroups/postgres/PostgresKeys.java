package com.example.kpigroups.postgres;

import io.kpigroups.application.port.Call;
import io.kpigroups.application.port.Deadline;
import io.kpigroups.application.port.out.IdempotencyStore;
import io.kpigroups.domain.group.KeyedCreate;
import io.kpigroups.domain.group.KpiGroup;
import io.kpigroups.domain.group.KpiGroupId;
import io.kpigroups.domain.value.AccountId;
import io.kpigroups.domain.value.IdempotencyKey;
import io.kpigroups.domain.value.Name;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/** The idempotency keys. */
record PostgresKeys(Database database) implements IdempotencyStore {
  private static final String OWN = " WHERE account = ? AND created_by = ? AND key = ?";
  private static final int SWEPT_AT_ONCE = 1_000;

  @Override
  public KeyedCreate claim(Call by, IdempotencyKey key, KpiGroupId id, Name name, Instant now) {
    KeyedCreate asked = IdempotencyStore.wanted(by, id, name, now);
    // What is kept is compared with what was answered, so nothing finer is answered.
    Instant until = asked.workingUntil().truncatedTo(ChronoUnit.MILLIS);
    KeyedCreate wanted = KeyedCreate.begun(asked.group(), until);
    return database.write(
        by,
        tx -> {
          while (true) {
            Optional<KeyedCreate> present = look(tx, by, key);
            KeyedCreate kept = wanted.claim(present, now);
            present.ifPresent(it -> delete(tx, by, key));
            if (insert(tx, by, key, kept)) {
              return kept;
            }
          }
        });
  }

  @Override
  public void finish(Call by, IdempotencyKey key, KeyedCreate made) {
    KpiGroupId id = made.group().id();
    String sql = "UPDATE kpi_group_keys SET done = true" + OWN + " AND group_id = ?";
    database.write(by, tx -> tx.update(sql, by.account(), by.user(), key, id));
  }

  @Override
  public void release(Call by, IdempotencyKey key, KeyedCreate claimed) {
    database.write(
        by, tx -> look(tx, by, key).filter(claimed::equals).map(kept -> delete(tx, by, key)));
  }

  /** A step at a time, so that there is some progress in any time. */
  @Override
  public void sweep(Instant createdBy, Deadline deadline) {
    String sql =
        """
        DELETE FROM kpi_group_keys WHERE (account, created_by, key) IN (
          SELECT account, created_by, key FROM kpi_group_keys
          WHERE created_at <= ? LIMIT ? FOR UPDATE SKIP LOCKED)
        """;
    int swept = SWEPT_AT_ONCE;
    while (swept == SWEPT_AT_ONCE) {
      swept = database.write(deadline, tx -> tx.update(sql, createdBy, SWEPT_AT_ONCE));
    }
  }

  private static Optional<KeyedCreate> look(Transaction tx, Call by, IdempotencyKey key) {
    String sql = "SELECT * FROM kpi_group_keys" + OWN + " FOR UPDATE";
    return tx.find(PostgresKeys::kept, Sql.of(sql, by.account(), by.user(), key));
  }

  private static KeyedCreate kept(ResultSet row) throws SQLException {
    KpiGroup group =
        KpiGroup.create(
            new AccountId(row.getString("account")),
            new KpiGroupId(row.getString("group_id")),
            Name.stored(row.getString("name")),
            GroupRows.stamp(row, "created"));
    Instant until = Instant.ofEpochMilli(row.getLong("working_until"));
    return new KeyedCreate(group, until, row.getBoolean("done"));
  }

  private static int delete(Transaction tx, Call by, IdempotencyKey key) {
    return tx.update("DELETE FROM kpi_group_keys" + OWN, by.account(), by.user(), key);
  }

  private static boolean insert(Transaction tx, Call by, IdempotencyKey key, KeyedCreate kept) {
    KpiGroup group = kept.group();
    return tx.update(
            Sql.of(
                    "INSERT INTO kpi_group_keys VALUES (?, ?, ?",
                    group.id(),
                    by.account(),
                    by.user())
                .then(", ?, ?, ?", key, group.name(), group.created().at())
                .then(", ?, ?) ON CONFLICT DO NOTHING", kept.workingUntil(), kept.isDone()))
        > 0;
  }
}
