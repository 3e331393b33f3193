package io.kpigroups.domain.query;

import static io.kpigroups.domain.Samples.NOON;
import static io.kpigroups.domain.query.GroupField.DATE_CREATED;
import static io.kpigroups.domain.query.GroupField.DATE_UPDATED;
import static io.kpigroups.domain.query.GroupField.ID;
import static io.kpigroups.domain.query.GroupField.NAME;
import static io.kpigroups.domain.query.Order.ascending;
import static io.kpigroups.domain.query.Order.descending;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kpigroups.domain.Samples;
import io.kpigroups.domain.failure.InvalidInput;
import io.kpigroups.domain.group.KpiGroup;
import io.kpigroups.domain.group.Stamp;
import io.kpigroups.domain.kpi.Kpi;
import io.kpigroups.domain.kpi.KpiId;
import io.kpigroups.domain.value.Name;
import io.kpigroups.domain.value.RevisionMatch;
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
          .rename(new Name("eb"), new Stamp(Samples.BOB, NOON.plusSeconds(9)), RevisionMatch.any())
          .state();

  @Test
  void theIdIsAlwaysTheLastKey() {
    assertThat(ListQuery.groups(ALL).order()).containsExactly(ascending(ID));
    assertThat(ListQuery.groups(List.of(descending(NAME)), ALL).order())
        .containsExactly(descending(NAME), descending(ID));
    assertThat(ListQuery.groups(List.of(descending(NAME), ascending(DATE_CREATED)), ALL).order())
        .containsExactly(descending(NAME), ascending(DATE_CREATED), ascending(ID));
    assertThat(ListQuery.groups(List.of(descending(ID), ascending(NAME)), ALL).order())
        .containsExactly(descending(ID));
    assertThat(ListQuery.kpis(ALL).order()).containsExactly(ascending(KpiField.ID));
  }

  @Test
  void aFieldThatIsNamedTwiceIsRefused() {
    assertThatThrownBy(() -> ListQuery.groups(List.of(ascending(NAME), descending(NAME)), ALL))
        .isInstanceOf(InvalidInput.class);
    assertThatThrownBy(
            () -> ListQuery.kpis(List.of(ascending(KpiField.ID), ascending(KpiField.ID)), ALL))
        .isInstanceOf(InvalidInput.class);
  }

  @Test
  void sortKeysAreReadAsPeopleWriteThem() {
    assertThat(Order.parse("-name,dateCreated", GroupField.values()))
        .containsExactly(descending(NAME), ascending(DATE_CREATED));
    for (String wrong : List.of("", "name,", "Name", "--name", " name", "+name", "name,-name")) {
      assertThatThrownBy(() -> Order.parse(wrong, KpiField.values()))
          .as(wrong)
          .isInstanceOf(InvalidInput.class)
          .hasMessage(
              "sort must list one or more of id, name, each once, with - in front to reverse.");
    }
  }

  @Test
  void theOrderIsItsOwnCopy() {
    List<Order<GroupField>> given = new ArrayList<>(List.of(ascending(NAME)));
    ListQuery<GroupField> query = ListQuery.groups(given, ALL);

    given.clear();

    assertThat(query.order()).containsExactly(ascending(NAME), ascending(ID));
  }

  @Test
  void everyFieldSortsInBothDirectionsWithTheIdAsTieBreak() {
    assertOrder(List.of(), A, B, C, D);
    assertOrder(List.of(descending(ID)), D, C, B, A);
    assertOrder(List.of(ascending(NAME)), B, C, D, A);
    assertOrder(List.of(descending(NAME)), A, D, C, B);
    assertOrder(List.of(ascending(DATE_CREATED)), D, A, C, B);
    assertOrder(List.of(descending(DATE_CREATED)), B, C, A, D);
    assertOrder(List.of(ascending(DATE_UPDATED)), A, C, B, D);
    assertOrder(List.of(descending(DATE_UPDATED)), D, B, C, A);
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
        .containsExactly(last, lower, upper);
  }

  @Test
  void anotherRangeKeepsTheOrder() {
    PageRange next = new PageRange(100, 100);
    ListQuery<GroupField> groups = ListQuery.groups(List.of(descending(NAME)), ALL);
    ListQuery<KpiField> kpis = ListQuery.kpis(List.of(descending(KpiField.NAME)), ALL);

    assertThat(groups.withRange(next)).isEqualTo(ListQuery.groups(groups.order(), next));
    assertThat(kpis.withRange(next)).isEqualTo(ListQuery.kpis(kpis.order(), next));
  }

  private static void assertOrder(List<Order<GroupField>> order, KpiGroup... expected) {
    ListQuery<GroupField> query = ListQuery.groups(order, ALL);

    assertThat(List.of(C, A, D, B).stream().sorted(Order.comparator(query.order())))
        .containsExactly(expected);
  }

  private static List<Kpi> sorted(List<Order<KpiField>> order, Kpi... kpis) {
    return Arrays.stream(kpis)
        .sorted(Order.comparator(ListQuery.kpis(order, ALL).order()))
        .toList();
  }

  private static Kpi kpi(String id, String name) {
    return new Kpi(Samples.ACCOUNT, new KpiId(id), new Name(name), List.of());
  }

  @Test
  void rowsAreCountedUnlessTheQuerySaysOtherwise() {
    assertThat(ListQuery.groups(ALL).count()).isTrue();
    assertThat(ListQuery.kpis(ALL).count()).isTrue();
    assertThat(ListQuery.groups(List.of(), ALL, false).withRange(PageRange.first(1)).count())
        .isFalse();
    assertThat(ListQuery.kpis(List.of(), ALL, false).withRange(PageRange.first(1)).count())
        .isFalse();
  }
}
