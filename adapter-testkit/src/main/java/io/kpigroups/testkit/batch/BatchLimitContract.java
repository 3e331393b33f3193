package io.kpigroups.testkit.batch;

import static io.kpigroups.testkit.fixture.MemberSteps.batch;
import static io.kpigroups.testkit.fixture.MemberSteps.change;
import static io.kpigroups.testkit.fixture.MemberSteps.ids;
import static io.kpigroups.testkit.fixture.MemberSteps.members;
import static io.kpigroups.testkit.fixture.Scene.EVENING;
import static io.kpigroups.testkit.fixture.Scene.PLENTY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kpigroups.domain.failure.KpiNotFound;
import io.kpigroups.domain.failure.LimitReached;
import io.kpigroups.domain.group.KnownKpis;
import io.kpigroups.domain.group.KpiBatch;
import io.kpigroups.domain.group.KpiBatch.Result;
import io.kpigroups.domain.group.KpiGroup;
import io.kpigroups.domain.group.Member;
import io.kpigroups.domain.group.Stamp;
import io.kpigroups.domain.kpi.KpiId;
import io.kpigroups.testkit.fixture.MemberSteps;
import io.kpigroups.testkit.fixture.Scene;
import io.kpigroups.testkit.fixture.StorageFixture;
import java.util.List;
import org.junit.jupiter.api.Test;

/** How much a batch may bring, where every well-formed id may join a group. */
public interface BatchLimitContract extends StorageFixture {

  @Test
  default void aBatchFillsAGroupToItsLimitAndNotBeyond() {
    Scene scene = new Scene(this);
    KpiGroup group = given(scene, 2);

    assertRefused(scene, group, batch(MemberSteps.ids(2, 4), List.of()), 5);
    assertThat(any(scene, group, batch(MemberSteps.ids(1, 4), List.of()), 5))
        .isEqualTo(new Result(3, 0, 1));
    assertThat(ids(scene, group)).isEqualTo(MemberSteps.ids(0, 5));
    assertRefused(scene, group, batch(MemberSteps.ids(5, 1), List.of()), 5);
    assertThat(any(scene, group, batch(MemberSteps.ids(0, 5), List.of()), 5))
        .as("members again in a full group")
        .isEqualTo(new Result(0, 0, 5));
  }

  @Test
  default void kpisThatAreTakenOutMakeRoomForThoseOfTheSameBatch() {
    Scene scene = new Scene(this);
    KpiGroup group = given(scene, 3);

    assertRefused(scene, group, batch(MemberSteps.ids(3, 2), MemberSteps.ids(0, 1)), 3);
    assertRefused(scene, group, batch(MemberSteps.ids(3, 1), MemberSteps.ids(7, 1)), 3);
    assertThat(any(scene, group, batch(MemberSteps.ids(3, 2), MemberSteps.ids(0, 2)), 3))
        .isEqualTo(new Result(2, 2, 0));
    assertThat(ids(scene, group)).isEqualTo(MemberSteps.ids(2, 3));
  }

  @Test
  default void aGroupAboveItsLimitLosesKpisAndTakesNoneUntilThereIsRoom() {
    Scene scene = new Scene(this);
    KpiGroup group = given(scene, 6);

    assertThat(any(scene, group, batch(List.of(), MemberSteps.ids(0, 1)), 3))
        .isEqualTo(new Result(0, 1, 0));
    assertRefused(scene, group, batch(MemberSteps.ids(6, 1), MemberSteps.ids(1, 1)), 3);
    assertThat(any(scene, group, batch(MemberSteps.ids(6, 1), MemberSteps.ids(1, 3)), 3))
        .isEqualTo(new Result(1, 3, 0));
  }

  @Test
  default void aRefusalSaysHowManyThereWouldBe() {
    Scene scene = new Scene(this);
    KpiGroup group = given(scene, 2);
    scene.kpi("k1");
    scene.kpi("k2");
    KpiBatch two = batch(List.of("k1", "k2"), List.of());

    assertThatThrownBy(() -> change(scene, group, two, KnownKpis.REGISTERED, 3))
        .isInstanceOf(LimitReached.class)
        .hasMessageContaining("would have 4 KPIs, and its limit is 3")
        .hasMessageContaining("2 are no longer in the register");
    assertThatThrownBy(() -> any(scene, group, two, 3))
        .hasMessage("The group would have 4 KPIs, and its limit is 3.");
    assertThatThrownBy(() -> any(scene, group, two, 2))
        .hasMessage("The group would have 4 KPIs, and its limit is 2.");
  }

  @Test
  default void anUnknownKpiIsToldBeforeTheLimit() {
    Scene scene = new Scene(this);
    KpiGroup group = given(scene, 2);

    assertThatThrownBy(
            () -> change(scene, group, batch(List.of("x1"), List.of()), KnownKpis.REGISTERED, 1))
        .isInstanceOf(KpiNotFound.class);
  }

  @Test
  default void aBatchOfNothingChangesNothing() {
    Scene scene = new Scene(this);
    KpiGroup group = given(scene, 2);
    List<Member> before = members(scene, group);

    assertThat(any(scene, group, batch(List.of(), List.of()), 1)).isEqualTo(new Result(0, 0, 0));
    assertThat(members(scene, group)).isEqualTo(before);
  }

  @Test
  default void theMostKpisOfABatchComeAndGoAtOnce() {
    Scene scene = new Scene(this);
    KpiGroup group = scene.group("Sales");
    List<String> all = MemberSteps.ids(0, KpiBatch.MAX_KPIS);

    assertThat(any(scene, group, batch(all, List.of()), KpiBatch.MAX_KPIS))
        .isEqualTo(new Result(1_000, 0, 0));
    assertThat(ids(scene, group)).isEqualTo(all);
    assertThat(any(scene, group, batch(MemberSteps.ids(1_000, 500), all.subList(0, 500)), PLENTY))
        .isEqualTo(new Result(500, 500, 0));
    assertThat(ids(scene, group)).isEqualTo(MemberSteps.ids(500, 1_000));
    assertThat(any(scene, group, batch(List.of(), all), PLENTY)).isEqualTo(new Result(0, 500, 500));
    assertThat(ids(scene, group)).isEqualTo(MemberSteps.ids(1_000, 500));
  }

  @Test
  default void newMembersHaveTheTimeOfTheBatchAndOldOnesTheirOwn() {
    Scene scene = new Scene(this);
    KpiGroup group = given(scene, 2);

    any(scene, group, batch(MemberSteps.ids(1, 2), MemberSteps.ids(0, 1)), PLENTY);

    assertThat(members(scene, group))
        .extracting(Member::added)
        .containsExactly(
            new Stamp(scene.ann.user(), Scene.NOON), new Stamp(scene.bob.user(), EVENING));
  }

  /** A group with so many members, none of them registered, put in by ann. */
  private static KpiGroup given(Scene scene, int members) {
    KpiGroup group = scene.group("Sales");
    for (String id : MemberSteps.ids(0, members)) {
      scene.join(group, new KpiId(id), KnownKpis.ANY, PLENTY);
    }
    return group;
  }

  private static Result any(Scene scene, KpiGroup group, KpiBatch batch, int limit) {
    return change(scene, group, batch, KnownKpis.ANY, limit);
  }

  private static void assertRefused(Scene scene, KpiGroup group, KpiBatch batch, int limit) {
    List<Member> before = members(scene, group);
    assertThatThrownBy(() -> any(scene, group, batch, limit)).isInstanceOf(LimitReached.class);
    assertThat(members(scene, group)).isEqualTo(before);
  }
}
