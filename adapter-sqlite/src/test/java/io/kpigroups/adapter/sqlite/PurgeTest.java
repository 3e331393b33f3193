package io.kpigroups.adapter.sqlite;

import static io.kpigroups.adapter.sqlite.Fixtures.NAME;
import static io.kpigroups.adapter.sqlite.Fixtures.NOON;
import static io.kpigroups.adapter.sqlite.Fixtures.NO_LIMIT;
import static io.kpigroups.adapter.sqlite.Fixtures.freshActor;
import static io.kpigroups.adapter.sqlite.Fixtures.number;
import static io.kpigroups.adapter.sqlite.Fixtures.open;
import static org.assertj.core.api.Assertions.assertThat;

import io.kpigroups.application.port.out.DeletedGroups.Claim;
import io.kpigroups.domain.Actor;
import io.kpigroups.domain.KnownKpis;
import io.kpigroups.domain.KpiGroup;
import io.kpigroups.domain.KpiId;
import io.kpigroups.domain.RevisionMatch;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PurgeTest {
  @TempDir Path folder;

  private final Actor actor = freshActor();

  private long rows() throws SQLException {
    long rows = 0;
    for (String table : List.of("kpi_groups", "kpi_group_memberships", "kpi_group_favorites")) {
      String count = "SELECT count(*) FROM " + table + " WHERE account_id = ?";
      rows += number(folder, count, actor.account().value());
    }
    return rows;
  }

  @Test
  void thePurgeTakesOnlyWhatItClaimedAndCanBeCutAnywhere() throws SQLException {
    try (SqliteStorage storage = open(folder)) {
      takesOnlyWhatItClaimed(storage);
    }
  }

  private void takesOnlyWhatItClaimed(SqliteStorage storage) throws SQLException {
    KpiGroup group = storage.groups().create(actor, NAME, NOON, NO_LIMIT).group();
    storage.memberships().add(actor, group.id(), new KpiId("churn"), NOON, KnownKpis.ANY, NO_LIMIT);
    storage.favorites().add(actor, group.id(), NO_LIMIT);
    Claim claim = new Claim(actor.account(), group.id());
    var deleted = storage.deletedGroups();
    deleted.removeChildren(claim);
    deleted.removeGroup(claim);
    assertThat(rows()).as("live").isEqualTo(3);

    storage.groups().delete(actor, group.id(), NOON, RevisionMatch.any());
    deleted.removeChildren(claim);
    assertThat(deleted.claim(NOON.minusMillis(1), 1_000)).doesNotContain(claim);
    assertThat(rows()).as("deleted and not claimed").isEqualTo(3);

    assertThat(deleted.claim(NOON, 1_000)).contains(claim);
    deleted.removeGroup(claim);
    assertThat(rows()).as("claimed, with children").isEqualTo(3);
    assertThat(deleted.claim(NOON, 1_000)).as("claimed again").contains(claim);
    deleted.removeChildren(claim);
    deleted.removeGroup(claim);
    deleted.removeGroup(claim);
    assertThat(rows()).isZero();
  }
}
