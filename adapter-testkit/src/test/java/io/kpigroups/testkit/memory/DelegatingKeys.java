package io.kpigroups.testkit.memory;

import io.kpigroups.application.port.Call;
import io.kpigroups.application.port.Deadline;
import io.kpigroups.application.port.out.IdempotencyStore;
import io.kpigroups.domain.group.KeyedCreate;
import io.kpigroups.domain.group.KpiGroupId;
import io.kpigroups.domain.value.IdempotencyKey;
import io.kpigroups.domain.value.Name;
import java.time.Instant;

/** Sound idempotency keys, of which a subclass breaks one method. */
class DelegatingKeys implements IdempotencyStore {
  final IdempotencyStore sound;

  DelegatingKeys(IdempotencyStore sound) {
    this.sound = sound;
  }

  @Override
  public KeyedCreate claim(Call by, IdempotencyKey key, KpiGroupId id, Name name, Instant now) {
    return sound.claim(by, key, id, name, now);
  }

  @Override
  public void finish(Call by, IdempotencyKey key, KeyedCreate made) {
    sound.finish(by, key, made);
  }

  @Override
  public void release(Call by, IdempotencyKey key, KeyedCreate claimed) {
    sound.release(by, key, claimed);
  }

  @Override
  public void sweep(Instant createdBy, Deadline deadline) {
    sound.sweep(createdBy, deadline);
  }
}
