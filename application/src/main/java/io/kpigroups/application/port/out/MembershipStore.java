package io.kpigroups.application.port.out;

import io.kpigroups.application.port.Call;
import io.kpigroups.application.port.Unsupported;
import io.kpigroups.domain.failure.GroupNotFound;
import io.kpigroups.domain.failure.KpiNotFound;
import io.kpigroups.domain.failure.LimitReached;
import io.kpigroups.domain.group.AccountRules;
import io.kpigroups.domain.group.KnownKpis;
import io.kpigroups.domain.group.KpiBatch;
import io.kpigroups.domain.group.KpiGroupId;
import io.kpigroups.domain.group.Member;
import io.kpigroups.domain.kpi.KpiId;
import io.kpigroups.domain.query.ListQuery;
import io.kpigroups.domain.query.MemberField;
import io.kpigroups.domain.query.Page;
import java.time.Instant;

/**
 * Stores which KPIs are in which group. A repeated call changes nothing and succeeds.
 *
 * <p>{@link io.kpigroups.domain.group.GroupMembers} decides what may be changed, and what is
 * reported first.
 */
public interface MembershipStore {

  /**
   * Puts the KPI into the group. A repeated call changes nothing. If several callers do so at once
   * there is one membership, with the user and the time of the first. The group never has more KPIs
   * than the limit.
   *
   * @throws GroupNotFound if there is no such group
   * @throws KpiNotFound if KPIs must be registered and this one is not
   * @throws LimitReached if the group has as many KPIs as it may and this is not one of them
   */
  void add(Call by, KpiGroupId group, KpiId kpi, Instant at, AccountRules rules);

  /**
   * Takes the KPI out of the group. A repeated call changes nothing.
   *
   * @throws GroupNotFound if there is no such group
   * @throws KpiNotFound if the KPI is not in it, KPIs must be registered and this one is not
   */
  void remove(Call by, KpiGroupId group, KpiId kpi, Instant at, AccountRules rules);

  /**
   * Puts KPIs into the group and takes KPIs out, all of that or nothing, also if the process dies
   * meanwhile: whoever looks sees the group before or after it. A repeated call changes nothing and
   * says so. The group never has more KPIs than the limit, however many do this at once, and none
   * of their changes is lost.
   *
   * @throws GroupNotFound if there is no such group
   * @throws KpiNotFound with all of them, if KPIs must be registered and some that are to be added
   *     are not
   * @throws LimitReached if KPIs come and the group would have more than it may
   * @throws Unsupported if another system keeps the members and has no batches
   */
  KpiBatch.Result change(Call by, KpiGroupId group, KpiBatch batch, Instant at, AccountRules rules);

  /**
   * The KPIs in a group, also those that are not in the register any more, in the order asked for,
   * and how many there are in all if the query wants them counted. A page after the last row is
   * empty. Who goes on behind the last row of each page sees every member exactly once that was in
   * the group all the time and whose sort keys stayed as they were.
   *
   * @throws GroupNotFound if there is no such group
   * @throws Unsupported if another system keeps the members and cannot list them
   */
  Page<Member> list(Call viewer, KpiGroupId group, ListQuery<MemberField> query);

  /**
   * Checks that the KPI is known in the account: every KPI is where none must be registered, else
   * one that is registered or in a live group. {@link KnownKpis#require} decides.
   *
   * @throws KpiNotFound if it is not
   */
  void requireKnown(Call viewer, KpiId kpi, AccountRules rules);
}
