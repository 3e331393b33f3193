package io.kpigroups.domain.failure;

/** Another group has the id that a new one was given; nothing was done. */
public final class IdTaken extends KpiGroupException {
  public IdTaken() {
    super("Another KPI group has the id that the new one was given; try again.");
  }
}
