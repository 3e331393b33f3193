package io.kpigroups.adapter.sqlite;

import io.kpigroups.application.port.Call;
import io.kpigroups.application.port.out.MembershipStore;
import io.kpigroups.domain.group.AccountRules;
import io.kpigroups.domain.group.Decision;
import io.kpigroups.domain.group.GroupMembers;
import io.kpigroups.domain.group.KpiGroup;
import io.kpigroups.domain.group.KpiGroupId;
import io.kpigroups.domain.group.Stamp;
import io.kpigroups.domain.group.ViewedGroup;
import io.kpigroups.domain.kpi.KpiId;
import java.sql.SQLException;
import java.time.Instant;

/** The members of groups, in the table {@code kpi_group_memberships}. */
final class SqliteMemberships implements MembershipStore {
  private final Database database;

  SqliteMemberships(Database database) {
    this.database = database;
  }

  private record Facts(String account, String group, Lookup lookup) implements GroupMembers.Facts {
    @Override
    public boolean isRegistered(KpiId kpi) {
      return lookup.exists(Sql.FIND_KPI, account, kpi.value());
    }

    @Override
    public boolean contains(KpiId kpi) {
      return lookup.exists(Sql.FIND_MEMBER, account, group, kpi.value());
    }

    @Override
    public long size() {
      return lookup.number(Sql.COUNT_MEMBERS, account, group);
    }

    @Override
    public long unregistered() {
      return lookup.number(Sql.COUNT_UNREGISTERED_MEMBERS, account, group);
    }
  }

  private static GroupMembers members(Session session, Call by, KpiGroupId group)
      throws SQLException {
    return GroupMembers.of(
        by.account(),
        GroupRow.find(session, by, group).map(ViewedGroup::group),
        new Facts(by.account().value(), group.value(), new Lookup(session)));
  }

  @Override
  public void add(Call by, KpiGroupId group, KpiId kpi, Instant at, AccountRules rules) {
    Stamp stamp = by.stamp(at);
    database.write(
        by.deadline(),
        session -> {
          Decision<KpiGroup> decision = members(session, by, group).add(kpi, stamp, rules);
          if (decision.isChange()) {
            session.runOne(
                Sql.INSERT_MEMBER,
                by.account().value(),
                group.value(),
                kpi.value(),
                stamp.by().value(),
                stamp.at().toEpochMilli());
          }
          return decision;
        });
  }

  @Override
  public void remove(Call by, KpiGroupId group, KpiId kpi, Instant at, AccountRules rules) {
    database.write(
        by.deadline(),
        session -> {
          Decision<KpiGroup> decision =
              members(session, by, group).remove(kpi, by.stamp(at), rules);
          if (decision.isChange()) {
            session.runOne(Sql.DELETE_MEMBER, by.account().value(), group.value(), kpi.value());
          }
          return decision;
        });
  }
}
