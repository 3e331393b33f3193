package io.kpigroups.domain;

/** The group is not in a revision that the caller expected; nothing was changed. */
public final class StaleRevision extends KpiGroupException {
  private static final long serialVersionUID = 1L;

  public StaleRevision() {
    super("The group was changed since: it is not in the revision that was expected.");
  }
}
