package io.kpigroups.application.port.in;

/** Removing for good what was deleted long enough ago. Asked for by time, not by a user. */
public interface GroupPurge {

  /**
   * Removes every group whose retention time is over, with its members and favorites. Safe to run
   * in several processes at once, to kill at any point and to run again.
   *
   * @return how many groups were removed
   */
  int purge();

  /** How many groups are due to be removed and are not yet. */
  long backlog();
}
