package io.kpigroups.adapter.sqlite.store;

import static io.kpigroups.adapter.sqlite.store.Statements.named;

import io.kpigroups.adapter.sqlite.connection.Database;
import io.kpigroups.application.port.Deadline;
import io.kpigroups.application.port.out.DeletedGroups;
import io.kpigroups.domain.group.KpiGroup;
import io.kpigroups.domain.group.ViewedGroup;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The purge. Every step changes only groups that are marked, whoever calls it. */
public record SqliteDeletedGroups(Database database) implements DeletedGroups {
  /** Those of all accounts that are due by their deletion, or marked for the purge. */
  private static final String DUE =
      " WHERE deleted_at IS NOT NULL AND (deleted_at <= ?2 OR state = 'purging')";

  static final String FIND_DUE = GroupTable.SELECT + DUE + " ORDER BY deleted_at";
  static final String COUNT_DUE = "SELECT count(*) FROM kpi_groups" + DUE;
  private static final String NO_VIEWER = "";

  /** Goes past what cannot be read, which would otherwise keep all later groups for ever. */
  @Override
  public List<Claim> claim(Instant deletedBy, int most, Deadline deadline) {
    long time = deletedBy.toEpochMilli();
    return database.writeAlone(
        deadline,
        connection -> {
          List<Claim> claims = new ArrayList<>();
          for (ViewedGroup due :
              connection.query(FIND_DUE, most, GroupTable::viewed, NO_VIEWER, time).readable()) {
            Optional<KpiGroup> marked = due.group().purge(deletedBy);
            marked.ifPresent(group -> GroupTable.saveLife(connection, group));
            marked.ifPresent(group -> claims.add(new Claim(group.account(), group.id())));
          }
          return claims;
        });
  }

  @Override
  public long backlog(Instant deletedBy, Deadline deadline) {
    long time = deletedBy.toEpochMilli();
    return database.read(deadline, connection -> connection.number(COUNT_DUE, NO_VIEWER, time));
  }

  @Override
  public Removal remove(Claim claim, Deadline deadline) {
    String account = claim.account().value();
    String group = claim.group().value();
    return database.writeAlone(
        deadline,
        connection -> {
          if (!connection.exists(named("find purging group"), account, group)) {
            return Removal.NOTHING;
          }
          connection.update(named("finish keys of group"), account, group);
          connection.update(named("delete all members"), account, group);
          connection.update(named("delete favorites"), account, group);
          connection.update(named("delete group"), account, group);
          return Removal.REMOVED;
        });
  }
}
