package io.kpigroups.application.service;

import io.kpigroups.application.port.Call;
import io.kpigroups.application.port.in.GroupMembership;
import io.kpigroups.application.port.in.Operation;
import io.kpigroups.application.port.out.MembershipStore;
import io.kpigroups.domain.group.KpiBatch;
import io.kpigroups.domain.group.KpiGroupId;
import io.kpigroups.domain.group.Member;
import io.kpigroups.domain.kpi.KpiId;
import io.kpigroups.domain.query.ListQuery;
import io.kpigroups.domain.query.MemberField;
import io.kpigroups.domain.query.Page;
import java.time.Clock;

/** Looking at the KPIs of groups, putting KPIs in and taking them out. */
public record MembershipService(MembershipStore store, Settings settings, Clock clock)
    implements GroupMembership {
  @Override
  public Page<Member> list(Call call, KpiGroupId group, ListQuery<MemberField> query) {
    Operation.LIST_MEMBERS.authorize(call.actor());
    return store.list(call, group, query.atMost(settings.pageMax()));
  }

  @Override
  public KpiBatch.Result change(Call call, KpiGroupId group, KpiBatch batch) {
    Operation.CHANGE_MEMBERS.authorize(call.actor());
    return store.change(call, group, batch, clock.instant(), settings.rules());
  }

  @Override
  public void add(Call call, KpiId kpi, KpiGroupId group) {
    Operation.ADD_KPI_TO_GROUP.authorize(call.actor());
    store.add(call, group, kpi, clock.instant(), settings.rules());
  }

  @Override
  public void remove(Call call, KpiId kpi, KpiGroupId group) {
    Operation.REMOVE_KPI_FROM_GROUP.authorize(call.actor());
    store.remove(call, group, kpi, clock.instant(), settings.rules());
  }
}
