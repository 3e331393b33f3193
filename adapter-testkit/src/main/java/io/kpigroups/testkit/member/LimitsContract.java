package io.kpigroups.testkit.member;

import static io.kpigroups.testkit.fixture.Scene.NOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kpigroups.domain.failure.GroupNotFound;
import io.kpigroups.domain.failure.KpiNotFound;
import io.kpigroups.domain.failure.LimitReached;
import io.kpigroups.domain.group.KnownKpis;
import io.kpigroups.domain.group.KpiGroup;
import io.kpigroups.domain.kpi.KpiId;
import io.kpigroups.domain.value.Name;
import io.kpigroups.testkit.fixture.Scene;
import io.kpigroups.testkit.fixture.StorageFixture;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** The limits that each call is given. */
public interface LimitsContract extends StorageFixture {

  @Test
  default void anAccountTakesGroupsUpToItsLimit() {
    Scene scene = new Scene(this);
    new Scene(this).group("Of another account");
    create(scene, 2);
    create(scene, 2);

    assertLimit(() -> create(scene, 2));
    assertLimit(() -> create(scene, 1));
    assertThat(scene.all(scene.ann).totalCount()).isEqualTo(2);
  }

  @Test
  default void deletedGroupsDoNotCount() {
    Scene scene = new Scene(this);
    scene.deletedGroup("Gone", NOON);
    KpiGroup group = create(scene, 1);
    scene.delete(group, NOON);

    assertThatCode(() -> create(scene, 1)).doesNotThrowAnyException();
    assertLimit(() -> create(scene, 1));
  }

  @Test
  default void aGroupTakesKpisUpToItsLimit() {
    Scene scene = new Scene(this);
    KpiGroup group = scene.group("Sales");
    KpiId first = scene.kpi("k1");
    KpiId second = scene.kpi("k2");
    scene.join(scene.group("Other"), second);
    join(scene, group, first, 1);

    assertLimit(() -> join(scene, group, second, 1));
    assertThat(scene.tookOut(group, second)).isFalse();
  }

  @Test
  default void aFullGroupSaysHowManyOfItsMembersAreNoLongerInTheRegister() {
    Scene scene = new Scene(this);
    KpiGroup group = scene.group("Sales");
    KpiGroup other = scene.group("Other");
    for (String id : List.of("k1", "k2", "k3")) {
      join(scene, group, scene.kpi(id), 3);
      join(scene, other, new KpiId(id), 3);
    }
    KpiId next = scene.kpi("k4");
    assertThatThrownBy(() -> join(scene, group, next, 3))
        .hasMessageContaining("limit of 3 KPIs")
        .hasMessageContaining("of these, 0 are no longer in the register");

    givenNoKpi(scene.ann, new KpiId("k1"));
    givenNoKpi(scene.ann, new KpiId("k3"));

    assertThatThrownBy(() -> join(scene, group, next, 3))
        .hasMessageContaining("of these, 2 are no longer in the register");
    assertThatThrownBy(() -> scene.join(group, next, KnownKpis.ANY, 3))
        .hasMessage("The group has reached its limit of 3 KPIs.");
  }

  @Test
  default void aMemberIsAddedAgainAtAndAboveTheLimit() {
    Scene scene = new Scene(this);
    KpiGroup group = scene.group("Sales");
    KpiId first = scene.kpi("k1");
    KpiId second = scene.kpi("k2");
    join(scene, group, first, 2);
    join(scene, group, second, 2);

    assertThatCode(() -> join(scene, group, first, 2)).doesNotThrowAnyException();
    assertThatCode(() -> join(scene, group, first, 1)).doesNotThrowAnyException();
  }

  @Test
  default void aMemberThatLeavesMakesRoom() {
    Scene scene = new Scene(this);
    KpiGroup group = scene.group("Sales");
    KpiId first = scene.kpi("k1");
    KpiId second = scene.kpi("k2");
    join(scene, group, first, 1);

    scene.leave(group, first, KnownKpis.REGISTERED);

    join(scene, group, second, 1);
    assertThat(scene.tookOut(group, second)).isTrue();
  }

  @Test
  default void anAbsentGroupAndAnUnknownKpiAreToldBeforeTheLimit() {
    Scene scene = new Scene(this);
    KpiGroup group = scene.group("Sales");
    KpiId unknown = new KpiId("unknown");
    join(scene, group, scene.kpi("k1"), 1);

    assertThatThrownBy(() -> join(scene, group, unknown, 1)).isInstanceOf(KpiNotFound.class);
    scene.delete(group, NOON);
    assertThatThrownBy(() -> join(scene, group, unknown, 1)).isInstanceOf(GroupNotFound.class);
  }

  @Test
  default void aUserTakesFavoritesUpToTheLimit() {
    Scene scene = new Scene(this);
    KpiGroup one = scene.group("One");
    KpiGroup two = scene.group("Two");
    scene.favor(scene.bob, two, 1);
    scene.favor(scene.ann, one, 1);

    assertLimit(() -> scene.favor(scene.ann, two, 1));
    assertThat(scene.find(scene.ann, two).favorite()).isFalse();
    assertThat(scene.find(scene.bob, two).favorite()).isTrue();
  }

  @Test
  default void aFavoriteIsAddedAgainAtAndAboveTheLimit() {
    Scene scene = new Scene(this);
    KpiGroup one = scene.group("One");
    KpiGroup two = scene.group("Two");
    scene.favor(scene.ann, one, 2);
    scene.favor(scene.ann, two, 2);

    assertThatCode(() -> scene.favor(scene.ann, one, 2)).doesNotThrowAnyException();
    assertThatCode(() -> scene.favor(scene.ann, one, 1)).doesNotThrowAnyException();
  }

  @Test
  default void favoritesThatEndedOrAreOnDeletedGroupsDoNotCount() {
    Scene scene = new Scene(this);
    KpiGroup ended = scene.group("Ended");
    KpiGroup deleted = scene.group("Deleted");
    KpiGroup group = scene.group("Sales");
    scene.favor(scene.ann, ended, 1);
    scene.unfavor(scene.ann, ended);
    scene.favor(scene.ann, deleted, 1);
    scene.delete(deleted, NOON);

    scene.favor(scene.ann, group, 1);

    assertThat(scene.find(scene.ann, group).favorite()).isTrue();
    assertLimit(() -> scene.favor(scene.ann, ended, 1));
  }

  @Test
  default void favoritesOfTheSameUserInAnotherAccountDoNotCount() {
    Scene elsewhere = new Scene(this);
    elsewhere.favor(elsewhere.ann, elsewhere.group("Elsewhere"));
    Scene scene = new Scene(this);
    KpiGroup group = scene.group("Sales");

    scene.favor(scene.ann, group, 1);

    assertThat(scene.find(scene.ann, group).favorite()).isTrue();
  }

  @Test
  default void anAbsentGroupIsToldBeforeTheLimitOfFavorites() {
    Scene scene = new Scene(this);
    scene.favor(scene.ann, scene.group("Sales"), 1);
    KpiGroup gone = scene.deletedGroup("Gone", NOON);

    assertThatThrownBy(() -> scene.favor(scene.ann, gone, 1)).isInstanceOf(GroupNotFound.class);
  }

  private static KpiGroup create(Scene scene, int limit) {
    return scene.create(scene.ann, new Name("G"), NOON, limit).group();
  }

  private static void join(Scene scene, KpiGroup group, KpiId kpi, int limit) {
    scene.join(group, kpi, KnownKpis.REGISTERED, limit);
  }

  private static void assertLimit(ThrowingCallable call) {
    assertThatThrownBy(call).isInstanceOf(LimitReached.class);
  }
}
