package io.kpigroups.domain.group;

import io.kpigroups.domain.access.AccountLimits;

/**
 * The settings of an installation that decisions need.
 *
 * @param limits how much an account may hold
 * @param knownKpis which KPIs may be put into groups
 */
public record AccountRules(AccountLimits limits, KnownKpis knownKpis) {
  /** The limits of {@link AccountLimits#DEFAULT}; KPIs must be registered. */
  public static final AccountRules DEFAULT =
      new AccountRules(AccountLimits.DEFAULT, KnownKpis.REGISTERED);
}
