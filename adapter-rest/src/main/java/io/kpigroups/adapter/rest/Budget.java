package io.kpigroups.adapter.rest;

/** So much memory, for all that share it together. */
final class Budget {
  private final long most;
  private long taken;

  Budget(long most) {
    this.most = most;
  }

  /** Takes so much, if there is as much. */
  synchronized boolean take(long bytes) {
    if (taken + bytes > most) {
      return false;
    }
    taken += bytes;
    return true;
  }

  synchronized void giveBack(long bytes) {
    taken -= bytes;
  }

  synchronized long taken() {
    return taken;
  }
}
