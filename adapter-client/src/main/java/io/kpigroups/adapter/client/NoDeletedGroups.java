package io.kpigroups.adapter.client;

import io.kpigroups.application.port.Deadline;
import io.kpigroups.application.port.out.DeletedGroups;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** What upstream deletes it purges itself. */
final class NoDeletedGroups implements DeletedGroups {

  @Override
  public List<Claim> claim(Instant deadline, int most) {
    checkTime();
    return List.of();
  }

  @Override
  public long backlog(Instant deadline) {
    checkTime();
    return 0;
  }

  @Override
  public void removeChildren(Claim claim) {
    checkTime();
  }

  @Override
  public Removal removeGroup(Claim claim) {
    checkTime();
    return Removal.NOTHING;
  }

  /** As every call does: none succeeds when its time is over. */
  private static void checkTime() {
    Deadline.remaining(Duration.ofSeconds(1));
  }
}
