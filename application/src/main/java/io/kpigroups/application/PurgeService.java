package io.kpigroups.application;

import io.kpigroups.application.port.in.GroupPurge;
import io.kpigroups.application.port.out.DeletedGroups;
import io.kpigroups.application.port.out.DeletedGroups.Claim;
import java.time.Clock;
import java.time.Instant;
import java.util.List;

/** Removing for good what was deleted long enough ago: children first, the group last. */
public final class PurgeService implements GroupPurge {
  private static final int BATCH = 100;

  private final DeletedGroups store;
  private final Settings settings;
  private final Clock clock;

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
  public int purge() {
    Instant deadline = deadline();
    int removed = 0;
    List<Claim> claims = store.claim(deadline, BATCH);
    while (!claims.isEmpty()) {
      for (Claim claim : claims) {
        store.removeChildren(claim);
        store.removeGroup(claim);
      }
      removed += claims.size();
      claims = store.claim(deadline, BATCH);
    }
    return removed;
  }

  private Instant deadline() {
    return clock.instant().minus(settings.retention());
  }
}
