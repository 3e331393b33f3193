package io.kpigroups.adapter.sqlite;

import static io.kpigroups.adapter.sqlite.Fixtures.NOON;
import static io.kpigroups.adapter.sqlite.Fixtures.NO_RULES;
import static io.kpigroups.adapter.sqlite.Fixtures.ample;
import static io.kpigroups.adapter.sqlite.Fixtures.create;
import static io.kpigroups.adapter.sqlite.Fixtures.execute;
import static io.kpigroups.adapter.sqlite.Fixtures.file;
import static io.kpigroups.adapter.sqlite.Fixtures.freshCall;
import static io.kpigroups.adapter.sqlite.Fixtures.open;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.kpigroups.application.port.Call;
import io.kpigroups.application.port.StorageUnavailable;
import io.kpigroups.application.port.out.DeletedGroups.Claim;
import io.kpigroups.domain.group.AccountRules;
import io.kpigroups.domain.group.KpiGroupId;
import io.kpigroups.domain.group.ViewedGroup;
import io.kpigroups.domain.kpi.Kpi;
import io.kpigroups.domain.kpi.KpiId;
import io.kpigroups.domain.query.GroupField;
import io.kpigroups.domain.query.ListQuery;
import io.kpigroups.domain.query.Page;
import io.kpigroups.domain.query.PageRange;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Of what another program has stored and nobody can read, the log names every row. */
class UnreadableRowsTest {
  private static final KpiGroupId ID = new KpiGroupId("0123456789abcdef01234567");
  private static final KpiId KPI = new KpiId("churn");
  private static final PageRange PAGE = PageRange.first(100);

  @TempDir static Path folder;

  private final Call ann = freshCall();
  private final String account = ann.account().value();
  private final OtherProgram other = new OtherProgram(folder, account);
  private SqliteStorage storage;

  @BeforeEach
  void openStorage() {
    storage = open(folder);
  }

  @AfterEach
  void closeStorage() {
    storage.close();
  }

  private List<ViewedGroup> groups() {
    return storage.groups().list(ann, ListQuery.groups(PAGE)).items();
  }

  private List<Kpi> kpis() {
    return storage.kpis().list(ann, ListQuery.kpis(PAGE)).items();
  }

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
  void onlyTheRowsOfThePageCount() throws SQLException {
    other.group("NO ID", "One", "ann", 0);
    other.group(ID.value(), "Good", "ann", 1);

    for (boolean count : List.of(true, false)) {
      ListQuery<GroupField> first = ListQuery.groups(List.of(), new PageRange(0, 1), count);
      Page<ViewedGroup> page = storage.groups().list(ann, first);
      assertThat(page.items()).hasSize(1);
      assertThat(page.hasNext()).isTrue();
    }
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
    try (LogLines log = LogLines.of(StoredRows.class)) {
      assertThat(storage.deletedGroups().orElseThrow().claim(Instant.EPOCH, 1, ample()))
          .containsExactly(new Claim(ann.account(), ID));
      said.addAll(log.lines());
    }
    assertThat(said).hasSize(1).allSatisfy(line -> assertThat(line).contains("NO ID", "either"));
    other.store("DELETE FROM kpi_groups WHERE account_id = ?1", account);
  }

  @Test
  void aRowWithoutAValueThatItMustHaveCannotBeRead() throws SQLException {
    // As in a file that was rebuilt with tables of somebody's own.
    try (Session session = Session.open(file(folder), Fixtures.MAX_WAIT)) {
      String sql =
          "SELECT '%s', NULL, 'ann', 0, 'ann', 0, 1, 0, 'live', NULL, NULL".formatted(ID.value());
      assertThat(refusal(() -> rows(session, sql)))
          .singleElement()
          .asString()
          .contains(ID.value(), "no value");
    }
  }

  @Test
  void whatHasAnUnknownStateCannotBeRead() throws SQLException {
    try (Session session = Session.open(file(folder), Fixtures.MAX_WAIT)) {
      String sql =
          "SELECT '%s', 'Sales', 'ann', 0, 'ann', 0, 1, 0, 'ill', 'ann', 0".formatted(ID.value());
      assertThat(refusal(() -> rows(session, sql)))
          .singleElement()
          .asString()
          .contains(ID.value(), "no state \"ill\"");
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

  private void rows(Session session, String sql) {
    try {
      session.rows(sql, GroupRow.any(ann));
    } catch (SQLException e) {
      throw new AssertionError(e);
    }
  }

  /** What the log says while the store refuses. */
  private static List<String> refusal(Runnable call) {
    try (LogLines log = LogLines.of(StoredRows.class)) {
      assertThatExceptionOfType(StorageUnavailable.class)
          .isThrownBy(call::run)
          .withMessageContaining("cannot be read");
      return log.lines();
    }
  }
}
