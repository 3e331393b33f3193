package io.kpigroups.application.service;

import io.kpigroups.application.port.Deadline;
import io.kpigroups.application.port.in.GroupPurge;
import io.kpigroups.application.port.out.DeletedGroups;
import io.kpigroups.application.port.out.IdempotencyStore;
import io.kpigroups.domain.failure.KpiGroupException;
import io.kpigroups.domain.group.KeyedCreate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Removing for good what was deleted long enough ago. */
public final class PurgeService implements GroupPurge {
  /** How long a step may take: a group may have many members, and no user waits for it. */
  static final Duration STEP = Duration.ofMinutes(1);

  private final Optional<DeletedGroups> store;
  private final Optional<IdempotencyStore> keys;
  private final Settings settings;
  private final Clock clock;
  private volatile boolean stopped;

  /**
   * Purges this store.
   *
   * @param store empty if another system removes what is deleted
   * @param keys empty if there are none, or another system keeps them
   */
  public PurgeService(
      Optional<DeletedGroups> store,
      Optional<IdempotencyStore> keys,
      Settings settings,
      Clock clock) {
    this.store = store;
    this.keys = keys;
    this.settings = settings;
    this.clock = clock;
  }

  @Override
  public long backlog() {
    return store.map(deleted -> deleted.backlog(deletedBy(), Deadline.in(STEP))).orElse(0L);
  }

  @Override
  public Purged purge() {
    Purged purged =
        store
            .map(deleted -> new PurgeRun(deleted, deletedBy(), () -> stopped).run())
            .orElseGet(() -> new Purged(0, 0, Optional.empty()));
    try {
      keys.ifPresent(this::sweep);
      return purged;
    } catch (KpiGroupException e) {
      return new Purged(purged.removed(), purged.left(), purged.failure().or(() -> Optional.of(e)));
    }
  }

  private void sweep(IdempotencyStore old) {
    if (!stopped) {
      old.sweep(clock.instant().minus(KeyedCreate.KEPT_FOR), Deadline.in(STEP));
    }
  }

  @Override
  public void stop() {
    stopped = true;
  }

  private Instant deletedBy() {
    return clock.instant().minus(settings.retention());
  }
}
