package io.kpigroups.testkit.group;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.kpigroups.domain.group.KpiGroup;
import io.kpigroups.domain.group.ViewedGroup;
import io.kpigroups.domain.query.GroupField;
import io.kpigroups.domain.query.ListQuery;
import io.kpigroups.domain.query.Order;
import io.kpigroups.domain.query.Page;
import io.kpigroups.domain.query.PageRange;
import io.kpigroups.domain.value.RevisionMatch;
import io.kpigroups.testkit.fixture.GroupSorts;
import io.kpigroups.testkit.fixture.Scene;
import io.kpigroups.testkit.fixture.StorageFixture;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** How groups are listed: which, in which order, and page by page. */
public interface GroupListContract extends StorageFixture {

  @Test
  default void anAccountWithoutGroupsHasAnEmptyList() {
    Scene scene = new Scene(this);

    assertThat(scene.all(scene.ann).items()).isEmpty();
    assertThat(scene.all(scene.ann).totalCount()).isZero();
  }

  @Test
  default void aPageSaysWhatItCoversAndHowManyThereAre() {
    Scene scene = new Scene(this);
    List<KpiGroup> made = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      made.add(scene.group("Group " + i));
    }
    made.sort(GroupField.ID.comparator());
    PageRange range = new PageRange(1, 3);

    Page<ViewedGroup> page = scene.list(scene.ann, ListQuery.groups(range));

    assertThat(groups(page)).isEqualTo(scene.listed(made.subList(1, 4)));
    assertThat(page.totalCount()).isEqualTo(5);
    assertThat(page.range()).isEqualTo(range);
  }

  @Test
  default void aPageBehindTheLastRowIsEmptyAndStillCounts() {
    Scene scene = new Scene(this);
    scene.group("One");
    scene.group("Two");

    for (int skip : new int[] {2, 3, Integer.MAX_VALUE}) {
      PageRange range = new PageRange(skip, Integer.MAX_VALUE);
      Page<ViewedGroup> page = scene.list(scene.ann, ListQuery.groups(range));

      assertThat(page.items()).isEmpty();
      assertThat(page.totalCount()).isEqualTo(2);
    }
  }

  @Test
  default void namesSortWithoutCaseAndAccentsByCodePoint() {
    Scene scene = new Scene(this);
    List<String> sorted =
        List.of("10", "9", "Éa", "eB", "EC", "z", "Zz", "\uD83D\uDE00", "\uD83D\uDE01");
    List<String> shuffled = new ArrayList<>(sorted);
    Collections.shuffle(shuffled, new Random(7));
    shuffled.forEach(scene::group);

    assertThat(names(scene, Order.ascending(GroupField.NAME))).isEqualTo(sorted);
    List<String> reversed = new ArrayList<>(sorted);
    Collections.reverse(reversed);
    assertThat(names(scene, Order.descending(GroupField.NAME))).isEqualTo(reversed);
  }

  @Test
  default void namesBeyondTheBasicPlaneSortBehindAllOthers() {
    assumeTrue(comparesByCodePoint(), "The store compares text by UTF-16 unit.");
    Scene scene = new Scene(this);
    scene.group("\uD83D\uDE00");
    scene.group("\uFF5A");

    assertThat(names(scene, Order.ascending(GroupField.NAME)))
        .containsExactly("\uFF5A", "\uD83D\uDE00");
  }

  @Test
  default void aRenamedGroupMovesToItsNewPlace() {
    Scene scene = new Scene(this);
    KpiGroup moving = scene.group("Alpha");
    scene.group("Beta");

    scene.rename(moving, "Gamma", RevisionMatch.any());

    assertThat(names(scene, Order.ascending(GroupField.NAME))).containsExactly("Beta", "Gamma");
  }

  @ParameterizedTest
  @MethodSource("io.kpigroups.testkit.fixture.GroupSorts#all")
  default void everySortGivesTheOrderOfTheDomain(List<Order<GroupField>> order) {
    Scene scene = new Scene(this);
    List<KpiGroup> expected = new ArrayList<>(GroupSorts.givenGroups(scene));
    ListQuery<GroupField> query = ListQuery.groups(order, PageRange.first(Scene.PLENTY));
    expected.sort(Order.comparator(query.order()));

    assertThat(groups(scene.list(scene.ann, query))).isEqualTo(scene.listed(expected));
  }

  @ParameterizedTest
  @MethodSource("io.kpigroups.testkit.fixture.GroupSorts#all")
  default void walkingThePagesRepeatsAndMissesNothing(List<Order<GroupField>> order) {
    Scene scene = new Scene(this);
    List<KpiGroup> expected = new ArrayList<>(GroupSorts.givenGroups(scene));
    ListQuery<GroupField> query = ListQuery.groups(order, PageRange.first(5));
    expected.sort(Order.comparator(query.order()));

    List<KpiGroup> walked = new ArrayList<>();
    Page<ViewedGroup> page = scene.list(scene.ann, query);
    walked.addAll(groups(page));
    while (page.hasNext()) {
      PageRange next = new PageRange(walked.size(), 5);
      page = scene.list(scene.ann, query.withRange(next));
      walked.addAll(groups(page));
    }

    assertThat(walked).isEqualTo(scene.listed(expected));
  }

  private static List<String> names(Scene scene, Order<GroupField> order) {
    ListQuery<GroupField> query = ListQuery.groups(List.of(order), PageRange.first(Scene.PLENTY));
    return groups(scene.list(scene.ann, query)).stream()
        .map(group -> group.name().value())
        .toList();
  }

  private static List<KpiGroup> groups(Page<ViewedGroup> page) {
    return page.items().stream().map(ViewedGroup::group).toList();
  }
}
