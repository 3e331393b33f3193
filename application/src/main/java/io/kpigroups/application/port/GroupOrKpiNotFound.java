package io.kpigroups.application.port;

/** There is no such group or no such KPI in the account, and the store does not say which. */
public final class GroupOrKpiNotFound extends PortFailure {
  public GroupOrKpiNotFound() {
    super("There is no KPI group, or no KPI, with this id in the account.");
  }
}
