package io.kpigroups.application.service;

import io.kpigroups.application.port.Call;
import io.kpigroups.application.port.Deadline;
import io.kpigroups.application.port.out.IdempotencyStore;
import io.kpigroups.domain.failure.KpiGroupException;
import io.kpigroups.domain.group.KeyedCreate;
import io.kpigroups.domain.group.KpiGroupId;
import io.kpigroups.domain.value.IdempotencyKey;
import io.kpigroups.domain.value.Name;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Keeps keys of one user in one account, notes what it is asked, and can be away. */
final class FakeKeys implements IdempotencyStore {
  private final Map<IdempotencyKey, KeyedCreate> kept = new HashMap<>();
  private final List<Invocation> calls;
  private @Nullable KpiGroupException away;

  FakeKeys(List<Invocation> calls) {
    this.calls = calls;
  }

  /** From now on everything but a claim fails like this. */
  void givenAway(KpiGroupException failure) {
    away = failure;
  }

  /** What is kept under the key. */
  Optional<KeyedCreate> kept(IdempotencyKey key) {
    return Optional.ofNullable(kept.get(key));
  }

  @Override
  public KeyedCreate claim(Call by, IdempotencyKey key, KpiGroupId id, Name name, Instant now) {
    calls.add(Invocation.of("claim key", by, key, id, name, now));
    KeyedCreate wanted = IdempotencyStore.wanted(by, id, name, now);
    kept.put(key, wanted.claim(kept(key), now));
    return kept.get(key);
  }

  @Override
  public void finish(Call by, IdempotencyKey key, KeyedCreate made) {
    calls.add(Invocation.of("finish key", by, key, made));
    failIfAway();
    kept.put(key, made.done());
  }

  @Override
  public void release(Call by, IdempotencyKey key, KeyedCreate claimed) {
    calls.add(Invocation.of("release key", by, key, claimed));
    failIfAway();
    kept.remove(key, claimed);
  }

  @Override
  public void sweep(Instant createdBy, Deadline deadline) {
    calls.add(new Invocation("sweep", List.of(createdBy)));
    failIfAway();
  }

  private void failIfAway() {
    if (away != null) {
      throw away;
    }
  }
}
