package io.kpigroups.domain.group;

import io.kpigroups.domain.access.AccountLimits;

/**
 * What an installation has decided about its accounts, as decisions need it.
 *
 * @param limits how much an account may hold
 * @param knownKpis which KPIs may be put into groups
 */
public record AccountRules(AccountLimits limits, KnownKpis knownKpis) {
  /** The limits of {@link AccountLimits#DEFAULT}; KPIs must be registered. */
  public static final AccountRules DEFAULT =
      new AccountRules(AccountLimits.DEFAULT, KnownKpis.REGISTERED);
}
