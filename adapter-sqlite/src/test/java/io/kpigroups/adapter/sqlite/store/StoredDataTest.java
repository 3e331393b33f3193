package io.kpigroups.adapter.sqlite.store;

import static io.kpigroups.adapter.sqlite.Fixtures.NAME;
import static io.kpigroups.adapter.sqlite.Fixtures.NOON;
import static io.kpigroups.adapter.sqlite.Fixtures.NO_LIMITS;
import static io.kpigroups.adapter.sqlite.Fixtures.NO_RULES;
import static io.kpigroups.adapter.sqlite.Fixtures.freshId;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.kpigroups.domain.access.AccountLimits;
import io.kpigroups.domain.failure.LimitReached;
import io.kpigroups.domain.filter.SearchText;
import io.kpigroups.domain.group.AccountRules;
import io.kpigroups.domain.group.KnownKpis;
import io.kpigroups.domain.group.KpiGroup;
import io.kpigroups.domain.group.KpiGroupId;
import io.kpigroups.domain.kpi.Kpi;
import io.kpigroups.domain.query.KpiFilter;
import io.kpigroups.domain.query.ListQuery;
import io.kpigroups.domain.query.Owner;
import io.kpigroups.domain.value.RevisionMatch;
import io.kpigroups.domain.value.UserId;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What another program has stored is shown as it is, and can be worked with. */
class StoredDataTest extends ForeignDataTest {

  @Test
  void aGroupThatOurRulesWouldHaveRefusedIsShownAsItIsStored() throws SQLException {
    String name = " tab\there\u0000" + "x".repeat(300);
    other.group(ID.value(), name, "änn\n", Long.MIN_VALUE);

    KpiGroup shown = groups().get(0).group();
    assertThat(shown.name().value()).isEqualTo(name);
    assertThat(shown.created().by().value()).isEqualTo("änn\n");
    assertThat(shown.created().at().toEpochMilli()).isEqualTo(Long.MIN_VALUE);
    assertThat(shown.modified()).isEqualTo(shown.created());
    assertThat(storage.groups().find(ann, ID)).contains(groups().get(0));
  }

  @Test
  void aGroupThatOurRulesWouldHaveRefusedCanBeWorkedWith() throws SQLException {
    other.group(ID.value(), "", "", -1);

    storage.favorites().add(ann, ID, NOON, NO_LIMITS);
    storage.memberships().add(ann, ID, KPI, NOON, NO_RULES);
    storage.groups().rename(ann, ID, NAME, NOON, RevisionMatch.any());
    assertThat(groups().get(0).group().name()).isEqualTo(NAME);
    storage.groups().delete(ann, ID, NOON, RevisionMatch.any());
    assertThat(groups()).isEmpty();
  }

  @Test
  void aKpiThatOurRulesWouldHaveRefusedIsShownAsItIsStored() throws SQLException {
    List<String> owners =
        IntStream.range(0, 2 * Kpi.MAX_OWNERS).mapToObj(i -> i % 150 + "\rä").toList();
    other.kpi(KPI.value(), "", String.join("\n", owners));

    Kpi shown = kpis().get(0);
    assertThat(shown.name().value()).isEmpty();
    assertThat(shown.owners()).extracting(UserId::value).isEqualTo(owners);
    assertThat(storage.kpis().find(ann, KPI)).contains(shown);
  }

  @Test
  void aKpiThatOurRulesWouldHaveRefusedIsFoundByItsNameAndItsOwners() throws SQLException {
    other.kpi(KPI.value(), "_\u0000%churn", "\n\u0000ä\nann\n");
    other.kpi("other", "_\u0000%other", "anna\n an");

    assertThat(kpis(KpiFilter.named(SearchText.of("%Chürn"))))
        .isEqualTo(kpis(KpiFilter.of(new Owner.Named(ann.user()))))
        .extracting(Kpi::id)
        .containsExactly(KPI);
  }

  private List<Kpi> kpis(KpiFilter filter) {
    return storage.kpis().list(ann, filter, ListQuery.kpis(PAGE)).items();
  }

  @Test
  void membersThatAnotherProgramPutsInOrTakesOutCount() throws SQLException {
    AccountRules two =
        new AccountRules(
            new AccountLimits(Integer.MAX_VALUE, Integer.MAX_VALUE, 2, Integer.MAX_VALUE),
            KnownKpis.ANY);
    other.group(ID.value(), "Sales", "ann", 0);
    for (String kpi : List.of("one", "two")) {
      other.store(
          "INSERT INTO kpi_group_memberships VALUES (?1, ?2, ?3, '', 0)", account, ID.value(), kpi);
    }

    assertThatExceptionOfType(LimitReached.class)
        .isThrownBy(() -> storage.memberships().add(ann, ID, KPI, NOON, two));
    other.store(
        "DELETE FROM kpi_group_memberships WHERE account_id = ?1 AND kpi_id = 'one'", account);
    storage.memberships().add(ann, ID, KPI, NOON, two);
  }

  @Test
  void groupsThatAnotherProgramPutsInDeletesOrTakesOutCount() throws SQLException {
    AccountLimits one =
        new AccountLimits(1, Integer.MAX_VALUE, Integer.MAX_VALUE, Integer.MAX_VALUE);
    other.group(ID.value(), "Sales", "ann", 0);
    assertThatExceptionOfType(LimitReached.class).isThrownBy(() -> create(one));

    other.store(
        "UPDATE kpi_groups SET state = 'deleted', deleted_by = '', deleted_at = 0"
            + " WHERE account_id = ?1",
        account);
    KpiGroupId made = create(one);
    other.store("DELETE FROM kpi_groups WHERE account_id = ?1", account);
    assertThat(create(one)).isNotEqualTo(made);
  }

  private KpiGroupId create(AccountLimits limits) {
    return storage.groups().create(ann, freshId(), NAME, NOON, limits).group().id();
  }

  @Test
  void entriesThatAnotherProgramPutsInOrTakesOutCount() throws SQLException {
    other.kpi("one", "One", "");
    other.kpi("two", "Two", "");
    assertThat(storage.kpis().list(ann, KpiFilter.ALL, ListQuery.kpis(PAGE)).totalCount())
        .isEqualTo(2);
    other.store("DELETE FROM kpis WHERE account_id = ?1 AND id = 'one'", account);
    assertThat(storage.kpis().list(ann, KpiFilter.ALL, ListQuery.kpis(PAGE)).totalCount())
        .isEqualTo(1);
    other.store("DELETE FROM kpis WHERE account_id = ?1", account);
    assertThat(storage.kpis().list(ann, KpiFilter.ALL, ListQuery.kpis(PAGE)).totalCount()).isZero();
  }
}
