package io.kpigroups.adapter.sqlite;

import static io.kpigroups.adapter.sqlite.Fixtures.NAME;
import static io.kpigroups.adapter.sqlite.Fixtures.NOON;
import static io.kpigroups.adapter.sqlite.Fixtures.NO_LIMIT;
import static io.kpigroups.adapter.sqlite.Fixtures.file;
import static io.kpigroups.adapter.sqlite.Fixtures.freshActor;
import static io.kpigroups.adapter.sqlite.Fixtures.open;
import static io.kpigroups.adapter.sqlite.Fixtures.plain;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.kpigroups.application.port.out.DeletedGroups.Claim;
import io.kpigroups.domain.Actor;
import io.kpigroups.domain.GroupQuery;
import io.kpigroups.domain.KnownKpis;
import io.kpigroups.domain.Kpi;
import io.kpigroups.domain.KpiGroup;
import io.kpigroups.domain.KpiGroupId;
import io.kpigroups.domain.KpiId;
import io.kpigroups.domain.KpiQuery;
import io.kpigroups.domain.PageRange;
import io.kpigroups.domain.RevisionMatch;
import io.kpigroups.domain.StorageUnavailable;
import io.kpigroups.domain.UserId;
import io.kpigroups.domain.ViewedGroup;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What another program has stored is shown as it is; what cannot be read at all is named. */
class StoredDataTest {
  private static final KpiGroupId ID = new KpiGroupId("0123456789abcdef01234567");
  private static final KpiId KPI = new KpiId("churn");
  private static final PageRange PAGE = PageRange.first(100);

  @TempDir static Path folder;

  private final Actor actor = freshActor();
  private final String account = actor.account().value();
  private SqliteStorage storage;

  @BeforeEach
  void openStorage() {
    storage = open(folder);
  }

  @AfterEach
  void closeStorage() {
    storage.close();
  }

  private void store(String sql, Object... values) throws SQLException {
    try (Connection connection = plain(folder);
        PreparedStatement statement = connection.prepareStatement(sql)) {
      for (int i = 0; i < values.length; i++) {
        statement.setObject(i + 1, values[i]);
      }
      statement.executeUpdate();
    }
  }

  private void group(String id, String name, String by, long at) throws SQLException {
    store(
        "INSERT INTO kpi_groups (account_id, id, name, name_key, created_by, created_at,"
            + " modified_by, modified_at, revision) VALUES (?1, ?2, ?3, ?3, ?4, ?5, ?4, ?5, 1)",
        account,
        id,
        name,
        by,
        at);
  }

  private void kpi(String id, String name, String owners) throws SQLException {
    store(
        "INSERT INTO kpis (account_id, id, name, name_key, owners) VALUES (?1, ?2, ?3, ?3, ?4)",
        account,
        id,
        name,
        owners);
  }

  private List<ViewedGroup> groups() {
    return storage.groups().list(actor, GroupQuery.of(PAGE)).items();
  }

  private List<Kpi> kpis() {
    return storage.kpis().list(actor, KpiQuery.of(PAGE)).items();
  }

  @Test
  void aGroupThatOurRulesWouldHaveRefusedIsShownAsItIsStored() throws SQLException {
    String name = " tab\there\u0000" + "x".repeat(300);
    group(ID.value(), name, "änn\n", Long.MIN_VALUE);

    KpiGroup shown = groups().get(0).group();
    assertThat(shown.name().value()).isEqualTo(name);
    assertThat(shown.created().by().value()).isEqualTo("änn\n");
    assertThat(shown.created().at().toEpochMilli()).isEqualTo(Long.MIN_VALUE);
    assertThat(shown.modified()).isEqualTo(shown.created());
    assertThat(storage.groups().find(actor, ID)).contains(groups().get(0));
  }

  @Test
  void aGroupThatOurRulesWouldHaveRefusedCanBeWorkedWith() throws SQLException {
    group(ID.value(), "", "", -1);

    storage.favorites().add(actor, ID, NO_LIMIT);
    storage.memberships().add(actor, ID, KPI, NOON, KnownKpis.ANY, NO_LIMIT);
    storage.groups().rename(actor, ID, NAME, NOON, RevisionMatch.any());
    assertThat(groups().get(0).group().name()).isEqualTo(NAME);
    storage.groups().delete(actor, ID, NOON, RevisionMatch.any());
    assertThat(groups()).isEmpty();
  }

  @Test
  void aKpiThatOurRulesWouldHaveRefusedIsShownAsItIsStored() throws SQLException {
    List<String> owners =
        IntStream.range(0, 2 * Kpi.MAX_OWNERS).mapToObj(i -> i % 150 + "\rä").toList();
    kpi(KPI.value(), "", String.join("\n", owners));

    Kpi shown = kpis().get(0);
    assertThat(shown.name().value()).isEmpty();
    assertThat(shown.owners()).extracting(UserId::value).isEqualTo(owners);
    assertThat(storage.kpis().find(actor, KPI)).contains(shown);
  }

  @Test
  void aListWithRowsThatCannotBeReadIsRefusedAndTheLogNamesEachOfThem() throws SQLException {
    group("NO ID", "One", "ann", 0);
    group(ID.value(), "Good", "ann", 1);
    group("no\nid either", "Two", "ann", 2);

    assertThat(refusal(this::groups))
        .hasSize(1)
        .allSatisfy(
            line ->
                assertThat(line)
                    .contains("kpi_groups", account, "\"NO ID\"", "\"no?id either\"")
                    .doesNotContain(ID.value()));
    assertThat(storage.groups().find(actor, ID)).isPresent();
  }

  @Test
  void aRegisterWithEntriesThatCannotBeReadIsRefusedAndTheLogNamesEachOfThem() throws SQLException {
    kpi("groups", "One", "");
    kpi("x".repeat(1000), "Two", "");
    kpi(KPI.value(), "Good", "");

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
    group("NO ID", "One", "ann", 0);
    group(ID.value(), "Good", "ann", 1);

    GroupQuery first = GroupQuery.of(new PageRange(0, 1));
    assertThat(storage.groups().list(actor, first).items()).hasSize(1);
  }

  @Test
  void thePurgeGoesPastWhatCannotBeRead() throws SQLException {
    for (String id : List.of("NO ID", "no id either", ID.value())) {
      group(id, "Old", "ann", 0);
    }
    store(
        "UPDATE kpi_groups SET deleted_by = '', deleted_at = length(id) - 99 WHERE account_id = ?1",
        account);

    List<String> said = new ArrayList<>();
    try (LogLines log = LogLines.of(StoredRows.class)) {
      assertThat(storage.deletedGroups().claim(Instant.EPOCH, 1))
          .containsExactly(new Claim(actor.account(), ID));
      said.addAll(log.lines());
    }
    assertThat(said).hasSize(1).allSatisfy(line -> assertThat(line).contains("NO ID", "either"));
    store("DELETE FROM kpi_groups WHERE account_id = ?1", account);
  }

  @Test
  void aRowWithoutAValueThatItMustHaveCannotBeRead() throws SQLException {
    // As in a file that was rebuilt with tables of somebody's own.
    try (Session session = Session.open(file(folder), Fixtures.MAX_WAIT)) {
      String sql = "SELECT '%s', NULL, 'ann', 0, 'ann', 0, 1, 0".formatted(ID.value());
      assertThat(refusal(() -> rows(session, sql)))
          .singleElement()
          .asString()
          .contains(ID.value(), "no value");
    }
  }

  private void rows(Session session, String sql) {
    try {
      session.rows(sql, GroupRow.of(actor));
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
