package io.kpigroups.application;

import io.kpigroups.application.port.in.GroupPurge;
import io.kpigroups.application.port.out.DeletedGroups;
import java.time.Clock;
import java.time.Instant;

/** Removing for good what was deleted long enough ago: children first, the group last. */
public final class PurgeService implements GroupPurge {
  private final DeletedGroups store;
  private final Settings settings;
  private final Clock clock;
  private volatile boolean stopped;

  public PurgeService(DeletedGroups store, Settings settings, Clock clock) {
    this.store = store;
    this.settings = settings;
    this.clock = clock;
  }

  @Override
  public long backlog() {
    return store.backlog(deadline());
  }

  @Override
  public Purged purge() {
    return new PurgeRun(store, deadline(), () -> stopped).run();
  }

  @Override
  public void stop() {
    stopped = true;
  }

  private Instant deadline() {
    return clock.instant().minus(settings.retention());
  }
}
