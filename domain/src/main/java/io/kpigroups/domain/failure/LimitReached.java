package io.kpigroups.domain.failure;

import java.util.OptionalLong;

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

  /**
   * The group would have more KPIs than it may.
   *
   * @param size how many are in it
   * @param after how many there would be
   * @param unregistered how many of those in it are no longer in the register, so that they may be
   *     what to take out; empty if that does not matter
   */
  public static LimitReached members(int limit, long size, long after, OptionalLong unregistered) {
    boolean isFull = size >= limit && after == size + 1;
    String reason =
        isFull
            ? "The group has reached its limit of " + limit + " KPIs"
            : "The group would have " + after + " KPIs, and its limit is " + limit;
    if (unregistered.isEmpty()) {
      return new LimitReached(reason + ".");
    }
    String those = isFull ? "; of these, " : "; of those in it, ";
    return new LimitReached(
        reason + those + unregistered.getAsLong() + " are no longer in the register.");
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
