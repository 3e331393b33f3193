package io.kpigroups.application.service;

import io.kpigroups.application.port.Call;
import io.kpigroups.application.port.OutcomeUnknown;
import io.kpigroups.application.port.out.GroupStore;
import io.kpigroups.application.port.out.IdempotencyStore;
import io.kpigroups.domain.failure.KpiGroupException;
import io.kpigroups.domain.group.KeyedCreate;
import io.kpigroups.domain.group.KpiGroup;
import io.kpigroups.domain.group.ViewedGroup;
import io.kpigroups.domain.value.IdempotencyKey;
import io.kpigroups.domain.value.Name;
import java.time.Instant;

/**
 * Makes a group under an idempotency key: takes the key, makes the group, notes that it was made.
 * If this ends in between, the same request finishes it later, by the same id.
 */
record KeyedCreation(GroupStore groups, IdempotencyStore keys, Settings settings) {

  ViewedGroup create(Call call, IdempotencyKey key, GroupIds ids, Name name, Instant now) {
    KeyedCreate kept = keys.claim(call, key, ids.next(now), name, now);
    if (!kept.isDone()) {
      make(call, key, kept);
    }
    // As it was made, nobody's favorite: also if it was changed since.
    return new ViewedGroup(kept.group(), false);
  }

  private void make(Call call, IdempotencyKey key, KeyedCreate kept) {
    KpiGroup group = kept.group();
    try {
      groups.create(call, group.id(), group.name(), group.created().at(), settings.limits());
    } catch (OutcomeUnknown e) {
      throw e; // it may have been made, so the key stays with it
    } catch (KpiGroupException e) {
      afterwards(e, () -> keys.release(call, key, kept));
      throw e;
    }
    try {
      keys.finish(call, key, kept);
    } catch (KpiGroupException e) {
      // The group was made. The same request again finds it by its id, and notes it then.
    }
  }

  private static void afterwards(KpiGroupException refusal, Runnable release) {
    try {
      release.run();
    } catch (KpiGroupException e) {
      refusal.addSuppressed(e);
    }
  }
}
