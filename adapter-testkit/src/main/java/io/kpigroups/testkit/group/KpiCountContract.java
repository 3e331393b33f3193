package io.kpigroups.testkit.group;

import static io.kpigroups.testkit.fixture.ListSteps.groups;
import static io.kpigroups.testkit.fixture.ListSteps.kpiCount;
import static org.assertj.core.api.Assertions.assertThat;

import io.kpigroups.domain.group.KnownKpis;
import io.kpigroups.domain.group.KpiGroup;
import io.kpigroups.domain.kpi.KpiId;
import io.kpigroups.domain.query.GroupSelection;
import io.kpigroups.testkit.fixture.Scene;
import io.kpigroups.testkit.fixture.StorageFixture;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

/** How many KPIs each group of a list has, if that is asked for. */
public interface KpiCountContract extends StorageFixture {
  /** Live groups, counted. */
  GroupSelection COUNTED = GroupSelection.LIVE.withKpiCount();

  @Test
  default void howManyKpisAGroupHasIsToldOnlyIfItIsAskedFor() {
    Scene scene = new Scene(this);
    KpiGroup group = scene.group("Sales");
    KpiId kpi = scene.kpi("k1");
    scene.join(group, kpi);
    scene.favor(scene.ann, group);

    assertThat(groups(scene, scene.ann, GroupSelection.LIVE))
        .containsExactly(scene.listed(group, true));
    assertThat(groups(scene, scene.ann, COUNTED))
        .containsExactly(scene.listed(group, true).withKpiCount(1));
    assertThat(groups(scene, scene.ann, COUNTED.with(kpi)))
        .containsExactly(scene.listed(group, true).withKpiCount(1));
    assertThat(kpiCount(scene, GroupSelection.LIVE.with(kpi), group)).isEmpty();
  }

  @Test
  default void theNumberOfKpisFollowsEveryChangeOfTheGroup() {
    Scene scene = new Scene(this);
    KpiGroup group = scene.group("Sales");
    KpiGroup other = scene.group("Other");
    assertThat(kpiCount(scene, COUNTED, group)).hasValue(0);

    for (String id : List.of("k1", "k2", "k3")) {
      scene.join(group, scene.kpi(id));
      scene.join(group, scene.kpi(id));
    }
    scene.join(other, new KpiId("k1"));
    assertThat(kpiCount(scene, COUNTED, group)).hasValue(3);
    assertThat(kpiCount(scene, COUNTED, other)).hasValue(1);

    scene.unregister(new KpiId("k1"));
    assertThat(kpiCount(scene, COUNTED, group)).as("the register does not matter").hasValue(3);
    scene.leave(group, new KpiId("k1"), KnownKpis.REGISTERED);
    scene.leave(group, new KpiId("k2"), KnownKpis.REGISTERED);
    scene.leave(group, new KpiId("k2"), KnownKpis.REGISTERED);
    assertThat(kpiCount(scene, COUNTED, group)).hasValue(1);
    assertThat(kpiCount(scene, COUNTED, other)).hasValue(1);
  }

  @Test
  default void aDeletedGroupHasAsManyKpisAsBefore() {
    Scene scene = new Scene(this);
    KpiGroup group = scene.group("Sales");
    KpiGroup empty = scene.group("Empty");
    scene.join(group, scene.kpi("k1"));
    scene.join(group, scene.kpi("k2"));
    scene.delete(group, Scene.EVENING);
    scene.delete(empty, Scene.EVENING);
    GroupSelection counted = GroupSelection.DELETED.withKpiCount();

    assertThat(kpiCount(scene, counted, group)).hasValue(2);
    assertThat(kpiCount(scene, counted, empty)).hasValue(0);
    assertThat(kpiCount(scene, counted.with(new KpiId("k2")), group)).hasValue(2);
    assertThat(kpiCount(scene, GroupSelection.DELETED, group)).isEqualTo(OptionalLong.empty());
  }
}
