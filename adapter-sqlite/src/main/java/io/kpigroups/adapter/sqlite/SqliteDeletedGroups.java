package io.kpigroups.adapter.sqlite;

import io.kpigroups.application.port.out.DeletedGroups;
import io.kpigroups.domain.AccountId;
import io.kpigroups.domain.InvalidInput;
import io.kpigroups.domain.KpiGroupId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;

/** The purge. Every step changes only groups that are marked, whoever calls it. */
final class SqliteDeletedGroups implements DeletedGroups {
  private final Database database;

  SqliteDeletedGroups(Database database) {
    this.database = database;
  }

  @Override
  public List<Claim> claim(Instant deadline, int most) {
    return database.write(
        session -> {
          List<Claim> claims = purgeable(session, deadline, most);
          for (Claim claim : claims) {
            session.runOne(Sql.MARK_PURGING, claim.account().value(), claim.group().value());
          }
          return claims;
        });
  }

  /** Goes past what cannot be read, which would otherwise keep all later groups for ever. */
  private static List<Claim> purgeable(Session session, Instant deadline, int most)
      throws SQLException {
    int limit = most;
    while (true) {
      StoredRows<Claim> rows =
          session.stored(
              Sql.FIND_PURGEABLE, SqliteDeletedGroups::claim, deadline.toEpochMilli(), limit);
      int wanted = most + rows.lost();
      if (wanted == limit) {
        return rows.readable();
      }
      limit = wanted;
    }
  }

  private static Claim claim(ResultSet row) throws SQLException {
    try {
      return new Claim(
          new AccountId(StoredRows.text(row, 1)), new KpiGroupId(StoredRows.text(row, 2)));
    } catch (InvalidInput e) {
      throw new UnreadableRow("kpi_groups", row.getString(1), row.getString(2), e);
    }
  }

  @Override
  public long backlog(Instant deadline) {
    return database.read(session -> session.number(Sql.COUNT_PURGEABLE, deadline.toEpochMilli()));
  }

  @Override
  public void removeChildren(Claim claim) {
    String account = claim.account().value();
    String group = claim.group().value();
    database.write(
        session ->
            session.run(Sql.PURGE_MEMBERS, account, group)
                + session.run(Sql.PURGE_FAVORITES, account, group));
  }

  @Override
  public Removal removeGroup(Claim claim) {
    String account = claim.account().value();
    String group = claim.group().value();
    int removed = database.write(session -> session.run(Sql.PURGE_GROUP, account, group));
    return removed == 1 ? Removal.REMOVED : Removal.NOTHING;
  }
}
