package io.kpigroups.testkit.memory;

import io.kpigroups.application.port.Call;
import io.kpigroups.application.port.out.MembershipStore;
import io.kpigroups.domain.group.AccountRules;
import io.kpigroups.domain.group.Change;
import io.kpigroups.domain.group.Decision;
import io.kpigroups.domain.group.GroupMembers;
import io.kpigroups.domain.group.KpiBatch;
import io.kpigroups.domain.group.KpiGroup;
import io.kpigroups.domain.group.KpiGroupId;
import io.kpigroups.domain.group.Member;
import io.kpigroups.domain.group.Stamp;
import io.kpigroups.domain.kpi.KpiId;
import io.kpigroups.domain.query.ListQuery;
import io.kpigroups.domain.query.MemberField;
import io.kpigroups.domain.query.Page;
import io.kpigroups.domain.query.Position;
import java.time.Instant;
import java.util.Map;
import java.util.function.Function;

/** The memberships in memory. */
final class InMemoryMemberships implements MembershipStore {
  private final Tables tables;

  InMemoryMemberships(Tables tables) {
    this.tables = tables;
  }

  @Override
  public void add(Call by, KpiGroupId id, KpiId kpi, Instant at, AccountRules rules) {
    decide(by, id, members -> members.add(kpi, by.stamp(at), rules));
  }

  @Override
  public void remove(Call by, KpiGroupId id, KpiId kpi, Instant at, AccountRules rules) {
    decide(by, id, members -> members.remove(kpi, by.stamp(at), rules));
  }

  @Override
  public KpiBatch.Result change(
      Call by, KpiGroupId id, KpiBatch batch, Instant at, AccountRules rules) {
    return batch.result(decide(by, id, members -> members.change(batch, by.stamp(at), rules)));
  }

  private Decision<KpiGroup> decide(
      Call by, KpiGroupId id, Function<GroupMembers, Decision<KpiGroup>> rule) {
    return tables.with(
        by,
        rows -> {
          Decision<KpiGroup> decision = rule.apply(rows.groupMembers(id));
          Map<KpiId, Stamp> members = rows.membersOf(id);
          for (Change change : decision.changes()) {
            if (change instanceof Change.KpisAdded added) {
              added.kpis().forEach(kpi -> members.put(kpi, change.stamp()));
            } else if (change instanceof Change.KpisRemoved removed) {
              removed.kpis().forEach(members::remove);
            }
          }
          return decision;
        });
  }

  @Override
  public Page<Member> list(Call viewer, KpiGroupId id, ListQuery<MemberField> query) {
    return tables.with(
        viewer,
        rows -> {
          KpiGroup.liveIn(rows.account, rows.group(id));
          return query.cut(rows.members(id), member -> Position.of(query.order(), member));
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
