package com.example.kpigroups.postgres;

import static io.kpigroups.domain.query.Order.ascending;
import static io.kpigroups.domain.query.Order.descending;
import static org.assertj.core.api.Assertions.assertThat;

import io.kpigroups.domain.filter.GroupFilter;
import io.kpigroups.domain.filter.NamePattern;
import io.kpigroups.domain.group.KpiGroupId;
import io.kpigroups.domain.kpi.KpiId;
import io.kpigroups.domain.query.GroupField;
import io.kpigroups.domain.query.GroupSelection;
import io.kpigroups.domain.query.KpiField;
import io.kpigroups.domain.query.KpiFilter;
import io.kpigroups.domain.query.ListQuery;
import io.kpigroups.domain.query.MemberField;
import io.kpigroups.domain.query.Order;
import io.kpigroups.domain.query.Owner;
import io.kpigroups.domain.query.PageRange;
import io.kpigroups.domain.query.Position;
import io.kpigroups.domain.value.AccountId;
import io.kpigroups.domain.value.FieldValue;
import io.kpigroups.domain.value.UserId;
import io.kpigroups.testkit.fixture.Scene;
import io.kpigroups.testkit.fixture.TestTime;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Lists of a large account enter an index where their page begins. */
class PlanTest {
  private static final PageRange PAGE = PageRange.first(50);
  @AutoClose private static TestServer server;
  private static Scene scene;

  /** Three accounts of the greatest size that is usual. */
  @BeforeAll
  static void begin() {
    server = TestServer.begin();
    scene = new Scene(server::store, new AccountId("acme1"));
    server
        .cluster()
        .execute(
            """
            INSERT INTO kpi_groups
              SELECT lpad(to_hex(i), 24, '0'), 'acme' || i % 3, 'Name ' || i, 'name ' || i, 'ann', i,
                'ann', i, '', CASE WHEN i % 5 = 0 THEN i ELSE 0 END, 1, (i % 5 = 0)::int
              FROM generate_series(1, 30000) AS i;
            INSERT INTO kpi_group_members
              SELECT account, id, 'k' || i, 'ann', i
              FROM kpi_groups, generate_series(1, 3) AS i WHERE account = 'acme1';
            INSERT INTO kpi_group_members
              SELECT 'acme1', lpad(to_hex(1), 24, '0'), 'm' || i, 'ann', i
              FROM generate_series(1, 10000) AS i;
            INSERT INTO kpi_group_favorites
              SELECT account, id, 'u' || i FROM kpi_groups, generate_series(1, 3) AS i
              WHERE ('x' || right(id, 6))::bit(24)::int % 50 = 0;
            INSERT INTO kpis
              SELECT 'k' || i, 'acme' || i % 3, 'Name ' || i, 'name ' || i, ARRAY['o' || i % 1000]
              FROM generate_series(1, 60000) AS i;
            """);
    server.cluster().execute("VACUUM ANALYZE");
  }

  @ParameterizedTest
  @EnumSource(value = GroupField.class, names = "DATE_DELETED", mode = EnumSource.Mode.EXCLUDE)
  void groupsInEveryOrderInBothDirectionsFromAnyPlace(GroupField field) {
    for (Order<GroupField> order : List.of(ascending(field), descending(field))) {
      ListQuery<GroupField> query = ListQuery.groups(List.of(order), PAGE, false);
      assertEntered(groups(GroupSelection.LIVE, query.after(place(query))), order.toString());
    }
  }

  @Test
  void deletedGroupsByTheirDate() {
    ListQuery<GroupField> query =
        ListQuery.groups(List.of(descending(GroupField.DATE_DELETED)), PAGE, false);
    assertEntered(groups(GroupSelection.DELETED, query.after(place(query))), "deleted");
  }

  @Test
  void groupsInAMixedOrderFromTheFirstKeyOn() {
    ListQuery<GroupField> query =
        ListQuery.groups(
            List.of(ascending(GroupField.NAME), descending(GroupField.DATE_CREATED)), PAGE, false);
    String plan = groups(GroupSelection.LIVE, query.after(place(query)));
    assertThat(plan).contains("Index Cond").containsPattern("name_key.* >= ").doesNotContain("Seq");
  }

  @ParameterizedTest
  @ValueSource(strings = {"KPI", "FAVORITE", "PREFIX", "EQUAL"})
  void groupsThatAFilterFinds(String what) {
    GroupFilter filter =
        switch (what) {
          case "KPI" -> new GroupFilter.HasKpi(List.of(new KpiId("m5")));
          case "FAVORITE" -> new GroupFilter.Favorite(true);
          case "PREFIX" -> new GroupFilter.NameMatches(NamePattern.of("^Name 299"));
          default ->
              new GroupFilter.OneOf(
                  io.kpigroups.domain.filter.FilterField.NAME,
                  List.of(new FieldValue.Text("Name 7")));
        };
    String plan =
        groups(GroupSelection.LIVE.with(filter), ListQuery.groups(List.of(), PAGE, false));
    assertThat(plan).as(plan).contains("Index").doesNotContain("Seq Scan");
  }

  @ParameterizedTest
  @EnumSource(KpiField.class)
  void kpisInEveryOrder(KpiField field) {
    ListQuery<KpiField> query = ListQuery.kpis(List.of(descending(field)), PAGE, false);
    Sql list = PostgresKpis.all(scene.ann, KpiFilter.ALL).page(query.after(place(query)));
    assertEntered(explained(list), field.name());
  }

  @Test
  void kpisOfAnOwnerAndUngroupedOnes() {
    ListQuery<KpiField> query = ListQuery.kpis(List.of(), PAGE, false);
    KpiFilter owned = KpiFilter.of(new Owner.Named(new UserId("o7")));
    assertThat(explained(PostgresKpis.all(scene.ann, owned).page(query))).contains("kpis_by_owner");
    assertThat(explained(PostgresKpis.all(scene.ann, KpiFilter.UNGROUPED).page(query)))
        .doesNotContain("Seq Scan on kpis");
  }

  @ParameterizedTest
  @EnumSource(value = MemberField.class, names = "NAME", mode = EnumSource.Mode.EXCLUDE)
  void membersByIdAndByTime(MemberField field) {
    ListQuery<MemberField> query = ListQuery.members(List.of(ascending(field)), PAGE, false);
    KpiGroupId group = new KpiGroupId("0".repeat(23) + "1");
    Sql list = PostgresMemberships.all(scene.ann, group).page(query.after(place(query)));
    assertEntered(explained(list), field.name());
  }

  @Test
  void thePurgeReadsDeletedGroupsOnly() {
    String plan = explained(PostgresDeletedGroups.due(Instant.ofEpochMilli(100), 100));
    assertThat(plan).contains("kpi_groups_to_purge").doesNotContain("Sort");
  }

  /** A place in the middle, whatever the order. */
  private static Position place(ListQuery<?> query) {
    return new Position(
        query.order().stream()
            .map(
                by ->
                    by.field().name().startsWith("DATE")
                        ? new FieldValue.Time(Instant.ofEpochMilli(5_000))
                        : new FieldValue.Text(
                            by.field().name().equals("NAME") ? "name 5" : "00005"))
            .map(FieldValue.class::cast)
            .toList());
  }

  private static String groups(GroupSelection selection, ListQuery<GroupField> query) {
    return explained(PostgresGroups.all(scene.user("u1"), selection).page(query));
  }

  private static String explained(Sql sql) {
    return String.join(
        "\n",
        server
            .database()
            .<List<String>>read(
                TestTime.ample(), tx -> tx.all(row -> row.getString(1), "EXPLAIN ?", sql)));
  }

  /** The order is that of an index, and the place is where it is entered. */
  private static void assertEntered(String plan, String what) {
    assertThat(plan).as(what + "\n" + plan).doesNotContain("Sort").doesNotContain("Seq Scan");
    String conditions =
        Stream.of(plan.split("\n"))
            .filter(line -> line.contains("Index Cond"))
            .collect(Collectors.joining());
    assertThat(conditions).as(what + "\n" + plan).containsPattern("ROW|id\\)::text [<>]");
  }
}
