package io.kpigroups.testkit.restore;

import static io.kpigroups.testkit.fixture.MemberSteps.batch;
import static io.kpigroups.testkit.fixture.MemberSteps.change;
import static io.kpigroups.testkit.fixture.MemberSteps.ids;
import static io.kpigroups.testkit.fixture.RestoreSteps.restore;
import static io.kpigroups.testkit.fixture.Scene.EVENING;
import static org.assertj.core.api.Assertions.assertThat;

import io.kpigroups.domain.failure.GroupNotFound;
import io.kpigroups.domain.group.KpiBatch;
import io.kpigroups.domain.group.KpiGroup;
import io.kpigroups.domain.group.ViewedGroup;
import io.kpigroups.testkit.fixture.Duel;
import io.kpigroups.testkit.fixture.Race;
import io.kpigroups.testkit.fixture.Scene;
import io.kpigroups.testkit.fixture.StorageFixture;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Who deletes or restores a group at the same moment as others change it. */
public interface RestoreAtOnceContract extends StorageFixture {
  /** How many rounds the duels take whose gap is not narrow. */
  int ROUNDS = 30;

  @Test
  @Tag(Race.TAG)
  default void aBatchThatMeetsADeleteIsInTheRestoredGroupWholeOrNotAtAll() {
    Scene scene = new Scene(this);
    KpiGroup group = scene.group("Sales");
    List<String> kpis = List.of("k1", "k2", "k3");
    kpis.forEach(scene::kpi);
    List<String> inside = List.of();

    try (Duel duel = new Duel()) {
      for (int i = 0; i < deletesAgainstBatches(); i++) {
        int round = i;
        KpiBatch batch = inside.isEmpty() ? batch(kpis, List.of()) : batch(List.of(), kpis);
        Duel.Result<KpiBatch.Result, KpiGroup> result =
            duel.round(() -> change(scene, group, batch), () -> deleted(scene, group, round));

        assertThat(result.other().failure()).isEmpty();
        if (result.one().succeeded()) {
          inside = batch.remove().isEmpty() ? kpis : List.of();
        } else {
          assertThat(result.one().failure()).containsInstanceOf(GroupNotFound.class);
        }
        restore(scene, group);
        assertThat(ids(scene, group)).isEqualTo(inside);
      }
    }
  }

  @Test
  @Tag(Race.TAG)
  default void ofTwoWhoRestoreAGroupBothGetItAsItWas() {
    Scene scene = new Scene(this);
    KpiGroup group = scene.group("Sales");
    scene.join(group, scene.kpi("k1"));
    scene.favor(scene.bob, group);
    ViewedGroup before = scene.find(scene.bob, group);

    try (Duel duel = new Duel()) {
      for (int i = 0; i < ROUNDS; i++) {
        scene.delete(group, EVENING);
        Duel.Result<ViewedGroup, ViewedGroup> result =
            duel.round(() -> restore(scene, group), () -> restore(scene, group));

        assertThat(result.one().value()).contains(before);
        assertThat(result.other().value()).contains(before);
        assertThat(scene.find(scene.bob, group)).isEqualTo(before);
        assertThat(ids(scene, group)).containsExactly("k1");
      }
    }
  }

  @Test
  @Tag(Race.TAG)
  default void aRestoreAndADeleteAtOnceEndAsOneAfterTheOther() {
    Scene scene = new Scene(this);
    KpiGroup group = scene.group("Sales");

    try (Duel duel = new Duel()) {
      for (int i = 0; i < ROUNDS; i++) {
        int round = i;
        scene.delete(group, EVENING);
        Duel.Result<ViewedGroup, KpiGroup> result =
            duel.round(() -> restore(scene, group), () -> deleted(scene, group, round));

        assertThat(result.one().value()).map(ViewedGroup::group).contains(group);
        boolean isLive = scene.storage.groups().find(scene.ann, group.id()).isPresent();
        assertThat(isLive).as("the delete came first").isEqualTo(!result.other().succeeded());
        restore(scene, group);
      }
    }
  }

  /** Each deletion has a time of its own, by which a store knows what it did itself. */
  private static KpiGroup deleted(Scene scene, KpiGroup group, int round) {
    scene.delete(group, EVENING.plusMillis(1L + round));
    return group;
  }
}
