package io.kpigroups.domain;

/** The user lacks a permission in the account. */
public final class NotPermitted extends KpiGroupException {
  private static final long serialVersionUID = 1L;

  private final Permission missing;

  public NotPermitted(Permission missing) {
    super(
        missing == Permission.READ
            ? "This needs the permission to read KPIs in the account."
            : "This needs the permission to manage KPIs in the account.");
    this.missing = missing;
  }

  /** The permission that is missing. */
  public Permission missing() {
    return missing;
  }
}
