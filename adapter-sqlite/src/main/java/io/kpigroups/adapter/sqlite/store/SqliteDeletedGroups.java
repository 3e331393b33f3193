package io.kpigroups.adapter.sqlite.store;

import io.kpigroups.adapter.sqlite.connection.Database;
import io.kpigroups.application.port.Deadline;
import io.kpigroups.application.port.out.DeletedGroups;
import io.kpigroups.domain.group.KpiGroup;
import io.kpigroups.domain.group.ViewedGroup;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The purge. Every step changes only groups that are marked, whoever calls it. */
public record SqliteDeletedGroups(Database database) implements DeletedGroups {
  /** Those of all accounts that are due by their deletion, or marked for the purge. */
  private static final String DUE =
      " WHERE deleted_at IS NOT NULL AND (deleted_at <= ?2 OR state = 'purging')";

  static final String FIND_DUE = GroupTable.SELECT + DUE + " ORDER BY deleted_at";
  static final String COUNT_DUE = "SELECT count(*) FROM kpi_groups" + DUE;
  static final String FIND_PURGING =
      "SELECT 1 FROM kpi_groups WHERE account_id = ?1 AND id = ?2 AND state = 'purging'";
  static final String PURGE_MEMBERS =
      "DELETE FROM kpi_group_memberships WHERE account_id = ?1 AND group_id = ?2";
  static final String PURGE_FAVORITES =
      "DELETE FROM kpi_group_favorites WHERE account_id = ?1 AND group_id = ?2";
  static final String PURGE_GROUP = "DELETE FROM kpi_groups WHERE account_id = ?1 AND id = ?2";

  private static final String NO_VIEWER = "";

  /** Goes past what cannot be read, which would otherwise keep all later groups for ever. */
  @Override
  public List<Claim> claim(Instant deletedBy, int most, Deadline deadline) {
    long time = deletedBy.toEpochMilli();
    return database.write(
        deadline,
        connection -> {
          List<KpiGroup> marked =
              connection
                  .query(FIND_DUE, most, GroupTable::viewed, NO_VIEWER, time)
                  .readable()
                  .stream()
                  .map(ViewedGroup::group)
                  .map(group -> group.purge(deletedBy))
                  .flatMap(Optional::stream)
                  .toList();
          marked.forEach(group -> GroupTable.save(connection, group));
          return marked.stream().map(group -> new Claim(group.account(), group.id())).toList();
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
    return database.write(
        deadline,
        connection -> {
          if (!connection.exists(FIND_PURGING, account, group)) {
            return Removal.NOTHING;
          }
          connection.update(PURGE_MEMBERS, account, group);
          connection.update(PURGE_FAVORITES, account, group);
          connection.update(PURGE_GROUP, account, group);
          return Removal.REMOVED;
        });
  }
}
