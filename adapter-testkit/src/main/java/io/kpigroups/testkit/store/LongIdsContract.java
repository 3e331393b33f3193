package io.kpigroups.testkit.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.kpigroups.application.port.Call;
import io.kpigroups.domain.group.KpiGroup;
import io.kpigroups.domain.kpi.Kpi;
import io.kpigroups.domain.kpi.KpiId;
import io.kpigroups.domain.value.Name;
import io.kpigroups.testkit.fixture.RegisterSteps;
import io.kpigroups.testkit.fixture.Scene;
import io.kpigroups.testkit.fixture.StorageFixture;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Ids of the greatest length count to their last character. */
public interface LongIdsContract extends StorageFixture {

  @Test
  default void usersThatDifferInTheLastOf255CharactersDiffer() {
    Scene scene = new Scene(this);
    Call one = scene.user("u".repeat(254) + "1");
    Call other = scene.user("u".repeat(254) + "2");
    KpiGroup group = scene.create(one, new Name("Sales"), Scene.NOON, Scene.PLENTY).group();
    scene.favor(one, group);

    assertThat(scene.find(one, group).favorite()).isTrue();
    assertThat(scene.find(other, group).favorite()).isFalse();
    assertThat(scene.now(group).created().by()).isEqualTo(one.user());
    Kpi owned =
        new Kpi(
            scene.account, new KpiId("k1"), new Name("Revenue"), List.of(one.user(), other.user()));
    RegisterSteps.put(scene, one, owned);
    assertThat(scene.storage.kpis().find(one, owned.id())).contains(owned);
  }

  @Test
  default void kpisThatDifferInTheLastOf64CharactersDiffer() {
    Scene scene = new Scene(this);
    KpiGroup group = scene.group("Sales");
    KpiId one = scene.kpi("k".repeat(63) + "1");
    KpiId other = new KpiId("k".repeat(63) + "2");
    scene.join(group, one);

    assertThat(scene.storage.kpis().find(scene.ann, other)).isEmpty();
    assertThat(scene.storage.kpis().find(scene.ann, one)).isPresent();
    assertThat(scene.tookOut(group, scene.kpi(other.value()))).isFalse();
    assertThat(scene.tookOut(group, one)).isTrue();
  }
}
