package io.kpigroups.testkit.group;

import static io.kpigroups.testkit.fixture.ListSteps.groups;
import static io.kpigroups.testkit.fixture.ListSteps.ids;
import static org.assertj.core.api.Assertions.assertThat;

import io.kpigroups.domain.filter.GroupFilter.HasKpi;
import io.kpigroups.domain.group.KnownKpis;
import io.kpigroups.domain.group.KpiGroup;
import io.kpigroups.domain.group.ViewedGroup;
import io.kpigroups.domain.kpi.KpiId;
import io.kpigroups.domain.query.GroupField;
import io.kpigroups.domain.query.GroupSelection;
import io.kpigroups.domain.query.ListQuery;
import io.kpigroups.domain.query.Order;
import io.kpigroups.domain.query.Page;
import io.kpigroups.domain.query.PageRange;
import io.kpigroups.testkit.fixture.GroupSorts;
import io.kpigroups.testkit.fixture.ListSteps;
import io.kpigroups.testkit.fixture.Scene;
import io.kpigroups.testkit.fixture.StorageFixture;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Which groups a KPI is in. */
public interface GroupsOfAKpiContract extends StorageFixture {

  @Test
  default void theGroupsOfAKpiAreThoseThatItIsInAndNoOthers() {
    Scene scene = new Scene(this);
    KpiId kpi = scene.kpi("k1");
    KpiId other = scene.kpi("k2");
    KpiGroup one = given(scene, "One", kpi);
    KpiGroup both = given(scene, "Both", kpi, other);
    KpiGroup without = given(scene, "Without", other);
    KpiGroup deleted = given(scene, "Deleted", kpi);
    scene.delete(deleted, Scene.EVENING);
    scene.group("Empty");
    scene.favor(scene.ann, both);

    assertThat(ids(scene, of(kpi))).isEqualTo(ids(one, both));
    assertThat(ids(scene, of(other))).isEqualTo(ids(both, without));
    assertThat(groups(scene, scene.ann, of(kpi)))
        .containsExactlyInAnyOrder(scene.listed(one, false), scene.listed(both, true));
    assertThat(groups(scene, scene.bob, of(kpi)))
        .containsExactlyInAnyOrder(scene.listed(one, false), scene.listed(both, false));
    assertThat(ids(scene, GroupSelection.DELETED.with(kpi))).isEqualTo(ids(deleted));
    assertThat(ids(scene, GroupSelection.DELETED.with(other))).isEmpty();
  }

  @Test
  default void aKpiThatIsInNothingOrNeverWasHasNoGroups() {
    Scene scene = new Scene(this);
    given(scene, "Sales", scene.kpi("k1"));

    assertThat(ids(scene, of(scene.kpi("k2")))).isEmpty();
    for (String almost : List.of("unknown", "K1", "k", "k11", "k_")) {
      assertThat(ids(scene, of(new KpiId(almost)))).as(almost).isEmpty();
    }
  }

  @Test
  default void aKpiThatLeftTheRegisterIsStillInItsGroupsUntilItIsTakenOut() {
    Scene scene = new Scene(this);
    KpiId kpi = scene.kpi("k1");
    KpiGroup group = given(scene, "Sales", kpi);
    scene.unregister(kpi);

    assertThat(ids(scene, of(kpi))).isEqualTo(ids(group));
    scene.leave(group, kpi, KnownKpis.REGISTERED);
    assertThat(ids(scene, of(kpi))).isEmpty();
  }

  @Test
  default void groupsOfTheSameKpiIdInAnotherAccountAreNotListed() {
    Scene scene = new Scene(this);
    Scene elsewhere = new Scene(this);
    KpiGroup own = given(scene, "Own", scene.kpi("k1"));
    KpiGroup foreign = given(elsewhere, "Foreign", elsewhere.kpi("k1"));
    KpiGroup foreignDeleted = given(elsewhere, "Foreign, deleted", elsewhere.kpi("k1"));
    elsewhere.delete(foreignDeleted, Scene.EVENING);

    assertThat(ids(scene, of(new KpiId("k1")))).isEqualTo(ids(own));
    assertThat(ids(elsewhere, of(new KpiId("k1")))).isEqualTo(ids(foreign));
    assertThat(ids(scene, GroupSelection.DELETED)).isEmpty();
    assertThat(ids(scene, GroupSelection.DELETED.with(new KpiId("k1")))).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("io.kpigroups.testkit.fixture.GroupSorts#all")
  default void theGroupsOfAKpiComeInEveryOrderPageByPage(List<Order<GroupField>> order) {
    Scene scene = new Scene(this);
    KpiId kpi = scene.kpi("k1");
    List<KpiGroup> expected = new ArrayList<>();
    for (KpiGroup group : GroupSorts.givenGroups(scene)) {
      if (expected.size() < 7) {
        scene.join(group, kpi);
        expected.add(group);
      }
    }
    expected.sort(Order.comparator(ListQuery.groups(order, PageRange.first(1)).order()));

    for (boolean count : new boolean[] {true, false}) {
      List<ViewedGroup> walked =
          ListSteps.walk(range -> page(scene, kpi, ListQuery.groups(order, range, count)));
      assertThat(ids(walked)).isEqualTo(expected.stream().map(KpiGroup::id).toList());
    }
  }

  @Test
  default void aGroupOfSeveralKpisThatAreAskedForComesOnceAndIsCountedOnce() {
    Scene scene = new Scene(this);
    KpiId one = scene.kpi("k1");
    KpiId other = scene.kpi("k2");
    KpiGroup both = given(scene, "Both", one, other);
    KpiGroup first = given(scene, "First", one);
    KpiGroup second = given(scene, "Second", other, scene.kpi("k3"));
    given(scene, "Neither", scene.kpi("k3"));
    scene.unregister(other);

    assertThat(ids(scene, of(one, other))).isEqualTo(ids(both, first, second));
    assertThat(ids(scene, of(other, new KpiId("unknown")))).isEqualTo(ids(both, second));
    assertThat(ids(scene, of(one).with(other))).as("both at once").isEqualTo(ids(both));
    assertThat(ids(scene, of())).isEmpty();
    scene.delete(both, Scene.EVENING);
    assertThat(ids(scene, of(one, other))).isEqualTo(ids(first, second));
    assertThat(ids(scene, GroupSelection.DELETED.with(new HasKpi(List.of(one, other)))))
        .isEqualTo(ids(both));
  }

  @Test
  default void onlyTheGroupsOfTheKpiAreCounted() {
    Scene scene = new Scene(this);
    KpiId kpi = scene.kpi("k1");
    for (int i = 0; i < 3; i++) {
      given(scene, "With " + i, kpi);
      scene.group("Without " + i);
    }
    PageRange two = PageRange.first(2);

    Page<ViewedGroup> counted = page(scene, kpi, ListQuery.groups(two));
    assertThat(counted.items()).hasSize(2);
    assertThat(counted.totalCount()).isEqualTo(3);
    assertThat(page(scene, kpi, ListQuery.groups(new PageRange(3, 2))).totalCount()).isEqualTo(3);
    Page<ViewedGroup> uncounted = page(scene, kpi, ListQuery.groups(List.of(), two, false));
    assertThat(uncounted.items()).isEqualTo(counted.items());
    assertThat(uncounted.total()).isEmpty();
    assertThat(uncounted.hasNext()).isTrue();
  }

  private static GroupSelection of(KpiId... kpis) {
    return GroupSelection.LIVE.with(new HasKpi(List.of(kpis)));
  }

  private static Page<ViewedGroup> page(Scene scene, KpiId kpi, ListQuery<GroupField> query) {
    return scene.storage.groups().list(scene.ann, of(kpi), query);
  }

  private static KpiGroup given(Scene scene, String name, KpiId... members) {
    KpiGroup group = scene.group(name);
    for (KpiId member : members) {
      scene.join(group, member);
    }
    return group;
  }
}
