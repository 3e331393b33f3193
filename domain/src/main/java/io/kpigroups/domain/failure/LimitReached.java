package io.kpigroups.domain.failure;

/** A limit of the account, a group or a user is reached. */
public final class LimitReached extends KpiGroupException {
  private LimitReached(String message) {
    super(message);
  }

  /** The account has as many groups as it may. */
  public static LimitReached groups(int limit) {
    return new LimitReached("The account has reached its limit of " + limit + " KPI groups.");
  }

  /** The register has as many KPIs as it may. */
  public static LimitReached kpis(int limit) {
    return new LimitReached("The account has reached its limit of " + limit + " registered KPIs.");
  }

  /** The group has as many KPIs as it may, and any KPI may be in a group. */
  public static LimitReached members(int limit) {
    return new LimitReached("The group has reached its limit of " + limit + " KPIs.");
  }

  /**
   * The group has as many KPIs as it may.
   *
   * @param unregistered how many of them are no longer in the register, so that they may be what to
   *     take out
   */
  public static LimitReached members(int limit, long unregistered) {
    return new LimitReached(
        "The group has reached its limit of "
            + limit
            + " KPIs; of these, "
            + unregistered
            + " are no longer in the register.");
  }

  /** The user has as many favorites in the account as a user may. */
  public static LimitReached favorites(int limit) {
    return new LimitReached("The user has reached the limit of " + limit + " favorite KPI groups.");
  }

  /** A limit of the system that a store forwards to, in its own words. */
  public static LimitReached elsewhere(String message) {
    return new LimitReached(message);
  }
}
