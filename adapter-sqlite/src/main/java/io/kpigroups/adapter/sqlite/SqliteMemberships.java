package io.kpigroups.adapter.sqlite;

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
import java.sql.SQLException;
import java.time.Instant;

/** The members of groups, in the table {@code kpi_group_memberships}. */
final class SqliteMemberships implements MembershipStore {
  private final Database database;

  SqliteMemberships(Database database) {
    this.database = database;
  }

  @Override
  public void add(Actor by, KpiGroupId group, KpiId kpi, Instant at, KnownKpis known, int limit) {
    database.write(
        session -> {
          KpiGroup found = GroupRow.require(session, by, group).group();
          checkKnown(session, by, kpi, known);
          Membership membership = Membership.of(found, new KpiRef(by.account(), kpi), by, at);
          if (!isMember(session, membership)) {
            checkRoom(session, by, group, known, limit);
            insert(session, membership);
          }
          return membership;
        });
  }

  private static void checkRoom(
      Session session, Actor by, KpiGroupId id, KnownKpis known, int limit) throws SQLException {
    String account = by.account().value();
    String group = id.value();
    if (session.number(Sql.COUNT_MEMBERS, account, group) >= limit) {
      throw known == KnownKpis.ANY
          ? LimitReached.members(limit)
          : LimitReached.members(
              limit, session.number(Sql.COUNT_UNREGISTERED_MEMBERS, account, group));
    }
  }

  private static void insert(Session session, Membership membership) throws SQLException {
    session.runOne(
        Sql.INSERT_MEMBER,
        membership.account().value(),
        membership.group().value(),
        membership.kpi().value(),
        membership.added().by().value(),
        membership.added().at().toEpochMilli());
  }

  @Override
  public void remove(Actor by, KpiGroupId group, KpiId kpi, KnownKpis known) {
    String account = by.account().value();
    database.write(
        session -> {
          GroupRow.require(session, by, group);
          int removed = session.run(Sql.DELETE_MEMBER, account, group.value(), kpi.value());
          if (removed == 0) {
            checkKnown(session, by, kpi, known);
          }
          return removed;
        });
  }

  private static boolean isMember(Session session, Membership of) throws SQLException {
    return session.exists(
        Sql.FIND_MEMBER, of.account().value(), of.group().value(), of.kpi().value());
  }

  private static void checkKnown(Session session, Actor by, KpiId kpi, KnownKpis known)
      throws SQLException {
    if (known == KnownKpis.REGISTERED
        && !session.exists(Sql.FIND_KPI, by.account().value(), kpi.value())) {
      throw new KpiNotFound(kpi);
    }
  }
}
