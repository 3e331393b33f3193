package io.kpigroups.application.port.in;

import io.kpigroups.domain.failure.KpiGroupException;
import java.util.Optional;

/** Removing for good what was deleted long enough ago. Asked for by time, not by a user. */
public interface GroupPurge {

  /**
   * What a run came to.
   *
   * @param removed how many groups this run removed, not those that another removed meanwhile
   * @param left how many it tried and could not remove
   * @param failure why it could not remove one, or was cut short; empty if the store gave no reason
   */
  record Purged(int removed, int left, Optional<KpiGroupException> failure) {

    /** Whether nothing that was tried is left. */
    public boolean isClean() {
      return left == 0 && failure.isEmpty();
    }
  }

  /**
   * Removes every group whose retention time is over, with its members and favorites. A group that
   * cannot be removed is left to the next run, and so are all if the store removes none. Safe to
   * run in several processes at once, to kill at any point and to run again.
   */
  Purged purge();

  /** Has a run that is at work end behind the group that it is at, and each later one at once. */
  void stop();

  /** How many groups are due to be removed and are not yet. */
  long backlog();
}
