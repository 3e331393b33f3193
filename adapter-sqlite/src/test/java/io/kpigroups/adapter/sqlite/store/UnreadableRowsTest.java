package io.kpigroups.adapter.sqlite.store;

import static io.kpigroups.adapter.sqlite.Fixtures.MAX_WAIT;
import static io.kpigroups.adapter.sqlite.Fixtures.NOON;
import static io.kpigroups.adapter.sqlite.Fixtures.NO_RULES;
import static io.kpigroups.adapter.sqlite.Fixtures.ample;
import static io.kpigroups.adapter.sqlite.Fixtures.create;
import static io.kpigroups.adapter.sqlite.Fixtures.execute;
import static io.kpigroups.adapter.sqlite.Fixtures.file;
import static io.kpigroups.adapter.sqlite.Fixtures.open;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.kpigroups.adapter.sqlite.LogLines;
import io.kpigroups.adapter.sqlite.SqliteStorage;
import io.kpigroups.adapter.sqlite.connection.PooledConnection;
import io.kpigroups.adapter.sqlite.connection.QueryResult;
import io.kpigroups.application.port.StorageUnavailable;
import io.kpigroups.application.port.out.DeletedGroups.Claim;
import io.kpigroups.domain.group.AccountRules;
import io.kpigroups.domain.group.KpiGroupId;
import io.kpigroups.domain.query.ListQuery;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Of what another program has stored and nobody can read, the log names every row. */
class UnreadableRowsTest extends ForeignDataTest {

  @Test
  void aListWithRowsThatCannotBeReadIsRefusedAndTheLogNamesEachOfThem() throws SQLException {
    other.group("NO ID", "One", "ann", 0);
    other.group(ID.value(), "Good", "ann", 1);
    other.group("no\nid either", "Two", "ann", 2);

    assertThat(refusal(this::groups))
        .hasSize(1)
        .allSatisfy(
            line ->
                assertThat(line)
                    .contains("kpi_groups", account, "\"NO ID\"", "\"no?id either\"")
                    .doesNotContain(ID.value()));
    assertThat(storage.groups().find(ann, ID)).isPresent();
  }

  @Test
  void aRegisterWithEntriesThatCannotBeReadIsRefusedAndTheLogNamesEachOfThem() throws SQLException {
    other.kpi("groups", "One", "");
    other.kpi("x".repeat(1000), "Two", "");
    other.kpi(KPI.value(), "Good", "");

    assertThat(refusal(this::kpis))
        .hasSize(1)
        .allSatisfy(
            line ->
                assertThat(line)
                    .contains("kpis", account, "\"groups\"", "x".repeat(100) + "...")
                    .doesNotContain(KPI.value()));
  }

  @Test
  void aListOfMembersThatCannotBeReadIsRefusedAndTheLogNamesEachOfThem() throws SQLException {
    other.group(ID.value(), "Sales", "ann", 0);
    for (String kpi : List.of("no id", KPI.value(), "nor\nthis")) {
      other.store(
          "INSERT INTO kpi_group_memberships VALUES (?1, ?2, ?3, 'ann', 0)",
          account,
          ID.value(),
          kpi);
    }

    assertThat(refusal(() -> storage.memberships().list(ann, ID, ListQuery.members(PAGE))))
        .singleElement()
        .asString()
        .contains("kpi_group_memberships", account, "\"no id\"", "\"nor?this\"")
        .doesNotContain(KPI.value());
  }

  @Test
  void thePurgeGoesPastWhatCannotBeRead() throws SQLException {
    for (String id : List.of("NO ID", "no id either", ID.value())) {
      other.group(id, "Old", "ann", 0);
    }
    other.store(
        "UPDATE kpi_groups SET state = 'deleted', deleted_by = '', deleted_at = length(id) - 99"
            + " WHERE account_id = ?1",
        account);

    List<String> said = new ArrayList<>();
    try (LogLines log = LogLines.of(QueryResult.class)) {
      assertThat(storage.deletedGroups().orElseThrow().claim(Instant.EPOCH, 1, ample()))
          .containsExactly(new Claim(ann.account(), ID));
      said.addAll(log.lines());
    }
    assertThat(said).hasSize(1).allSatisfy(line -> assertThat(line).contains("NO ID", "either"));
  }

  @Test
  void aRowWithoutAValueThatItMustHaveCannotBeRead() {
    // As in a file that was rebuilt with tables of somebody's own.
    assertThat(refusal(() -> readGroup("NULL", "live")))
        .singleElement()
        .asString()
        .contains(ID.value(), "no value");
  }

  @Test
  void whatHasAnUnknownStateCannotBeRead() {
    assertThat(refusal(() -> readGroup("'Sales'", "ill")))
        .singleElement()
        .asString()
        .contains(ID.value(), "no state \"ill\"");
  }

  private void readGroup(String name, String state) {
    String sql =
        """
        SELECT 'acme' AS account_id, '%s' AS id, %s AS name, 'ann' AS created_by, 0 AS created_at,
               'ann' AS modified_by, 0 AS modified_at, 1 AS revision, 0 AS favorite, 0 AS members,
               '%s' AS state, 'ann' AS deleted_by, 0 AS deleted_at
        """
            .formatted(ID.value(), name, state);
    try (PooledConnection connection = new PooledConnection(file(folder))) {
      connection.limit(MAX_WAIT, ample());
      connection.first(sql, GroupTable::viewed);
    }
  }

  @Test
  void aFactThatCannotBeLookedUpMakesTheStoreUnavailable(@TempDir Path damaged)
      throws SQLException {
    try (SqliteStorage store = open(damaged)) {
      KpiGroupId id = create(store, ann).id();
      execute(damaged, "DROP TABLE kpis");

      assertThatExceptionOfType(StorageUnavailable.class)
          .isThrownBy(() -> store.memberships().add(ann, id, KPI, NOON, AccountRules.DEFAULT))
          .withCauseInstanceOf(SQLException.class);
      store.memberships().add(ann, id, KPI, NOON, NO_RULES);
    }
  }

  /** What the log says while the store refuses. */
  private static List<String> refusal(Runnable call) {
    try (LogLines log = LogLines.of(QueryResult.class)) {
      assertThatExceptionOfType(StorageUnavailable.class)
          .isThrownBy(call::run)
          .withMessageContaining("cannot be read");
      return log.lines();
    }
  }
}
