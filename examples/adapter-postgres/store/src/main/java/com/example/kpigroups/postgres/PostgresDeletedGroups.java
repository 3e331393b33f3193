package com.example.kpigroups.postgres;

import io.kpigroups.application.port.Deadline;
import io.kpigroups.application.port.out.DeletedGroups;
import io.kpigroups.domain.group.KpiGroup;
import java.time.Instant;
import java.util.List;

/** The purge. Groups are locked in one order, so that two who claim do not wait for each other. */
record PostgresDeletedGroups(Database database) implements DeletedGroups {
  private static final String DUE =
      " FROM kpi_groups WHERE life <> 0 AND (life = 2 OR date_deleted <= ?)";

  @Override
  public List<Claim> claim(Instant deletedBy, int most, Deadline deadline) {
    return database.write(
        deadline,
        tx -> {
          List<KpiGroup> due = tx.all(PostgresGroups::group, "?", due(deletedBy, most));
          List<KpiGroup> marked = due.stream().flatMap(it -> it.purge(deletedBy).stream()).toList();
          marked.forEach(group -> PostgresGroups.replace(tx, group));
          return marked.stream().map(group -> new Claim(group.account(), group.id())).toList();
        });
  }

  static Sql due(Instant deletedBy, int most) {
    String order = " ORDER BY date_deleted, account, id LIMIT ? FOR NO KEY UPDATE";
    return Sql.of("SELECT *" + DUE + order, deletedBy, most);
  }

  @Override
  public long backlog(Instant deletedBy, Deadline deadline) {
    return database.read(deadline, tx -> tx.count("SELECT count(*)" + DUE, deletedBy));
  }

  /** Members and favorites go with the group, and nobody makes it again by its key. */
  @Override
  public Removal remove(Claim claim, Deadline deadline) {
    String sql =
        """
        WITH gone AS (
          DELETE FROM kpi_groups WHERE account = ? AND id = ? AND life = 2 RETURNING account, id),
        made AS (
          UPDATE kpi_group_keys k SET done = true FROM gone
          WHERE k.account = gone.account AND k.id = gone.id)
        SELECT count(*) FROM gone
        """;
    long gone = database.write(deadline, tx -> tx.count(sql, claim.account(), claim.group()));
    return gone > 0 ? Removal.REMOVED : Removal.NOTHING;
  }
}
