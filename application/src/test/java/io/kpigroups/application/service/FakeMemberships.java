package io.kpigroups.application.service;

import io.kpigroups.application.port.Call;
import io.kpigroups.application.port.out.MembershipStore;
import io.kpigroups.domain.group.AccountRules;
import io.kpigroups.domain.group.KpiBatch;
import io.kpigroups.domain.group.KpiGroupId;
import io.kpigroups.domain.group.Member;
import io.kpigroups.domain.kpi.KpiId;
import io.kpigroups.domain.query.ListQuery;
import io.kpigroups.domain.query.MemberField;
import io.kpigroups.domain.query.Page;
import java.time.Instant;
import java.util.List;

/** Knows the groups and KPIs that a test has put in, keeps nothing, and notes what it is asked. */
final class FakeMemberships implements MembershipStore {
  private final FakeGroups groups;
  private final FakeKpis kpis;
  private final List<Invocation> calls;

  FakeMemberships(FakeGroups groups, FakeKpis kpis, List<Invocation> calls) {
    this.groups = groups;
    this.kpis = kpis;
    this.calls = calls;
  }

  @Override
  public void add(Call by, KpiGroupId group, KpiId kpi, Instant at, AccountRules rules) {
    calls.add(Invocation.of("add member", by, group, kpi, at, rules));
    groups.require(by, group);
    kpis.require(by, kpi);
  }

  @Override
  public void remove(Call by, KpiGroupId group, KpiId kpi, Instant at, AccountRules rules) {
    calls.add(Invocation.of("remove member", by, group, kpi, at, rules));
    groups.require(by, group);
    kpis.require(by, kpi);
  }

  @Override
  public KpiBatch.Result change(
      Call by, KpiGroupId group, KpiBatch batch, Instant at, AccountRules rules) {
    calls.add(Invocation.of("change members", by, group, batch, at, rules));
    groups.require(by, group);
    batch.add().forEach(kpi -> kpis.require(by, kpi));
    return new KpiBatch.Result(batch.add().size(), batch.remove().size(), 0);
  }

  @Override
  public Page<Member> list(Call viewer, KpiGroupId group, ListQuery<MemberField> query) {
    calls.add(Invocation.of("list members", viewer, group, query));
    groups.require(viewer, group);
    return query.page(List.of(), 0);
  }

  @Override
  public void requireKnown(Call viewer, KpiId kpi, AccountRules rules) {
    calls.add(Invocation.of("require KPI", viewer, kpi, rules));
    kpis.require(viewer, kpi);
  }
}
