package io.kpigroups.application.service;

import io.kpigroups.application.port.Call;
import io.kpigroups.application.port.OutcomeUnknown;
import io.kpigroups.application.port.StorageUnavailable;
import io.kpigroups.application.port.out.GroupStore;
import io.kpigroups.application.port.out.IdempotencyStore;
import io.kpigroups.domain.failure.KpiGroupException;
import io.kpigroups.domain.group.KeyedCreate;
import io.kpigroups.domain.group.KpiGroup;
import io.kpigroups.domain.group.KpiGroupId;
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
    KpiGroupId id = ids.next(now);
    KeyedCreate kept = keys.claim(call, key, id, name, now);
    if (!kept.isDone()) {
      make(call, key, kept, kept.group().id().equals(id));
    }
    // As it was made, nobody's favorite: also if it was changed since.
    return new ViewedGroup(kept.group(), false);
  }

  /**
   * Makes the group.
   *
   * @param isFirst whether nobody has tried before
   */
  private void make(Call call, IdempotencyKey key, KeyedCreate kept, boolean isFirst) {
    KpiGroup group = kept.group();
    try {
      groups.create(call, group.id(), group.name(), group.created().at(), settings.limits());
    } catch (KpiGroupException e) {
      if (isUnmade(e, isFirst)) {
        afterwards(e, () -> keys.release(call, key, kept));
      }
      throw e;
    }
    try {
      keys.finish(call, key, kept);
    } catch (KpiGroupException e) {
      // The group was made. The same request again finds it by its id, and notes it then.
    }
  }

  /** Whether there is no such group for certain. If there may be one, its key must be kept. */
  private static boolean isUnmade(KpiGroupException failure, boolean isFirst) {
    return !(failure instanceof OutcomeUnknown)
        && (isFirst || !(failure instanceof StorageUnavailable));
  }

  private static void afterwards(KpiGroupException refusal, Runnable release) {
    try {
      release.run();
    } catch (KpiGroupException e) {
      refusal.addSuppressed(e);
    }
  }
}
