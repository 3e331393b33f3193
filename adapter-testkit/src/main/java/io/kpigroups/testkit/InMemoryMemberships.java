package io.kpigroups.testkit;

import io.kpigroups.application.port.out.MembershipStore;
import io.kpigroups.domain.Actor;
import io.kpigroups.domain.KnownKpis;
import io.kpigroups.domain.KpiGroup;
import io.kpigroups.domain.KpiGroupId;
import io.kpigroups.domain.KpiId;
import io.kpigroups.domain.KpiNotFound;
import io.kpigroups.domain.KpiRef;
import io.kpigroups.domain.LimitReached;
import io.kpigroups.domain.Membership;
import io.kpigroups.testkit.InMemoryTables.MembershipKey;
import java.time.Instant;

final class InMemoryMemberships implements MembershipStore {
  private final InMemoryTables tables;

  InMemoryMemberships(InMemoryTables tables) {
    this.tables = tables;
  }

  @Override
  public void add(Actor by, KpiGroupId groupId, KpiId kpi, Instant at, KnownKpis known, int limit) {
    tables.atomically(
        () -> {
          KpiGroup group = tables.get(by, groupId);
          if (known == KnownKpis.REGISTERED && !tables.isRegistered(by, kpi)) {
            throw new KpiNotFound(kpi);
          }
          MembershipKey key = new MembershipKey(by.account(), groupId, kpi);
          if (!tables.memberships.containsKey(key) && membersOf(groupId) >= limit) {
            throw LimitReached.members(limit);
          }
          Membership membership = Membership.of(group, new KpiRef(by.account(), kpi), by, at);
          return tables.memberships.putIfAbsent(key, membership) == null;
        });
  }

  @Override
  public void remove(Actor by, KpiGroupId groupId, KpiId kpi, KnownKpis known) {
    tables.atomically(
        () -> {
          KpiGroup group = tables.get(by, groupId);
          MembershipKey key = new MembershipKey(group.account(), groupId, kpi);
          boolean removed = tables.memberships.remove(key) != null;
          if (!removed && known == KnownKpis.REGISTERED && !tables.isRegistered(by, kpi)) {
            throw new KpiNotFound(kpi);
          }
          return removed;
        });
  }

  private long membersOf(KpiGroupId group) {
    return tables.memberships.keySet().stream().filter(key -> key.group().equals(group)).count();
  }
}
