package io.kpigroups.adapter.sqlite.store;

import static io.kpigroups.adapter.sqlite.connection.QueryResult.text;
import static io.kpigroups.adapter.sqlite.store.Statements.named;

import io.kpigroups.adapter.sqlite.connection.Database;
import io.kpigroups.adapter.sqlite.connection.PooledConnection;
import io.kpigroups.application.port.Call;
import io.kpigroups.application.port.Deadline;
import io.kpigroups.application.port.out.IdempotencyStore;
import io.kpigroups.domain.group.KeyedCreate;
import io.kpigroups.domain.group.KpiGroup;
import io.kpigroups.domain.group.KpiGroupId;
import io.kpigroups.domain.value.IdempotencyKey;
import io.kpigroups.domain.value.Name;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;

/**
 * The idempotency keys, in the table {@code idempotency_keys}. Nobody needs to know whether a
 * commit that failed was made: a key that is taken and not used is free again after its time.
 */
public record SqliteKeys(Database database) implements IdempotencyStore {

  @Override
  public KeyedCreate claim(Call by, IdempotencyKey key, KpiGroupId id, Name name, Instant now) {
    KeyedCreate wanted = IdempotencyStore.wanted(by, id, name, now);
    return database.write(by.deadline(), connection -> claim(connection, by, key, wanted, now));
  }

  /** Answers what was stored, whose times are cut to milliseconds: by these it is released. */
  static KeyedCreate claim(
      PooledConnection connection, Call by, IdempotencyKey key, KeyedCreate wanted, Instant now) {
    Optional<KeyedCreate> present = find(connection, by, key);
    KeyedCreate claimed = wanted.claim(present, now);
    if (present.filter(claimed::equals).isPresent()) {
      return claimed;
    }
    KpiGroup group = claimed.group();
    connection.update(
        named("save key"),
        by.account().value(),
        by.user().value(),
        key.value(),
        group.id().value(),
        group.name().value(),
        group.created().at().toEpochMilli(),
        claimed.workingUntil().toEpochMilli(),
        claimed.isDone());
    return find(connection, by, key).orElseThrow();
  }

  private static Optional<KeyedCreate> find(
      PooledConnection connection, Call by, IdempotencyKey key) {
    return connection.first(
        named("find key"),
        row -> kept(row, by),
        by.account().value(),
        by.user().value(),
        key.value());
  }

  private static KeyedCreate kept(ResultSet row, Call by) throws SQLException {
    KpiGroup group =
        KpiGroup.create(
            by.account(),
            new KpiGroupId(text(row, 2)),
            Name.stored(text(row, 3)),
            by.stamp(Instant.ofEpochMilli(row.getLong(4))));
    return new KeyedCreate(group, Instant.ofEpochMilli(row.getLong(5)), row.getBoolean(6));
  }

  @Override
  public void finish(Call by, IdempotencyKey key, KeyedCreate made) {
    update(
        by.deadline(),
        "finish key",
        by.account().value(),
        by.user().value(),
        key.value(),
        made.group().id().value());
  }

  @Override
  public void release(Call by, IdempotencyKey key, KeyedCreate claimed) {
    update(
        by.deadline(),
        "release key",
        by.account().value(),
        by.user().value(),
        key.value(),
        claimed.group().id().value(),
        claimed.workingUntil().toEpochMilli());
  }

  @Override
  public void sweep(Instant createdBy, Deadline deadline) {
    database.writeAlone(
        deadline, connection -> update(connection, "sweep keys", createdBy.toEpochMilli()));
  }

  private void update(Deadline deadline, String name, Object... values) {
    database.write(deadline, connection -> update(connection, name, values));
  }

  private static String update(PooledConnection connection, String name, Object... values) {
    connection.update(named(name), values);
    return name;
  }
}
