package io.kpigroups.application.port.in;

import io.kpigroups.domain.failure.KpiGroupException;
import java.util.Optional;

/** Removing for good what was deleted long enough ago. Asked for by time, not by a user. */
public interface GroupPurge {

  /**
   * The result of a run.
   *
   * @param removed how many groups this run removed, not those that another removed meanwhile
   * @param left how many it tried and could not remove
   * @param failure the first reason why a group was left or the run ended early; empty if none was
   *     given
   */
  record Purged(int removed, int left, Optional<KpiGroupException> failure) {

    /** Whether nothing that was tried is left. */
    public boolean isClean() {
      return left == 0 && failure.isEmpty();
    }
  }

  /**
   * Removes every group whose retention time is over, with its members and favorites, and forgets
   * the idempotency keys whose time is over. What cannot be removed is left to the next run. May
   * run in several processes at once, be killed at any point, and run again.
   */
  Purged purge();

  /** Has a run that is at work end behind the group that it is at, and each later one at once. */
  void stop();

  /** How many groups are due to be removed and are not yet. */
  long backlog();
}
