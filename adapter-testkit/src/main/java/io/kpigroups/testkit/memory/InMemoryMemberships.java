package io.kpigroups.testkit.memory;

import io.kpigroups.application.port.Call;
import io.kpigroups.application.port.out.MembershipStore;
import io.kpigroups.domain.group.AccountRules;
import io.kpigroups.domain.group.KpiGroup;
import io.kpigroups.domain.group.KpiGroupId;
import io.kpigroups.domain.group.Member;
import io.kpigroups.domain.group.Stamp;
import io.kpigroups.domain.kpi.KpiId;
import io.kpigroups.domain.query.ListQuery;
import io.kpigroups.domain.query.MemberField;
import io.kpigroups.domain.query.Order;
import io.kpigroups.domain.query.Page;
import java.time.Instant;
import java.util.List;

/** The memberships in memory. */
final class InMemoryMemberships implements MembershipStore {
  private final Tables tables;

  InMemoryMemberships(Tables tables) {
    this.tables = tables;
  }

  @Override
  public void add(Call by, KpiGroupId id, KpiId kpi, Instant at, AccountRules rules) {
    Stamp stamp = by.stamp(at);
    tables.with(
        by,
        rows -> {
          if (rows.groupMembers(id).add(kpi, stamp, rules).isChange()) {
            rows.membersOf(id).put(kpi, stamp);
          }
          return rows;
        });
  }

  @Override
  public void remove(Call by, KpiGroupId id, KpiId kpi, Instant at, AccountRules rules) {
    tables.with(
        by,
        rows -> {
          if (rows.groupMembers(id).remove(kpi, by.stamp(at), rules).isChange()) {
            rows.membersOf(id).remove(kpi);
          }
          return rows;
        });
  }

  @Override
  public Page<Member> list(Call viewer, KpiGroupId id, ListQuery<MemberField> query) {
    return tables.with(
        viewer,
        rows -> {
          KpiGroup.liveIn(rows.account, rows.group(id));
          List<Member> all = rows.members(id).sorted(Order.comparator(query.order())).toList();
          return Tables.page(all, query.range(), query.count());
        });
  }

  @Override
  public void requireKnown(Call viewer, KpiId kpi, AccountRules rules) {
    tables.with(
        viewer,
        rows -> {
          rules
              .knownKpis()
              .require(kpi, () -> rows.kpis.containsKey(kpi), () -> rows.isGrouped(kpi));
          return rows;
        });
  }
}
