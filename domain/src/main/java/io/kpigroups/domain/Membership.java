package io.kpigroups.domain;

import java.time.Instant;

/** That a KPI is in a group, who put it there and when; all of it in one account. */
public record Membership(AccountId account, KpiGroupId group, KpiId kpi, Stamp added) {

  /**
   * Puts a KPI into a group of its own account.
   *
   * @throws AccountMismatch if group, KPI and actor are not all of one account
   */
  public static Membership of(KpiGroup group, KpiRef kpi, Actor actor, Instant at) {
    AccountMismatch.check(group.account(), kpi.account());
    AccountMismatch.check(group.account(), actor.account());
    return new Membership(group.account(), group.id(), kpi.id(), new Stamp(actor.user(), at));
  }
}
