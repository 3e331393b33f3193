package io.kpigroups.adapter.sqlite;

import io.kpigroups.application.port.Deadline;
import io.kpigroups.application.port.out.DeletedGroups;
import io.kpigroups.domain.group.KpiGroup;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The purge. Every step changes only groups that are marked, whoever calls it. */
final class SqliteDeletedGroups implements DeletedGroups {
  private final Database database;

  SqliteDeletedGroups(Database database) {
    this.database = database;
  }

  @Override
  public List<Claim> claim(Instant deletedBy, int most, Deadline deadline) {
    return database.write(
        deadline,
        session -> {
          List<Claim> claims = new ArrayList<>();
          for (KpiGroup group : due(session, deletedBy, most)) {
            Optional<KpiGroup> marked = group.purge(deletedBy);
            if (marked.isPresent()) {
              mark(session, group, marked.get());
              claims.add(new Claim(group.account(), group.id()));
            }
          }
          return claims;
        });
  }

  private static void mark(Session session, KpiGroup group, KpiGroup marked) throws SQLException {
    if (!marked.equals(group)) {
      GroupRow.changeLife(session, marked);
    }
  }

  /** Goes past what cannot be read, which would otherwise keep all later groups for ever. */
  private static List<KpiGroup> due(Session session, Instant deletedBy, int most)
      throws SQLException {
    int limit = most;
    while (true) {
      StoredRows<KpiGroup> rows =
          session.stored(Sql.FIND_DUE, GroupRow::ofAnyAccount, deletedBy.toEpochMilli(), limit);
      int wanted = most + rows.lost();
      if (wanted == limit) {
        return rows.readable();
      }
      limit = wanted;
    }
  }

  @Override
  public long backlog(Instant deletedBy, Deadline deadline) {
    return database.look(
        deadline, session -> session.number(Sql.COUNT_DUE, deletedBy.toEpochMilli()));
  }

  @Override
  public Removal remove(Claim claim, Deadline deadline) {
    String account = claim.account().value();
    String group = claim.group().value();
    return database.write(
        deadline,
        session -> {
          if (!session.exists(Sql.FIND_PURGING, account, group)) {
            return Removal.NOTHING;
          }
          session.run(Sql.PURGE_MEMBERS, account, group);
          session.run(Sql.PURGE_FAVORITES, account, group);
          session.runOne(Sql.PURGE_GROUP, account, group);
          return Removal.REMOVED;
        });
  }
}
