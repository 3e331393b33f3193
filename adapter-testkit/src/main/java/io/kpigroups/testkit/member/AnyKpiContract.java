package io.kpigroups.testkit.member;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kpigroups.domain.failure.GroupNotFound;
import io.kpigroups.domain.group.AccountRules;
import io.kpigroups.domain.group.KnownKpis;
import io.kpigroups.domain.group.KpiGroup;
import io.kpigroups.domain.kpi.KpiId;
import io.kpigroups.testkit.fixture.Scene;
import io.kpigroups.testkit.fixture.StorageFixture;
import io.kpigroups.testkit.fixture.TestLimits;
import org.junit.jupiter.api.Test;

/** Which KPIs are in which group, where every well-formed id may join one. */
public interface AnyKpiContract extends StorageFixture {

  @Test
  default void aKpiThatIsNotRegisteredMayJoin() {
    Scene scene = new Scene(this);
    KpiGroup group = scene.group("Sales");
    KpiId kpi = new KpiId("not-registered");

    scene.join(group, kpi, KnownKpis.ANY, Scene.PLENTY);
    scene.join(group, kpi, KnownKpis.ANY, Scene.PLENTY);

    assertThat(scene.tookOut(group, kpi)).isTrue();
    assertThat(scene.tookOut(group, kpi)).isFalse();
  }

  @Test
  default void aKpiThatIsNoMemberCanBeRemoved() {
    Scene scene = new Scene(this);
    KpiGroup group = scene.group("Sales");
    KpiId kpi = new KpiId("not-registered");

    assertThatCode(() -> scene.leave(group, kpi, KnownKpis.ANY)).doesNotThrowAnyException();
  }

  @Test
  default void joiningLeavesTheRegisterAlone() {
    Scene scene = new Scene(this);
    KpiGroup group = scene.group("Sales");
    KpiId kpi = new KpiId("not-registered");

    scene.join(group, kpi, KnownKpis.ANY, Scene.PLENTY);

    assertThat(scene.storage.kpis().find(scene.ann, kpi)).isEmpty();
  }

  @Test
  default void theGroupMustBeThereAllTheSame() {
    Scene scene = new Scene(this);
    KpiGroup group = scene.deletedGroup("Sales", Scene.EVENING);
    KpiId kpi = new KpiId("not-registered");

    assertThatThrownBy(() -> scene.join(group, kpi, KnownKpis.ANY, Scene.PLENTY))
        .isInstanceOf(GroupNotFound.class);
    assertThatThrownBy(() -> scene.leave(group, kpi, KnownKpis.ANY))
        .isInstanceOf(GroupNotFound.class);
  }

  @Test
  default void everyKpiIsKnown() {
    Scene scene = new Scene(this);
    AccountRules any = TestLimits.members(KnownKpis.ANY, Scene.PLENTY);
    KpiId kpi = new KpiId("never-seen");

    assertThatCode(() -> scene.storage.memberships().requireKnown(scene.ann, kpi, any))
        .doesNotThrowAnyException();
  }
}
