package io.kpigroups.adapter.sqlite.change;

import static io.kpigroups.adapter.sqlite.Fixtures.NAME;
import static io.kpigroups.adapter.sqlite.Fixtures.NOON;
import static io.kpigroups.adapter.sqlite.Fixtures.NO_LIMITS;
import static io.kpigroups.adapter.sqlite.Fixtures.callOf;
import static io.kpigroups.adapter.sqlite.Fixtures.execute;
import static io.kpigroups.adapter.sqlite.Fixtures.file;
import static io.kpigroups.adapter.sqlite.Fixtures.freshId;
import static io.kpigroups.adapter.sqlite.Fixtures.open;
import static org.assertj.core.api.Assertions.assertThat;

import io.kpigroups.adapter.sqlite.connection.CountedChanges;
import io.kpigroups.adapter.sqlite.connection.Database;
import io.kpigroups.adapter.sqlite.store.SqliteFavorites;
import io.kpigroups.adapter.sqlite.store.SqliteGroups;
import io.kpigroups.application.port.Call;
import io.kpigroups.domain.access.AccountLimits;
import io.kpigroups.domain.group.KpiGroupId;
import io.kpigroups.domain.value.RevisionMatch;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What changes cost does not depend on how much there is, in steps of SQLite's virtual machine. */
class ChangeCostTest {
  private static final String SEVERAL_GROUPS =
      """
      WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 500)
      INSERT INTO kpi_groups (account_id, id, name, name_key, created_by, created_at,
                              modified_by, modified_at, revision)
      SELECT 'large', printf('%024x', i), 'Sales', 'sales', 'ann', i, 'ann', i, 1 FROM n;
      INSERT INTO kpi_group_favorites
      SELECT account_id, 'ann', id FROM kpi_groups
      """;

  private static final KpiGroupId ONE_OF_LARGE = new KpiGroupId("000000000000000000000001");

  @TempDir Path folder;

  private final Call small = callOf("small");
  private final Call large = callOf("large");
  private Database database;
  private CountedChanges steps;

  @BeforeEach
  void openDatabase() throws SQLException {
    open(folder).close();
    execute(folder, SEVERAL_GROUPS);
    database = new Database(file(folder));
    steps = new CountedChanges(database);
  }

  @AfterEach
  void closeDatabase() {
    database.close();
  }

  @Test
  void aGroupComesAndGoesAtTheSameCostWhateverTheAccountHas() {
    // The first time statements are prepared, and the account gets a row of its own.
    lifeOfAGroup(small);

    assertThat(lifeOfAGroup(large)).isEqualTo(lifeOfAGroup(small));
  }

  @Test
  void aFavoriteComesAndGoesAtTheSameCostWhateverTheUserHas() {
    KpiGroupId id = freshId();
    new SqliteGroups(database).create(large, id, NAME, NOON, NO_LIMITS);
    Call bob = callOf("large", "bob");
    new SqliteFavorites(database).add(bob, ONE_OF_LARGE, NOON, NO_LIMITS);
    // The first time statements are prepared.
    lifeOfAFavorite(bob, id);

    assertThat(lifeOfAFavorite(large, id)).isEqualTo(lifeOfAFavorite(bob, id));
  }

  private List<Long> lifeOfAFavorite(Call user, KpiGroupId id) {
    SqliteFavorites favorites = new SqliteFavorites(database);
    return List.of(
        steps.of(() -> favorites.add(user, id, NOON, AccountLimits.DEFAULT)),
        steps.of(() -> favorites.add(user, id, NOON, AccountLimits.DEFAULT)),
        steps.of(() -> favorites.remove(user, id, NOON)));
  }

  private List<Long> lifeOfAGroup(Call by) {
    SqliteGroups groups = new SqliteGroups(database);
    groups.create(by, freshId(), NAME, NOON, NO_LIMITS);
    KpiGroupId id = freshId();
    return List.of(
        steps.of(() -> groups.create(by, id, NAME, NOON, NO_LIMITS)),
        steps.of(() -> groups.delete(by, id, NOON, RevisionMatch.any())),
        steps.of(() -> groups.restore(by, id, NOON, Instant.EPOCH, NO_LIMITS)));
  }
}
