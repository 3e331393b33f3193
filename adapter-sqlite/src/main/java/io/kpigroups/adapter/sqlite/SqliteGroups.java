package io.kpigroups.adapter.sqlite;

import io.kpigroups.application.port.out.GroupStore;
import io.kpigroups.domain.Actor;
import io.kpigroups.domain.GroupQuery;
import io.kpigroups.domain.KpiGroup;
import io.kpigroups.domain.KpiGroupId;
import io.kpigroups.domain.KpiGroupName;
import io.kpigroups.domain.LimitReached;
import io.kpigroups.domain.Page;
import io.kpigroups.domain.Revision;
import io.kpigroups.domain.RevisionMatch;
import io.kpigroups.domain.StaleRevision;
import io.kpigroups.domain.Stamp;
import io.kpigroups.domain.ViewedGroup;
import java.security.SecureRandom;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The groups, in the table {@code kpi_groups}. */
final class SqliteGroups implements GroupStore {
  private final Database database;
  private final SecureRandom random = new SecureRandom();

  SqliteGroups(Database database) {
    this.database = database;
  }

  @Override
  public Page<ViewedGroup> list(Actor viewer, GroupQuery query) {
    String account = viewer.account().value();
    return database.read(
        session -> {
          List<ViewedGroup> groups =
              session.rows(
                  ListSql.groups(query.order()),
                  GroupRow.of(viewer),
                  account,
                  query.range().limit(),
                  viewer.user().value(),
                  query.range().skip());
          return new Page<>(groups, session.number(Sql.COUNT_GROUPS, account), query.range());
        });
  }

  @Override
  public Optional<ViewedGroup> find(Actor viewer, KpiGroupId id) {
    return database.read(session -> GroupRow.find(session, viewer, id));
  }

  @Override
  public ViewedGroup create(Actor by, KpiGroupName name, Instant at, int limit) {
    KpiGroup group =
        KpiGroup.create(
            by.account(),
            KpiGroupId.generate(at, random),
            name,
            new Stamp(by.user(), at),
            Revision.of(1));
    return database.writeOnce(
        session -> {
          if (session.number(Sql.COUNT_GROUPS, by.account().value()) >= limit) {
            throw LimitReached.groups(limit);
          }
          insert(session, group);
          return new ViewedGroup(group, false);
        });
  }

  private static void insert(Session session, KpiGroup group) throws SQLException {
    session.runOne(
        Sql.INSERT_GROUP,
        group.account().value(),
        group.id().value(),
        group.name().value(),
        group.name().key().value(),
        group.created().by().value(),
        group.created().at().toEpochMilli(),
        group.modified().by().value(),
        group.modified().at().toEpochMilli(),
        GroupRow.number(group.revision()));
  }

  @Override
  public ViewedGroup rename(
      Actor by, KpiGroupId id, KpiGroupName name, Instant at, RevisionMatch expected) {
    return database.writeOnce(
        session -> {
          ViewedGroup viewed = expect(session, by, id, expected);
          KpiGroup before = viewed.group();
          Revision next = Revision.of(GroupRow.number(before.revision()) + 1);
          KpiGroup after = before.rename(name, new Stamp(by.user(), at), next);
          if (!after.equals(before)) {
            update(session, before, after);
          }
          return new ViewedGroup(after, viewed.favorite());
        });
  }

  private static void update(Session session, KpiGroup before, KpiGroup after) throws SQLException {
    session.runOne(
        Sql.RENAME_GROUP,
        after.account().value(),
        after.id().value(),
        after.name().value(),
        after.name().key().value(),
        after.modified().by().value(),
        after.modified().at().toEpochMilli(),
        GroupRow.number(after.revision()),
        GroupRow.number(before.revision()));
  }

  @Override
  public void delete(Actor by, KpiGroupId id, Instant at, RevisionMatch expected) {
    database.writeOnce(
        session -> {
          KpiGroup group = expect(session, by, id, expected).group();
          session.runOne(
              Sql.DELETE_GROUP,
              group.account().value(),
              group.id().value(),
              by.user().value(),
              at.toEpochMilli(),
              GroupRow.number(group.revision()));
          return group;
        });
  }

  private static ViewedGroup expect(
      Session session, Actor by, KpiGroupId id, RevisionMatch expected) throws SQLException {
    ViewedGroup viewed = GroupRow.require(session, by, id);
    if (!expected.allows(viewed.group().revision())) {
      throw new StaleRevision();
    }
    return viewed;
  }
}
