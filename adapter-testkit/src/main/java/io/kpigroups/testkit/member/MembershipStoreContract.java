package io.kpigroups.testkit.member;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kpigroups.domain.failure.GroupNotFound;
import io.kpigroups.domain.failure.KpiNotFound;
import io.kpigroups.domain.group.KnownKpis;
import io.kpigroups.domain.group.KpiGroup;
import io.kpigroups.domain.kpi.KpiId;
import io.kpigroups.testkit.fixture.Scene;
import io.kpigroups.testkit.fixture.StorageFixture;
import org.junit.jupiter.api.Test;

/** Which KPIs are in which group, where only registered KPIs may join one. */
public interface MembershipStoreContract extends StorageFixture {

  @Test
  default void aKpiThatWasAddedIsAMemberOfThatGroupOnly() {
    Scene scene = new Scene(this);
    KpiGroup group = scene.group("Sales");
    KpiGroup other = scene.group("Other");
    KpiId kpi = scene.kpi("k1");

    scene.join(group, kpi);

    assertThat(scene.tookOut(other, kpi)).isFalse();
    assertThat(scene.tookOut(group, kpi)).isTrue();
  }

  @Test
  default void aRepeatedAddSucceedsAndOneRemovalUndoesIt() {
    Scene scene = new Scene(this);
    KpiGroup group = scene.group("Sales");
    KpiId kpi = scene.kpi("k1");

    scene.join(group, kpi);
    scene.join(group, kpi);

    assertThat(scene.tookOut(group, kpi)).isTrue();
    assertThat(scene.tookOut(group, kpi)).isFalse();
  }

  @Test
  default void aRemovalOfARegisteredKpiSucceedsAgainAndAgain() {
    Scene scene = new Scene(this);
    KpiGroup group = scene.group("Sales");
    KpiId kpi = scene.kpi("k1");
    scene.join(group, kpi);

    scene.leave(group, kpi, KnownKpis.REGISTERED);

    assertThatCode(() -> scene.leave(group, kpi, KnownKpis.REGISTERED)).doesNotThrowAnyException();
    assertThat(scene.tookOut(group, kpi)).isFalse();
  }

  @Test
  default void aKpiMayJoinManyGroupsAndAGroupHoldManyKpis() {
    Scene scene = new Scene(this);
    KpiGroup one = scene.group("One");
    KpiGroup two = scene.group("Two");
    KpiId first = scene.kpi("k1");
    KpiId second = scene.kpi("k2");
    scene.join(one, first);
    scene.join(one, second);
    scene.join(two, first);

    scene.leave(one, first, KnownKpis.REGISTERED);

    assertThat(scene.tookOut(one, first)).isFalse();
    assertThat(scene.tookOut(one, second)).isTrue();
    assertThat(scene.tookOut(two, first)).isTrue();
  }

  @Test
  default void aKpiThatIsNotRegisteredCannotJoin() {
    Scene scene = new Scene(this);
    KpiGroup group = scene.group("Sales");
    KpiId unknown = new KpiId("unknown");

    assertUnknown(unknown, () -> scene.join(group, unknown));
    assertUnknown(unknown, () -> scene.leave(group, unknown, KnownKpis.REGISTERED));
  }

  @Test
  default void aMemberThatLeftTheRegisterCanStillBeRemovedButNotAddedAgain() {
    Scene scene = new Scene(this);
    KpiGroup group = scene.group("Sales");
    KpiId kpi = scene.kpi("k1");
    scene.join(group, kpi);
    scene.unregister(kpi);

    assertUnknown(kpi, () -> scene.join(group, kpi));
    assertThatCode(() -> scene.leave(group, kpi, KnownKpis.REGISTERED)).doesNotThrowAnyException();
    assertUnknown(kpi, () -> scene.leave(group, kpi, KnownKpis.REGISTERED));
  }

  @Test
  default void aKpiThatComesBackToTheRegisterIsStillAMember() {
    Scene scene = new Scene(this);
    KpiGroup group = scene.group("Sales");
    KpiId kpi = scene.kpi("k1");
    scene.join(group, kpi);
    scene.unregister(kpi);

    assertThat(scene.tookOut(group, scene.kpi("k1"))).isTrue();
  }

  @Test
  default void anAbsentGroupIsToldBeforeAnUnknownKpi() {
    Scene scene = new Scene(this);
    KpiGroup group = scene.deletedGroup("Sales", Scene.EVENING);
    KpiId unknown = new KpiId("unknown");

    assertThatThrownBy(() -> scene.join(group, unknown)).isInstanceOf(GroupNotFound.class);
    assertThatThrownBy(() -> scene.leave(group, unknown, KnownKpis.REGISTERED))
        .isInstanceOf(GroupNotFound.class);
  }

  @Test
  default void kpiIdsDifferInCase() {
    Scene scene = new Scene(this);
    KpiGroup group = scene.group("Sales");
    scene.join(group, scene.kpi("abc"));

    assertThat(scene.tookOut(group, scene.kpi("ABC"))).isFalse();
    assertThat(scene.tookOut(group, new KpiId("abc"))).isTrue();
  }

  private static void assertUnknown(KpiId kpi, Runnable call) {
    assertThatThrownBy(call::run)
        .isInstanceOf(KpiNotFound.class)
        .hasMessageContaining(": " + kpi.value() + ".");
  }
}
