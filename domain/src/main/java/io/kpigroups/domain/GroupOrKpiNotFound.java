package io.kpigroups.domain;

/** There is no such group or no such KPI in the account, and the store does not say which. */
public final class GroupOrKpiNotFound extends KpiGroupException {
  private static final long serialVersionUID = 1L;

  public GroupOrKpiNotFound() {
    super("There is no KPI group, or no KPI, with this id in the account.");
  }
}
