package io.kpigroups.adapter.sqlite;

import static io.kpigroups.adapter.sqlite.Fixtures.NAME;
import static io.kpigroups.adapter.sqlite.Fixtures.NOON;
import static io.kpigroups.adapter.sqlite.Fixtures.NO_LIMIT;
import static io.kpigroups.adapter.sqlite.Fixtures.freshActor;
import static io.kpigroups.adapter.sqlite.Fixtures.number;
import static io.kpigroups.adapter.sqlite.Fixtures.open;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.kpigroups.application.port.out.DeletedGroups.Claim;
import io.kpigroups.application.port.out.KpiStore.Entry;
import io.kpigroups.domain.AccountMismatch;
import io.kpigroups.domain.Actor;
import io.kpigroups.domain.GroupField;
import io.kpigroups.domain.GroupNotFound;
import io.kpigroups.domain.GroupQuery;
import io.kpigroups.domain.KnownKpis;
import io.kpigroups.domain.Kpi;
import io.kpigroups.domain.KpiGroup;
import io.kpigroups.domain.KpiGroupName;
import io.kpigroups.domain.KpiId;
import io.kpigroups.domain.KpiName;
import io.kpigroups.domain.KpiNotFound;
import io.kpigroups.domain.KpiQuery;
import io.kpigroups.domain.LimitReached;
import io.kpigroups.domain.Order;
import io.kpigroups.domain.PageRange;
import io.kpigroups.domain.RevisionMatch;
import io.kpigroups.domain.StaleRevision;
import io.kpigroups.domain.UserId;
import io.kpigroups.domain.ViewedGroup;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What this adapter's statements must get right; the contract suite says the rest. */
class PortsTest {
  private static final RevisionMatch ANY = RevisionMatch.unconditional();
  private static final KpiId KPI = new KpiId("churn");

  @TempDir static Path folder;

  private static SqliteStorage storage;

  private final Actor actor = freshActor();

  @BeforeAll
  static void openStorage() {
    storage = open(folder);
  }

  @AfterAll
  static void closeStorage() {
    storage.close();
  }

  private KpiGroup create(String name, Instant at) {
    return storage.groups().create(actor, new KpiGroupName(name), at, NO_LIMIT).group();
  }

  private List<KpiGroup> list(GroupQuery query) {
    return storage.groups().list(actor, query).items().stream().map(ViewedGroup::group).toList();
  }

  private Kpi kpi(String id, String... owners) {
    List<UserId> users = Stream.of(owners).map(UserId::new).toList();
    return new Kpi(actor.account(), new KpiId(id), new KpiName("Churn"), users);
  }

  @Test
  void aGroupIsFoundAsItWasMade() {
    KpiGroup group = create("Ünï \uD83D\uDE80", NOON);

    assertThat(storage.groups().find(actor, group.id())).contains(new ViewedGroup(group, false));
    assertThat(storage.groups().find(freshActor(), group.id())).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(GroupField.class)
  void everyOrderIsThatOfTheDomain(GroupField field) {
    for (String name : List.of("b", "Á", "a", "\uFFEE", "\uD83D\uDE80", "b", "C")) {
      KpiGroup group = create(name, NOON.minusMillis(name.codePointAt(0)));
      storage.groups().rename(actor, group.id(), new KpiGroupName(name + "!"), NOON, ANY);
    }
    for (Order<GroupField> order : List.of(Order.ascending(field), Order.descending(field))) {
      GroupQuery query = new GroupQuery(List.of(order), PageRange.first(100));

      assertThat(list(query)).hasSize(7).isSortedAccordingTo(query.comparator());
      assertThat(list(query.withRange(new PageRange(2, 3)))).isEqualTo(list(query).subList(2, 5));
    }
  }

  @Test
  void aRenameCountsTheRevisionAndOneToTheSameNameDoesNot() {
    KpiGroup group = create("Sales", NOON);
    KpiGroupName other = new KpiGroupName("Profit");
    RevisionMatch first = RevisionMatch.oneOf(Set.of(group.revision()));

    assertThat(storage.groups().rename(actor, group.id(), NAME, NOON, first).group())
        .isEqualTo(group);
    KpiGroup renamed =
        storage.groups().rename(actor, group.id(), other, NOON.plusSeconds(1), first).group();
    assertThat(renamed.revision()).isNotEqualTo(group.revision());
    assertThatExceptionOfType(StaleRevision.class)
        .isThrownBy(() -> storage.groups().rename(actor, group.id(), NAME, NOON, first));
    assertThatExceptionOfType(StaleRevision.class)
        .isThrownBy(() -> storage.groups().delete(actor, group.id(), NOON, first));
    assertThat(storage.groups().find(actor, group.id())).contains(new ViewedGroup(renamed, false));
  }

  @Test
  void aDeletedGroupIsGoneForAllAndDoesNotCount() {
    KpiGroup group = create("Sales", NOON);
    storage.favorites().add(actor, group.id(), 1);
    storage.groups().delete(actor, group.id(), NOON, ANY);

    assertThat(list(GroupQuery.of(PageRange.first(9)))).isEmpty();
    assertThatExceptionOfType(GroupNotFound.class)
        .isThrownBy(() -> storage.groups().delete(actor, group.id(), NOON, ANY));
    ViewedGroup next = storage.groups().create(actor, NAME, NOON, 1);
    storage.favorites().add(actor, next.group().id(), 1);
    assertThat(storage.groups().find(actor, next.group().id()).orElseThrow().favorite()).isTrue();
    assertThatExceptionOfType(LimitReached.class)
        .isThrownBy(() -> storage.groups().create(actor, NAME, NOON, 1));
  }

  @Test
  void membersAreCheckedAgainstRegisterAndLimitAndTheirRepeatsSucceed() {
    KpiGroup group = create("Sales", NOON);
    var members = storage.memberships();
    assertThatExceptionOfType(KpiNotFound.class)
        .isThrownBy(() -> members.add(actor, group.id(), KPI, NOON, KnownKpis.REGISTERED, 1));
    storage.kpis().put(actor, kpi("churn"));

    members.add(actor, group.id(), KPI, NOON, KnownKpis.REGISTERED, 1);
    members.add(actor, group.id(), KPI, NOON, KnownKpis.REGISTERED, 1);
    assertThatExceptionOfType(LimitReached.class)
        .isThrownBy(() -> members.add(actor, group.id(), new KpiId("x"), NOON, KnownKpis.ANY, 1));
    storage.kpis().remove(actor, KPI);
    members.remove(actor, group.id(), KPI, KnownKpis.REGISTERED);
    assertThatExceptionOfType(KpiNotFound.class)
        .isThrownBy(() -> members.remove(actor, group.id(), KPI, KnownKpis.REGISTERED));
    members.remove(actor, group.id(), KPI, KnownKpis.ANY);
  }

  @Test
  void aKpiIsKeptWithItsOwnersInOrderAndReplacedAsAWhole() {
    Kpi owned = kpi("churn", "zoe, \"z\"", "auth0|ann", "bob");

    assertThat(storage.kpis().put(actor, owned)).isEqualTo(Entry.NEW);
    assertThat(storage.kpis().find(actor, KPI)).contains(owned);
    assertThat(storage.kpis().put(actor, kpi("churn"))).isEqualTo(Entry.REPLACED);
    assertThat(storage.kpis().list(actor, KpiQuery.of(PageRange.first(5))).items())
        .containsExactly(kpi("churn"));
  }

  @Test
  void aKpiOfAnotherAccountIsRefused() {
    assertThatExceptionOfType(AccountMismatch.class)
        .isThrownBy(() -> storage.kpis().put(freshActor(), kpi("churn")));
  }

  private long rows() throws SQLException {
    String account = actor.account().value();
    return number(folder, "SELECT count(*) FROM kpi_groups WHERE account_id = ?", account)
        + number(folder, "SELECT count(*) FROM kpi_group_memberships WHERE account_id = ?", account)
        + number(folder, "SELECT count(*) FROM kpi_group_favorites WHERE account_id = ?", account);
  }

  @Test
  void thePurgeTakesOnlyWhatItClaimedAndCanBeCutAnywhere() throws SQLException {
    KpiGroup group = create("Sales", NOON);
    storage.memberships().add(actor, group.id(), KPI, NOON, KnownKpis.ANY, NO_LIMIT);
    storage.favorites().add(actor, group.id(), NO_LIMIT);
    Claim claim = new Claim(actor.account(), group.id());
    var deleted = storage.deletedGroups();
    deleted.removeChildren(claim);
    deleted.removeGroup(claim);
    assertThat(rows()).as("live").isEqualTo(3);

    storage.groups().delete(actor, group.id(), NOON, ANY);
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
