package io.kpigroups.application;

import io.kpigroups.application.port.out.MembershipStore;
import io.kpigroups.domain.Actor;
import io.kpigroups.domain.KnownKpis;
import io.kpigroups.domain.KpiGroupId;
import io.kpigroups.domain.KpiId;
import java.time.Instant;
import java.util.List;

/** Knows the groups and KPIs that a test has put in, keeps nothing, and notes what it is asked. */
final class FakeMemberships implements MembershipStore {
  private final FakeGroups groups;
  private final FakeKpis kpis;
  private final List<Call> calls;

  FakeMemberships(FakeGroups groups, FakeKpis kpis, List<Call> calls) {
    this.groups = groups;
    this.kpis = kpis;
    this.calls = calls;
  }

  @Override
  public void add(Actor by, KpiGroupId group, KpiId kpi, Instant at, KnownKpis known, int limit) {
    calls.add(Call.of("add member", by, group, kpi, at, known, limit));
    groups.require(by, group);
    kpis.require(by, kpi);
  }

  @Override
  public void remove(Actor by, KpiGroupId group, KpiId kpi, KnownKpis known) {
    calls.add(Call.of("remove member", by, group, kpi, known));
    groups.require(by, group);
    kpis.require(by, kpi);
  }
}
