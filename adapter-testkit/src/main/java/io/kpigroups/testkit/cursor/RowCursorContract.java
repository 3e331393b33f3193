package io.kpigroups.testkit.cursor;

import static io.kpigroups.testkit.fixture.MemberSteps.sevenMembers;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kpigroups.domain.failure.GroupNotFound;
import io.kpigroups.domain.group.KnownKpis;
import io.kpigroups.domain.group.KpiGroup;
import io.kpigroups.domain.group.Member;
import io.kpigroups.domain.kpi.Kpi;
import io.kpigroups.domain.kpi.KpiId;
import io.kpigroups.domain.query.KpiField;
import io.kpigroups.domain.query.KpiFilter;
import io.kpigroups.domain.query.ListQuery;
import io.kpigroups.domain.query.MemberField;
import io.kpigroups.domain.query.Order;
import io.kpigroups.domain.query.PageRange;
import io.kpigroups.domain.query.Position;
import io.kpigroups.domain.value.FieldValue.Text;
import io.kpigroups.testkit.fixture.MemberSteps;
import io.kpigroups.testkit.fixture.Scene;
import io.kpigroups.testkit.fixture.StorageFixture;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Members and registered KPIs are walked from place to place, as groups are. */
public interface RowCursorContract extends StorageFixture {

  /** Every order of members, by one key or more. */
  private static List<List<Order<MemberField>>> memberOrders() {
    List<List<Order<MemberField>>> orders = new ArrayList<>();
    orders.add(List.of());
    for (MemberField one : MemberField.values()) {
      for (boolean descending : new boolean[] {true, false}) {
        Order<MemberField> by = new Order<>(one, descending);
        orders.add(List.of(by));
        for (MemberField other : MemberField.values()) {
          if (one != other) {
            orders.add(List.of(by, Order.ascending(other)));
            orders.add(List.of(by, Order.descending(other)));
          }
        }
      }
    }
    return orders;
  }

  @Test
  default void membersAreWalkedInEveryOrder() {
    Scene scene = new Scene(this);
    KpiGroup group = sevenMembers(scene);
    for (List<Order<MemberField>> order : memberOrders()) {
      for (int limit : new int[] {1, 2, 3, 7, Integer.MAX_VALUE}) {
        ListQuery<MemberField> query =
            ListQuery.members(order, PageRange.first(limit), limit % 2 == 0);
        List<Member> all =
            MemberSteps.members(scene, group).stream()
                .sorted(Order.comparator(query.order()))
                .toList();
        PlacedList.members(scene, group).assertWalk(all, query, "members");
      }
    }
  }

  @Test
  default void thePlaceOfAMemberThatLeftOrLostItsNameStillLeadsOn() {
    Scene scene = new Scene(this);
    KpiGroup group = scene.group("Sales");
    for (String id : List.of("a", "b", "c", "d")) {
      scene.join(group, scene.kpi(id, "Name " + id).id());
    }
    ListQuery<MemberField> byName =
        ListQuery.members(List.of(Order.ascending(MemberField.NAME)), PageRange.first(2), true);
    Member second = MemberSteps.page(scene, group, byName).items().get(1);
    ListQuery<MemberField> behind = byName.after(Position.of(byName.order(), second));

    assertThat(ids(scene, group, behind)).containsExactly("c", "d");
    scene.unregister(second.kpi());
    assertThat(ids(scene, group, behind)).as("it is first now").containsExactly("c", "d");
    scene.kpi("b", "Zero");
    assertThat(ids(scene, group, behind)).as("it is last now").containsExactly("c", "d");
    assertThat(MemberSteps.page(scene, group, behind).hasNext()).isTrue();
    scene.leave(group, second.kpi(), KnownKpis.REGISTERED);
    assertThat(MemberSteps.page(scene, group, behind).hasNext()).isFalse();
    assertThat(MemberSteps.page(scene, group, behind).totalCount()).isEqualTo(3);
    scene.leave(group, new KpiId("c"), KnownKpis.REGISTERED);
    assertThat(ids(scene, group, behind)).containsExactly("d");
  }

  @Test
  default void aPlaceDoesNotShowTheMembersOfAGroupThatIsNotThere() {
    Scene scene = new Scene(this);
    Scene intruder = new Scene(this);
    KpiGroup group = sevenMembers(scene);
    ListQuery<MemberField> query = ListQuery.members(PageRange.first(2));
    ListQuery<MemberField> behind = query.after(new Position(List.of(new Text("B"))));

    assertThatThrownBy(() -> MemberSteps.page(intruder, group, behind))
        .isInstanceOf(GroupNotFound.class);
    scene.delete(group, Scene.EVENING);
    assertThatThrownBy(() -> MemberSteps.page(scene, group, behind))
        .isInstanceOf(GroupNotFound.class);
  }

  @Test
  default void thePlaceOfAKpiThatIsGoneOrCalledOtherwiseStillLeadsOn() {
    Scene scene = new Scene(this);
    for (String id : List.of("a", "b", "c", "d")) {
      scene.kpi(id, "Name " + id);
    }
    ListQuery<KpiField> byName =
        ListQuery.kpis(List.of(Order.descending(KpiField.NAME)), PageRange.first(10));
    Kpi third = kpis(scene, byName).get(1);
    ListQuery<KpiField> behind = byName.after(Position.of(byName.order(), third));

    assertThat(kpis(scene, behind)).extracting(kpi -> kpi.id().value()).containsExactly("b", "a");
    scene.kpi("c", "Another");
    assertThat(kpis(scene, behind))
        .extracting(kpi -> kpi.id().value())
        .containsExactly("b", "a", "c");
    scene.unregister(third.id());
    scene.unregister(new KpiId("b"));
    assertThat(kpis(scene, behind)).extracting(kpi -> kpi.id().value()).containsExactly("a");
  }

  @Test
  default void placesAtTheEdgesAreThoseOfNoRow() {
    Scene scene = new Scene(this);
    KpiGroup group = sevenMembers(scene);
    List<Member> members = MemberSteps.members(scene, group);
    List<Kpi> kpis = kpis(scene, ListQuery.kpis(PageRange.first(10)));

    Stream.of("", "\u0000", "B", "B\u0000", "Ba", "c", "zz", Character.toString(0x10_FFFF))
        .map(id -> new Position(List.of(new Text(id))))
        .forEach(
            place -> {
              String what = "place " + place;
              PlacedList.members(scene, group)
                  .assertBehind(members, ListQuery.members(PageRange.first(3)), place, what);
              PlacedList.kpis(scene, scene.ann, KpiFilter.ALL)
                  .assertBehind(kpis, ListQuery.kpis(PageRange.first(3)), place, what);
            });
  }

  private static List<String> ids(Scene scene, KpiGroup group, ListQuery<MemberField> query) {
    return MemberSteps.ids(MemberSteps.page(scene, group, query).items());
  }

  private static List<Kpi> kpis(Scene scene, ListQuery<KpiField> query) {
    return scene.storage.kpis().list(scene.ann, KpiFilter.ALL, query).items();
  }
}
