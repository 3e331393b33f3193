package io.kpigroups.adapter.sqlite;

import static io.kpigroups.adapter.sqlite.Fixtures.NAME;
import static io.kpigroups.adapter.sqlite.Fixtures.NOON;
import static io.kpigroups.adapter.sqlite.Fixtures.NO_LIMITS;
import static io.kpigroups.adapter.sqlite.Fixtures.callOf;
import static io.kpigroups.adapter.sqlite.Fixtures.number;
import static io.kpigroups.adapter.sqlite.Fixtures.open;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.kpigroups.adapter.sqlite.change.KeptCounts;
import io.kpigroups.application.port.Call;
import io.kpigroups.domain.access.AccountLimits;
import io.kpigroups.domain.failure.LimitReached;
import io.kpigroups.domain.group.AccountRules;
import io.kpigroups.domain.group.KnownKpis;
import io.kpigroups.domain.group.KpiGroup;
import io.kpigroups.domain.group.KpiGroupId;
import io.kpigroups.domain.group.Stamp;
import io.kpigroups.domain.group.ViewedGroup;
import io.kpigroups.domain.kpi.Kpi;
import io.kpigroups.domain.kpi.KpiCondition;
import io.kpigroups.domain.kpi.KpiId;
import io.kpigroups.domain.query.KpiFilter;
import io.kpigroups.domain.query.ListQuery;
import io.kpigroups.domain.query.Page;
import io.kpigroups.domain.value.Name;
import io.kpigroups.domain.value.Revision;
import io.kpigroups.domain.value.RevisionMatch;
import io.kpigroups.domain.value.UserId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a file of an older version holds is there in this one. */
class MigrationTest extends OldVersionTest {
  private static final KpiGroupId SALES = new KpiGroupId("6ae6f18077016ce8e8269ad3");
  private static final KpiGroupId MARKETING = new KpiGroupId("6ae6f18aa3165d620c7c2d4e");

  private final Call bob = callOf("acme", "bob");

  private static Stamp stamp(String user, int seconds) {
    return new Stamp(new UserId(user), START.plusSeconds(seconds));
  }

  @Test
  void theFileIsAsOneThatIsMadeNew(@TempDir Path fresh) throws SQLException {
    open(fresh).close();

    assertThat(number(folder, "PRAGMA user_version")).isEqualTo(Schema.VERSION);
    assertThat(OldVersion.schema(folder)).isEqualTo(OldVersion.schema(fresh));
  }

  @Test
  void whatIsKeptBesideWhatItCountsIsRight() throws SQLException {
    assertThat(number(folder, "SELECT live FROM group_counts WHERE account_id = 'acme'"))
        .isEqualTo(2);
    // The file has a member of a group that is not there, which no number can count.
    assertThat(KeptCounts.wrong(folder)).containsExactly("odd/0000000000000000000000aa: 1");
  }

  @Test
  void liveGroupsAreAsTheyWere() {
    assertThat(groups(ann)).extracting(v -> v.group().id()).containsExactly(SALES, MARKETING);
    KpiGroup sales = groups(ann).get(0).group();
    assertThat(sales.name()).isEqualTo(NAME);
    assertThat(sales.created()).isEqualTo(stamp("ann", 0));
    assertThat(sales.modified()).isEqualTo(stamp("ann", 0));
    assertThat(sales.revision()).isEqualTo(Revision.FIRST);
    KpiGroup marketing = groups(ann).get(1).group();
    assertThat(marketing.name().value()).isEqualTo("Märketing");
    assertThat(marketing.modified()).isEqualTo(stamp("bob", 12));
    assertThat(marketing.revision()).isEqualTo(Revision.of(3));
    assertThat(groups(callOf("umbrella", "eve"))).hasSize(1);
  }

  @Test
  void favoritesAreAsTheyWere() {
    assertThat(groups(ann)).extracting(ViewedGroup::favorite).containsExactly(true, false);
    assertThat(groups(bob)).extracting(ViewedGroup::favorite).containsExactly(true, false);
    // The one on the deleted group does not count.
    AccountLimits two =
        new AccountLimits(Integer.MAX_VALUE, Integer.MAX_VALUE, Integer.MAX_VALUE, 2);
    storage.favorites().add(ann, MARKETING, NOON, two);
    assertThat(groups(ann)).extracting(ViewedGroup::favorite).containsExactly(true, true);
  }

  @Test
  void revisionsGoOnWhereTheyWere() {
    KpiGroup renamed =
        storage.groups().rename(ann, MARKETING, NAME, NOON, RevisionMatch.any()).group();

    assertThat(renamed.revision()).isEqualTo(Revision.of(4));
  }

  @Test
  void membersAreThereAndCount() throws SQLException {
    AccountLimits three =
        new AccountLimits(Integer.MAX_VALUE, Integer.MAX_VALUE, 3, Integer.MAX_VALUE);
    AccountRules rules = new AccountRules(three, KnownKpis.REGISTERED);
    KpiId signups = new KpiId("signups");
    register(signups);
    storage.memberships().add(bob, SALES, CHURN, NOON, rules);

    assertThatExceptionOfType(LimitReached.class)
        .isThrownBy(() -> storage.memberships().add(ann, SALES, signups, NOON, rules))
        .withMessageContaining("limit of 3 KPIs; of these, 1 are no longer");
    assertThat(
            number(
                folder,
                "SELECT added_at FROM kpi_group_memberships"
                    + " WHERE group_id = ? AND kpi_id = ? AND added_by = 'ann'",
                SALES.value(),
                CHURN.value()))
        .as("who put it there first")
        .isEqualTo(START.plusSeconds(1).toEpochMilli());
  }

  private void register(KpiId id) {
    Kpi kpi = new Kpi(ann.account(), id, new Name("New"), List.of());
    storage.registry().orElseThrow().put(ann, kpi, KpiCondition.NONE, NO_LIMITS);
  }

  @Test
  void theRegisterIsAsItWas() {
    Page<Kpi> page = storage.kpis().list(ann, KpiFilter.ALL, ListQuery.kpis(PAGE));
    assertThat(page.totalCount()).isEqualTo(2);
    List<Kpi> kpis = page.items();
    assertThat(kpis).extracting(kpi -> kpi.id().value()).containsExactly("churn", "revenue");
    assertThat(kpis.get(0).owners()).extracting(UserId::value).containsExactly("ann", "bob");
    assertThat(kpis.get(1).owners()).isEmpty();
  }

  @Test
  void theFileIsMigratedOnceAndTheLogSaysSo() throws SQLException, IOException {
    storage.groups().rename(ann, SALES, new Name("Other"), NOON, RevisionMatch.any());
    storage.close();
    List<String> before = OldVersion.contents(folder);

    try (LogLines log = LogLines.of(Schema.class)) {
      storage = open(folder);
      assertThat(log.lines()).isEmpty();
      assertThat(OldVersion.contents(folder)).isEqualTo(before);
      Path other = Files.createDirectory(folder.resolve("other"));
      write(other);
      open(other).close();
      assertThat(log.lines())
          .singleElement()
          .asString()
          .contains(other.toString(), "version " + Schema.VERSION);
    }
  }
}
