package com.example.store;

import com.example.store.MyTables.Rows;
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
import io.kpigroups.domain.kpi.Kpi;
import io.kpigroups.domain.kpi.KpiId;
import io.kpigroups.domain.query.ListQuery;
import io.kpigroups.domain.query.MemberField;
import io.kpigroups.domain.query.Page;
import io.kpigroups.domain.query.Position;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

final class MyMemberships implements MembershipStore {
  private final MyTables tables;

  MyMemberships(MyTables tables) {
    this.tables = tables;
  }

  @Override
  public void add(Call by, KpiGroupId group, KpiId kpi, Instant at, AccountRules rules) {
    decide(by, group, members -> members.add(kpi, by.stamp(at), rules));
  }

  @Override
  public void remove(Call by, KpiGroupId group, KpiId kpi, Instant at, AccountRules rules) {
    decide(by, group, members -> members.remove(kpi, by.stamp(at), rules));
  }

  @Override
  public KpiBatch.Result change(
      Call by, KpiGroupId group, KpiBatch batch, Instant at, AccountRules rules) {
    return batch.result(decide(by, group, members -> members.change(batch, by.stamp(at), rules)));
  }

  private Decision<KpiGroup> decide(
      Call by, KpiGroupId group, Function<GroupMembers, Decision<KpiGroup>> rule) {
    return tables.inOneStep(
        by.account(),
        by.deadline(),
        rows -> {
          Decision<KpiGroup> decision = rule.apply(members(rows, group));
          decision.changes().forEach(change -> apply(rows, group, change));
          return decision;
        });
  }

  private static void apply(Rows rows, KpiGroupId group, Change change) {
    if (change instanceof Change.KpisAdded added) {
      added.kpis().forEach(kpi -> rows.addMember(group, kpi, change.stamp()));
    } else if (change instanceof Change.KpisRemoved removed) {
      removed.kpis().forEach(kpi -> rows.removeMember(group, kpi));
    }
  }

  /** Reads all of them; a query of yours does better. */
  @Override
  public Page<Member> list(Call viewer, KpiGroupId group, ListQuery<MemberField> query) {
    return tables.inOneStep(
        viewer.account(),
        viewer.deadline(),
        rows -> {
          KpiGroup.liveIn(rows.account, rows.group(group));
          return query.cut(
              rows.members(group).entrySet().stream()
                  .map(
                      member ->
                          new Member(
                              member.getKey(),
                              rows.kpi(member.getKey()).map(Kpi::name),
                              member.getValue())),
              member -> Position.of(query.order(), member));
        });
  }

  @Override
  public void requireKnown(Call viewer, KpiId kpi, AccountRules rules) {
    tables.inOneStep(
        viewer.account(),
        viewer.deadline(),
        rows -> {
          rules
              .knownKpis()
              .require(kpi, () -> rows.kpi(kpi).isPresent(), () -> MyKpis.isGrouped(rows, kpi));
          return kpi;
        });
  }

  private static GroupMembers members(Rows rows, KpiGroupId group) {
    Map<KpiId, Stamp> members = rows.members(group);
    return GroupMembers.of(
        rows.account,
        rows.group(group),
        new GroupMembers.Facts() {
          @Override
          public Set<KpiId> registered(Set<KpiId> kpis) {
            return those(kpis, kpi -> rows.kpi(kpi).isPresent());
          }

          @Override
          public Set<KpiId> members(Set<KpiId> kpis) {
            return those(kpis, members::containsKey);
          }

          @Override
          public long size() {
            return members.size();
          }

          @Override
          public long unregistered() {
            return members.keySet().stream().filter(kpi -> rows.kpi(kpi).isEmpty()).count();
          }
        });
  }

  private static Set<KpiId> those(Set<KpiId> kpis, Predicate<KpiId> which) {
    return kpis.stream().filter(which).collect(Collectors.toSet());
  }
}
