package io.kpigroups.domain;

import static io.kpigroups.domain.GroupField.DATE_CREATED;
import static io.kpigroups.domain.GroupField.DATE_UPDATED;
import static io.kpigroups.domain.GroupField.ID;
import static io.kpigroups.domain.GroupField.NAME;
import static io.kpigroups.domain.Order.ascending;
import static io.kpigroups.domain.Order.descending;
import static io.kpigroups.domain.Samples.NOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class QueryTest {
  private static final PageRange ALL = PageRange.first(100);
  private static final KpiGroup A = Samples.group("a", "Zeta", NOON);
  private static final KpiGroup B = Samples.group("b", "éa", NOON.plusSeconds(1));
  private static final KpiGroup C = Samples.group("c", "Ea", NOON);
  private static final KpiGroup D =
      Samples.group("d", "Beta", NOON.minusSeconds(5))
          .rename(
              new KpiGroupName("eb"),
              new Stamp(Samples.BOB, NOON.plusSeconds(9)),
              RevisionMatch.any())
          .state();

  @Test
  void theIdIsAlwaysTheLastKey() {
    assertThat(GroupQuery.of(ALL).order()).containsExactly(ascending(ID));
    assertThat(new GroupQuery(List.of(descending(NAME)), ALL).order())
        .containsExactly(descending(NAME), ascending(ID));
    assertThat(new GroupQuery(List.of(descending(ID), ascending(NAME)), ALL).order())
        .containsExactly(descending(ID), ascending(NAME));
    assertThat(KpiQuery.of(ALL).order()).containsExactly(ascending(KpiField.ID));
  }

  @Test
  void aFieldThatIsNamedTwiceIsRefused() {
    assertThatThrownBy(() -> new GroupQuery(List.of(ascending(NAME), descending(NAME)), ALL))
        .isInstanceOf(InvalidInput.class);
    assertThatThrownBy(
            () -> new KpiQuery(List.of(ascending(KpiField.ID), ascending(KpiField.ID)), ALL))
        .isInstanceOf(InvalidInput.class);
  }

  @Test
  void theOrderIsItsOwnCopy() {
    List<Order<GroupField>> given = new ArrayList<>(List.of(ascending(NAME)));
    GroupQuery query = new GroupQuery(given, ALL);

    given.clear();

    assertThat(query.order()).containsExactly(ascending(NAME), ascending(ID));
  }

  @Test
  void everyFieldSortsInBothDirectionsWithTheIdAsTieBreak() {
    assertOrder(List.of(), A, B, C, D);
    assertOrder(List.of(descending(ID)), D, C, B, A);
    assertOrder(List.of(ascending(NAME)), B, C, D, A);
    assertOrder(List.of(descending(NAME)), A, D, B, C);
    assertOrder(List.of(ascending(DATE_CREATED)), D, A, C, B);
    assertOrder(List.of(descending(DATE_CREATED)), B, A, C, D);
    assertOrder(List.of(ascending(DATE_UPDATED)), A, C, B, D);
    assertOrder(List.of(descending(DATE_UPDATED)), D, B, A, C);
  }

  @Test
  void keysCountInTheOrderGiven() {
    assertOrder(List.of(ascending(NAME), ascending(DATE_CREATED)), C, B, D, A);
    assertOrder(List.of(ascending(DATE_CREATED), ascending(NAME)), D, C, A, B);
    assertOrder(List.of(ascending(DATE_CREATED), descending(ID)), D, C, A, B);
  }

  @Test
  void kpisSortByIdOrNameLikewise() {
    Kpi lower = kpi("a", "Éa");
    Kpi upper = kpi("B", "ea");
    Kpi last = kpi("_", "z");

    assertThat(sorted(List.of(), last, lower, upper)).containsExactly(upper, last, lower);
    assertThat(sorted(List.of(ascending(KpiField.NAME)), last, lower, upper))
        .containsExactly(upper, lower, last);
    assertThat(sorted(List.of(descending(KpiField.NAME)), upper, lower, last))
        .containsExactly(last, upper, lower);
  }

  @Test
  void anotherRangeKeepsTheOrder() {
    PageRange next = new PageRange(100, 100);
    GroupQuery groups = new GroupQuery(List.of(descending(NAME)), ALL);
    KpiQuery kpis = new KpiQuery(List.of(descending(KpiField.NAME)), ALL);

    assertThat(groups.withRange(next)).isEqualTo(new GroupQuery(groups.order(), next));
    assertThat(kpis.withRange(next)).isEqualTo(new KpiQuery(kpis.order(), next));
  }

  private static void assertOrder(List<Order<GroupField>> order, KpiGroup... expected) {
    GroupQuery query = new GroupQuery(order, ALL);

    assertThat(List.of(C, A, D, B).stream().sorted(query.comparator())).containsExactly(expected);
  }

  private static List<Kpi> sorted(List<Order<KpiField>> order, Kpi... kpis) {
    return Arrays.stream(kpis).sorted(new KpiQuery(order, ALL).comparator()).toList();
  }

  private static Kpi kpi(String id, String name) {
    return new Kpi(Samples.ACCOUNT, new KpiId(id), new KpiName(name), List.of());
  }

  @Test
  void rowsAreCountedUnlessTheQuerySaysOtherwise() {
    assertThat(GroupQuery.of(ALL).count()).isTrue();
    assertThat(KpiQuery.of(ALL).count()).isTrue();
    assertThat(new GroupQuery(List.of(), ALL, false).withRange(PageRange.first(1)).count())
        .isFalse();
    assertThat(new KpiQuery(List.of(), ALL, false).withRange(PageRange.first(1)).count()).isFalse();
  }
}
