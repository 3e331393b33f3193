package io.kpigroups.adapter.sqlite;

import io.kpigroups.application.port.out.DeletedGroups;
import io.kpigroups.domain.AccountId;
import io.kpigroups.domain.KpiGroupId;
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
          List<Claim> claims =
              session.rows(
                  Sql.FIND_PURGEABLE,
                  row ->
                      new Claim(new AccountId(row.getString(1)), new KpiGroupId(row.getString(2))),
                  deadline.toEpochMilli(),
                  most);
          for (Claim claim : claims) {
            session.runOne(Sql.MARK_PURGING, claim.account().value(), claim.group().value());
          }
          return claims;
        });
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
