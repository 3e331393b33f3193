package io.kpigroups.testkit.memory;

import io.kpigroups.application.port.Call;
import io.kpigroups.application.port.Deadline;
import io.kpigroups.application.port.out.IdempotencyStore;
import io.kpigroups.domain.group.KeyedCreate;
import io.kpigroups.domain.group.KpiGroupId;
import io.kpigroups.domain.value.IdempotencyKey;
import io.kpigroups.domain.value.Name;
import io.kpigroups.domain.value.UserId;
import java.time.Instant;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** The idempotency keys in memory. */
final class InMemoryKeys implements IdempotencyStore {
  private final Tables tables;

  InMemoryKeys(Tables tables) {
    this.tables = tables;
  }

  /** A key of a user. */
  record Key(UserId user, IdempotencyKey key) {}

  @Override
  public KeyedCreate claim(Call by, IdempotencyKey key, KpiGroupId id, Name name, Instant now) {
    KeyedCreate wanted = IdempotencyStore.wanted(by, id, name, now);
    return change(by, key, present -> Optional.of(wanted.claim(present, now))).orElseThrow();
  }

  @Override
  public void finish(Call by, IdempotencyKey key, KeyedCreate made) {
    KpiGroupId group = made.group().id();
    change(by, key, present -> present.map(it -> it.group().id().equals(group) ? it.done() : it));
  }

  @Override
  public void release(Call by, IdempotencyKey key, KeyedCreate claimed) {
    change(by, key, present -> present.filter(it -> !it.equals(claimed)));
  }

  @Override
  public void sweep(Instant createdBy, Deadline deadline) {
    tables.exclusively(
        deadline,
        () -> {
          tables
              .all()
              .forEach(
                  rows ->
                      rows.keys
                          .values()
                          .removeIf(kept -> !kept.group().created().at().isAfter(createdBy)));
          return tables;
        });
  }

  private Optional<KeyedCreate> change(
      Call by, IdempotencyKey key, UnaryOperator<Optional<KeyedCreate>> change) {
    return tables.with(
        by,
        rows -> {
          Key own = new Key(by.user(), key);
          Optional<KeyedCreate> kept = change.apply(Optional.ofNullable(rows.keys.get(own)));
          kept.ifPresentOrElse(it -> rows.keys.put(own, it), () -> rows.keys.remove(own));
          return kept;
        });
  }
}
