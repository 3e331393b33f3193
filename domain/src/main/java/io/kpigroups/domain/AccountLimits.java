package io.kpigroups.domain;

/**
 * How much an account may hold. Deleted groups do not count; writers at the same moment may
 * overshoot a limit by their number.
 *
 * @param groupsPerAccount most groups of an account
 * @param kpisPerGroup most KPIs in a group
 * @param favoritesPerUser most favorites of a user in an account
 * @throws InvalidInput if one is below 1
 */
public record AccountLimits(int groupsPerAccount, int kpisPerGroup, int favoritesPerUser) {
  /** 10,000 groups an account, 10,000 KPIs a group, 1,000 favorites a user. */
  public static final AccountLimits DEFAULT = new AccountLimits(10_000, 10_000, 1_000);

  public AccountLimits {
    if (groupsPerAccount < 1 || kpisPerGroup < 1 || favoritesPerUser < 1) {
      throw new InvalidInput("Every limit of an account must be at least 1.");
    }
  }
}
