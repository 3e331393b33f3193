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
import io.kpigroups.testkit.AccountRows.MemberKey;
import java.time.Instant;
import java.util.function.Predicate;

/** The memberships in memory. */
final class InMemoryMemberships implements MembershipStore {
  private final Tables tables;

  InMemoryMemberships(Tables tables) {
    this.tables = tables;
  }

  @Override
  public void add(Actor by, KpiGroupId id, KpiId kpi, Instant at, KnownKpis known, int limit) {
    tables.exclusively(
        () -> {
          AccountRows rows = tables.of(by.account());
          KpiGroup group = rows.live(id);
          checkKnown(rows, kpi, known);
          MemberKey key = new MemberKey(id, kpi);
          if (!rows.members.containsKey(key) && membersOf(rows, id, any -> true) >= limit) {
            throw full(rows, id, known, limit);
          }
          KpiRef ref = new KpiRef(by.account(), kpi);
          return rows.members.computeIfAbsent(key, absent -> Membership.of(group, ref, by, at));
        });
  }

  @Override
  public void remove(Actor by, KpiGroupId id, KpiId kpi, KnownKpis known) {
    tables.exclusively(
        () -> {
          AccountRows rows = tables.of(by.account());
          KpiGroup group = rows.live(id);
          if (rows.members.remove(new MemberKey(id, kpi)) == null) {
            checkKnown(rows, kpi, known);
          }
          return group;
        });
  }

  private static void checkKnown(AccountRows rows, KpiId kpi, KnownKpis known) {
    if (known == KnownKpis.REGISTERED && !rows.kpis.containsKey(kpi)) {
      throw new KpiNotFound(kpi);
    }
  }

  private static LimitReached full(AccountRows rows, KpiGroupId id, KnownKpis known, int limit) {
    return known == KnownKpis.ANY
        ? LimitReached.members(limit)
        : LimitReached.members(
            limit, membersOf(rows, id, key -> !rows.kpis.containsKey(key.kpi())));
  }

  private static long membersOf(AccountRows rows, KpiGroupId group, Predicate<MemberKey> which) {
    return rows.members.keySet().stream()
        .filter(key -> key.group().equals(group))
        .filter(which)
        .count();
  }
}
