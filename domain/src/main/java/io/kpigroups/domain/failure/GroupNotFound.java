package io.kpigroups.domain.failure;

/**
 * There is no such group in the account: it never was, it was deleted, or it is another account's.
 */
public final class GroupNotFound extends KpiGroupException {
  public GroupNotFound() {
    super("There is no KPI group with this id in the account.");
  }
}
