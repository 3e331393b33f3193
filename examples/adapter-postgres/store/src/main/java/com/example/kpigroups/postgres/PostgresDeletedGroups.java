package com.example.kpigroups.postgres;

import io.kpigroups.application.port.Deadline;
import io.kpigroups.application.port.out.DeletedGroups;
import io.kpigroups.domain.group.GroupLife;
import io.kpigroups.domain.group.KpiGroup;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The purge. Groups are locked in one order, so that two who claim do not wait for each other. */
record PostgresDeletedGroups(Database database) implements DeletedGroups {
  private static final String DUE =
      " FROM kpi_groups g WHERE g.life <> 0 AND (g.life = 2 OR g.deleted_at <= ?)";

  @Override
  public List<Claim> claim(Instant deletedBy, int most, Deadline deadline) {
    return database.write(
        deadline,
        tx -> {
          List<Claim> claims = new ArrayList<>();
          for (KpiGroup group : tx.all(GroupRows::group, due(deletedBy, most))) {
            Optional<KpiGroup> marked = group.purge(deletedBy);
            marked.filter(it -> !it.equals(group)).ifPresent(it -> GroupRows.update(tx, it));
            marked.ifPresent(it -> claims.add(new Claim(it.account(), it.id())));
          }
          return claims;
        });
  }

  static Sql due(Instant deletedBy, int most) {
    return Sql.of("SELECT g.*" + DUE, deletedBy)
        .then(" ORDER BY g.deleted_at, g.account, g.id LIMIT ?" + GroupRows.TO_CHANGE, most);
  }

  @Override
  public long backlog(Instant deletedBy, Deadline deadline) {
    return database.read(deadline, tx -> tx.count("SELECT count(*)" + DUE, deletedBy));
  }

  /** Members and favorites go with the group. */
  @Override
  public Removal remove(Claim claim, Deadline deadline) {
    String done = "UPDATE kpi_group_keys SET done = true WHERE account = ? AND group_id = ?";
    String gone = "DELETE FROM kpi_groups WHERE account = ? AND id = ?";
    return database.write(
        deadline,
        tx -> {
          var found = GroupRows.look(tx, claim.account(), claim.group(), " FOR UPDATE");
          if (found.filter(it -> it.life() instanceof GroupLife.Purging).isEmpty()) {
            return Removal.NOTHING;
          }
          tx.update(done, claim.account(), claim.group());
          tx.update(gone, claim.account(), claim.group());
          return Removal.REMOVED;
        });
  }
}
