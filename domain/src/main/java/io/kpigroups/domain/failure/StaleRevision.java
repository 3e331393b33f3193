package io.kpigroups.domain.failure;

/** The group or entry is not in the state that the caller expected; nothing was changed. */
public final class StaleRevision extends KpiGroupException {
  public StaleRevision() {
    this("The group was changed since: it is not in the revision that was expected.");
  }

  private StaleRevision(String message) {
    super(message);
  }

  /** The group is there, which the caller expected it not to be. */
  public static StaleRevision unwantedGroup() {
    return new StaleRevision("The group is there in a revision that was expected not to be.");
  }

  /** The register's entry is not as the caller expected it. */
  public static StaleRevision kpi() {
    return new StaleRevision(
        "The register has the KPI otherwise than was expected: changed, not at all, or already.");
  }
}
