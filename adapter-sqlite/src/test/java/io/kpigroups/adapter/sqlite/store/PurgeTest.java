package io.kpigroups.adapter.sqlite.store;

import static io.kpigroups.adapter.sqlite.Fixtures.NOON;
import static io.kpigroups.adapter.sqlite.Fixtures.NO_LIMITS;
import static io.kpigroups.adapter.sqlite.Fixtures.NO_RULES;
import static io.kpigroups.adapter.sqlite.Fixtures.ample;
import static io.kpigroups.adapter.sqlite.Fixtures.create;
import static io.kpigroups.adapter.sqlite.Fixtures.execute;
import static io.kpigroups.adapter.sqlite.Fixtures.freshCall;
import static io.kpigroups.adapter.sqlite.Fixtures.number;
import static io.kpigroups.adapter.sqlite.Fixtures.open;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.kpigroups.adapter.sqlite.SqliteStorage;
import io.kpigroups.application.port.Call;
import io.kpigroups.application.port.StorageUnavailable;
import io.kpigroups.application.port.out.DeletedGroups;
import io.kpigroups.application.port.out.DeletedGroups.Claim;
import io.kpigroups.application.port.out.DeletedGroups.Removal;
import io.kpigroups.domain.group.KpiGroup;
import io.kpigroups.domain.kpi.KpiId;
import io.kpigroups.domain.value.RevisionMatch;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PurgeTest {
  @TempDir Path folder;

  private final Call ann = freshCall();

  private static final String KEEP =
      """
      CREATE TABLE notes (
        account_id TEXT,
        group_id TEXT,
        FOREIGN KEY (account_id, group_id) REFERENCES kpi_groups (account_id, id)
      );
      INSERT INTO notes SELECT account_id, id FROM kpi_groups WHERE state = 'purging';
      """;

  private long rows() throws SQLException {
    long rows = 0;
    for (String table : List.of("kpi_groups", "kpi_group_memberships", "kpi_group_favorites")) {
      String count = "SELECT count(*) FROM " + table + " WHERE account_id = ?";
      rows += number(folder, count, ann.account().value());
    }
    return rows;
  }

  @Test
  void thePurgeTakesOnlyWhatItClaimedAndCanBeCutAnywhere() throws SQLException {
    try (SqliteStorage storage = open(folder)) {
      takesOnlyWhatItClaimed(storage, storage.deletedGroups().orElseThrow());
    }
  }

  private void takesOnlyWhatItClaimed(SqliteStorage storage, DeletedGroups deleted)
      throws SQLException {
    KpiGroup group = create(storage, ann);
    storage.memberships().add(ann, group.id(), new KpiId("churn"), NOON, NO_RULES);
    storage.favorites().add(ann, group.id(), NOON, NO_LIMITS);
    Claim claim = new Claim(ann.account(), group.id());
    assertThat(deleted.remove(claim, ample())).isEqualTo(Removal.NOTHING);
    assertThat(rows()).as("live").isEqualTo(3);

    storage.groups().delete(ann, group.id(), NOON, RevisionMatch.any());
    assertThat(deleted.remove(claim, ample())).isEqualTo(Removal.NOTHING);
    assertThat(deleted.claim(NOON.minusMillis(1), 1_000, ample())).doesNotContain(claim);
    assertThat(rows()).as("deleted and not claimed").isEqualTo(3);

    assertThat(deleted.claim(NOON, 1_000, ample())).contains(claim);
    assertThat(rows()).as("claimed").isEqualTo(3);
    assertThat(deleted.claim(NOON, 1_000, ample())).as("claimed again").contains(claim);
    assertThat(deleted.remove(claim, ample())).isEqualTo(Removal.REMOVED);
    assertThat(deleted.remove(claim, ample())).isEqualTo(Removal.NOTHING);
    assertThat(rows()).isZero();
  }

  @Test
  void aRemovalThatStopsBeforeItsEndRemovesNothing() throws SQLException {
    try (SqliteStorage storage = open(folder)) {
      KpiGroup group = create(storage, ann);
      storage.memberships().add(ann, group.id(), new KpiId("churn"), NOON, NO_RULES);
      storage.groups().delete(ann, group.id(), NOON, RevisionMatch.any());
      Claim claim = new Claim(ann.account(), group.id());
      DeletedGroups deleted = storage.deletedGroups().orElseThrow();
      assertThat(deleted.claim(NOON, 1_000, ample())).contains(claim);
      // A row of another program's, which refers to the group, keeps it.
      execute(folder, KEEP);

      assertThatExceptionOfType(StorageUnavailable.class)
          .isThrownBy(() -> deleted.remove(claim, ample()));
      assertThat(rows()).isEqualTo(2);
      execute(folder, "DROP TABLE notes");
      assertThat(deleted.remove(claim, ample())).isEqualTo(Removal.REMOVED);
    }
  }
}
