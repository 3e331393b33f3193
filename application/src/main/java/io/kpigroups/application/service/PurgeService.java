package io.kpigroups.application.service;

import io.kpigroups.application.port.Deadline;
import io.kpigroups.application.port.in.GroupPurge;
import io.kpigroups.application.port.out.DeletedGroups;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Removing for good what was deleted long enough ago. */
public final class PurgeService implements GroupPurge {
  /** How long a step may take: a group may have many members, and no user waits for it. */
  static final Duration STEP = Duration.ofMinutes(1);

  private final Optional<DeletedGroups> store;
  private final Settings settings;
  private final Clock clock;
  private volatile boolean stopped;

  /**
   * Purges this store.
   *
   * @param store empty if another system removes what is deleted
   */
  public PurgeService(Optional<DeletedGroups> store, Settings settings, Clock clock) {
    this.store = store;
    this.settings = settings;
    this.clock = clock;
  }

  @Override
  public long backlog() {
    return store.map(deleted -> deleted.backlog(deletedBy(), Deadline.in(STEP))).orElse(0L);
  }

  @Override
  public Purged purge() {
    return store
        .map(deleted -> new PurgeRun(deleted, deletedBy(), () -> stopped).run())
        .orElseGet(() -> new Purged(0, 0, Optional.empty()));
  }

  @Override
  public void stop() {
    stopped = true;
  }

  private Instant deletedBy() {
    return clock.instant().minus(settings.retention());
  }
}
