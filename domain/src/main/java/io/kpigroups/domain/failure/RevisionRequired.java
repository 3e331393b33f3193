package io.kpigroups.domain.failure;

/** The caller must say which revision of the group is to be changed, and did not. */
public final class RevisionRequired extends KpiGroupException {
  private static final long serialVersionUID = 1L;

  public RevisionRequired() {
    super("The revision that is to be changed must be stated.");
  }
}
