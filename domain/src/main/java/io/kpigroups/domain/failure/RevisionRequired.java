package io.kpigroups.domain.failure;

/** The caller must say which revision of the group is to be changed, and did not. */
public final class RevisionRequired extends KpiGroupException {
  public RevisionRequired() {
    super("The revision that is to be changed must be stated.");
  }
}
