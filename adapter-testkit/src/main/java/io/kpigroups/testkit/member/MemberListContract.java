package io.kpigroups.testkit.member;

import static io.kpigroups.testkit.fixture.MemberSteps.ids;
import static io.kpigroups.testkit.fixture.MemberSteps.members;
import static io.kpigroups.testkit.fixture.MemberSteps.page;
import static io.kpigroups.testkit.fixture.MemberSteps.sevenMembers;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kpigroups.application.port.Call;
import io.kpigroups.domain.failure.GroupNotFound;
import io.kpigroups.domain.group.KnownKpis;
import io.kpigroups.domain.group.KpiGroup;
import io.kpigroups.domain.group.KpiGroupId;
import io.kpigroups.domain.group.Member;
import io.kpigroups.domain.kpi.KpiId;
import io.kpigroups.domain.query.ListQuery;
import io.kpigroups.domain.query.MemberField;
import io.kpigroups.domain.query.Order;
import io.kpigroups.domain.query.Page;
import io.kpigroups.domain.query.PageRange;
import io.kpigroups.domain.value.Name;
import io.kpigroups.testkit.fixture.ListSteps;
import io.kpigroups.testkit.fixture.Scene;
import io.kpigroups.testkit.fixture.StorageFixture;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** How the KPIs of a group are listed: which, what they are called, and in which order. */
public interface MemberListContract extends StorageFixture {

  @Test
  default void theMembersOfAGroupAreTheKpisThatArePutIntoItAndNoOthers() {
    Scene scene = new Scene(this);
    KpiGroup group = scene.group("Sales");
    KpiGroup other = scene.group("Other");
    assertThat(ids(scene, group)).isEmpty();
    KpiId first = scene.kpi("k1");
    scene.join(group, scene.kpi("k2"));
    scene.join(group, first);
    scene.join(group, first);
    scene.join(other, scene.kpi("k3"));

    assertThat(ids(scene, group)).containsExactly("k1", "k2");
    assertThat(ids(scene, other)).containsExactly("k3");
    scene.leave(group, first, KnownKpis.REGISTERED);
    assertThat(ids(scene, group)).containsExactly("k2");
  }

  @Test
  default void aMemberTellsWhoAddedItAndWhatTheRegisterCallsItNow() {
    Scene scene = new Scene(this);
    KpiGroup group = scene.group("Sales");
    KpiId kpi = scene.kpi("k1", "Größe & Co.", "eve").id();
    join(scene.bob, scene, group, kpi);

    Member member = members(scene, group).get(0);
    assertThat(member.name()).contains(new Name("Größe & Co."));
    assertThat(member.added().by()).isEqualTo(scene.bob.user());
    scene.kpi("k1", "Turnover");
    assertThat(members(scene, group))
        .containsExactly(new Member(kpi, Optional.of(new Name("Turnover")), member.added()));
  }

  @Test
  default void aMemberThatIsNotInTheRegisterHasNoNameAndStays() {
    Scene scene = new Scene(this);
    KpiGroup group = scene.group("Sales");
    KpiId kpi = scene.kpi("k1");
    scene.join(group, kpi);
    scene.join(group, scene.kpi("k2"));
    Member before = members(scene, group).get(0);

    scene.unregister(kpi);
    assertThat(members(scene, group)).hasSize(2);
    assertThat(members(scene, group).get(0))
        .isEqualTo(new Member(kpi, Optional.empty(), before.added()));
    scene.kpi("k1");
    assertThat(members(scene, group).get(0)).isEqualTo(before);
  }

  @Test
  default void aKpiIsNotCalledWhatItIsCalledInAnotherAccount() {
    Scene scene = new Scene(this);
    Scene elsewhere = new Scene(this);
    KpiGroup group = scene.group("Sales");
    KpiId kpi = scene.kpi("k1");
    scene.join(group, kpi);
    scene.unregister(kpi);
    elsewhere.kpi("k1", "Foreign");

    assertThat(members(scene, group)).extracting(Member::name).containsExactly(Optional.empty());
  }

  @Test
  default void membersWithoutANameComeBeforeAllOthers() {
    Scene scene = new Scene(this);
    KpiGroup group = sevenMembers(scene);

    assertThat(ids(sorted(scene, group, Order.ascending(MemberField.NAME))))
        .containsExactly("Gone", "gone", "B", "a", "c", "b", "d");
    assertThat(ids(sorted(scene, group, Order.descending(MemberField.NAME))))
        .containsExactly("d", "b", "c", "a", "B", "gone", "Gone");
    assertThat(ids(sorted(scene, group, Order.ascending(MemberField.KPI_ID))))
        .containsExactly("B", "Gone", "a", "b", "c", "d", "gone");
  }

  @ParameterizedTest
  @EnumSource
  default void membersComeInEveryOrderPageByPage(MemberField field) {
    Scene scene = new Scene(this);
    KpiGroup group = sevenMembers(scene);
    List<Member> all = members(scene, group);

    for (Order<MemberField> order : List.of(Order.ascending(field), Order.descending(field))) {
      for (boolean count : new boolean[] {true, false}) {
        List<Order<MemberField>> orders = List.of(order);
        assertThat(
                ListSteps.walk(
                    range -> page(scene, group, ListQuery.members(orders, range, count))))
            .containsExactlyInAnyOrderElementsOf(all)
            .isSortedAccordingTo(
                Order.comparator(ListQuery.members(orders, PageRange.first(1), count).order()));
      }
    }
  }

  @Test
  default void aPageSaysHowManyMembersThereAreIfItIsAskedTo() {
    Scene scene = new Scene(this);
    KpiGroup group = sevenMembers(scene);
    PageRange range = new PageRange(2, 3);

    Page<Member> counted = page(scene, group, ListQuery.members(range));
    assertThat(ids(counted.items())).containsExactly("a", "b", "c");
    assertThat(counted.totalCount()).isEqualTo(7);
    assertThat(counted.hasNext()).isTrue();
    Page<Member> uncounted = page(scene, group, ListQuery.members(List.of(), range, false));
    assertThat(uncounted.items()).isEqualTo(counted.items());
    assertThat(uncounted.total()).isEmpty();
    assertThat(uncounted.hasNext()).isTrue();
    assertThat(
            page(scene, group, ListQuery.members(List.of(), new PageRange(4, 3), false)).hasNext())
        .isFalse();
    for (int skip : new int[] {7, 8, Integer.MAX_VALUE}) {
      PageRange behind = new PageRange(skip, Integer.MAX_VALUE);
      assertThat(page(scene, group, ListQuery.members(behind)).items()).isEmpty();
      assertThat(page(scene, group, ListQuery.members(behind)).totalCount()).isEqualTo(7);
    }
  }

  @Test
  default void aGroupThatIsNotThereHasNoMembersToList() {
    Scene scene = new Scene(this);
    Scene intruder = new Scene(this);
    KpiGroup deleted = sevenMembers(scene);
    KpiGroup live = sevenMembers(scene);
    scene.delete(deleted, Scene.EVENING);

    assertNotFound(scene.ann, deleted.id());
    assertNotFound(scene.ann, Scene.unusedId());
    assertNotFound(intruder.ann, live.id());
    assertNotFound(intruder.ann, deleted.id());
  }

  private void assertNotFound(Call viewer, KpiGroupId group) {
    for (boolean count : new boolean[] {true, false}) {
      ListQuery<MemberField> query = ListQuery.members(List.of(), PageRange.first(10), count);
      assertThatThrownBy(() -> storage().memberships().list(viewer, group, query))
          .isInstanceOf(GroupNotFound.class);
    }
  }

  private static void join(Call by, Scene scene, KpiGroup group, KpiId kpi) {
    scene.join(by, group, kpi, Scene.NOON, KnownKpis.REGISTERED, Scene.PLENTY);
  }

  private static List<Member> sorted(Scene scene, KpiGroup group, Order<MemberField> order) {
    PageRange all = PageRange.first(Scene.PLENTY);
    return page(scene, group, ListQuery.members(List.of(order), all, true)).items();
  }
}
