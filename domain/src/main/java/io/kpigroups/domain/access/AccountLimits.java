package io.kpigroups.domain.access;

import io.kpigroups.domain.failure.InvalidInput;

/**
 * How much an account may hold. Deleted groups, and favorites on them, do not count. The limits of
 * KPIs in a group and of favorites hold exactly, but that a restored group brings its favorites
 * back. Those of groups and KPIs in an account may be exceeded by as many as there are concurrent
 * writers.
 *
 * @param groupsPerAccount most groups of an account
 * @param kpisPerAccount most KPIs in an account's register
 * @param kpisPerGroup most KPIs in a group
 * @param favoritesPerUser most favorites of a user in an account
 */
public record AccountLimits(
    int groupsPerAccount, int kpisPerAccount, int kpisPerGroup, int favoritesPerUser) {
  /** 10,000 groups and 100,000 KPIs an account, 10,000 KPIs a group, 1,000 favorites a user. */
  public static final AccountLimits DEFAULT = new AccountLimits(10_000, 100_000, 10_000, 1_000);

  /**
   * @throws InvalidInput if one is below 1
   */
  public AccountLimits {
    if (groupsPerAccount < 1 || kpisPerAccount < 1 || kpisPerGroup < 1 || favoritesPerUser < 1) {
      throw new InvalidInput("Every limit of an account must be at least 1.");
    }
  }

  /** The same limits, but for the groups of an account. */
  public AccountLimits withGroupsPerAccount(int most) {
    return new AccountLimits(most, kpisPerAccount, kpisPerGroup, favoritesPerUser);
  }

  /** The same limits, but for the KPIs of an account. */
  public AccountLimits withKpisPerAccount(int most) {
    return new AccountLimits(groupsPerAccount, most, kpisPerGroup, favoritesPerUser);
  }

  /** The same limits, but for the KPIs of a group. */
  public AccountLimits withKpisPerGroup(int most) {
    return new AccountLimits(groupsPerAccount, kpisPerAccount, most, favoritesPerUser);
  }

  /** The same limits, but for the favorites of a user. */
  public AccountLimits withFavoritesPerUser(int most) {
    return new AccountLimits(groupsPerAccount, kpisPerAccount, kpisPerGroup, most);
  }
}
