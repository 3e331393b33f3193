package io.kpigroups.testkit;

import static io.kpigroups.testkit.Scene.PLENTY;

import io.kpigroups.domain.access.AccountLimits;
import io.kpigroups.domain.group.AccountRules;
import io.kpigroups.domain.group.KnownKpis;

/** Limits of which one is what a test is about, and all others are never reached. */
final class TestLimits {
  private TestLimits() {}

  /** So many groups in an account, and everything else in plenty. */
  static AccountLimits groups(int limit) {
    return new AccountLimits(limit, PLENTY, PLENTY, PLENTY);
  }

  /** So many registered KPIs in an account, and everything else in plenty. */
  static AccountLimits kpis(int limit) {
    return new AccountLimits(PLENTY, limit, PLENTY, PLENTY);
  }

  /** So many favorites of a user, and everything else in plenty. */
  static AccountLimits favorites(int limit) {
    return new AccountLimits(PLENTY, PLENTY, PLENTY, limit);
  }

  /** So many KPIs in a group, and everything else in plenty. */
  static AccountRules members(KnownKpis known, int limit) {
    return new AccountRules(new AccountLimits(PLENTY, PLENTY, limit, PLENTY), known);
  }
}
