package io.kpigroups.testkit.purge;

import static org.assertj.core.api.Assertions.assertThat;

import io.kpigroups.domain.group.KnownKpis;
import io.kpigroups.domain.group.KpiGroup;
import io.kpigroups.domain.kpi.KpiId;
import io.kpigroups.domain.value.RevisionMatch;
import io.kpigroups.testkit.fixture.Race;
import io.kpigroups.testkit.fixture.Race.Outcome;
import io.kpigroups.testkit.fixture.Scene;
import io.kpigroups.testkit.fixture.StoredRows;
import io.kpigroups.testkit.store.ConcurrencyContract;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What is left in the store after calls that must leave one row, or none. */
public interface StoredRowsContract extends StoredRows {

  @Test
  @Tag(Race.TAG)
  default void manyIdenticalAddsAtOnceLeaveOneRow() {
    Scene scene = new Scene(this);
    KpiGroup group = scene.group("Sales");
    KpiId kpi = scene.kpi("k1");
    long before = storedRows(scene.account);

    List<Outcome<Integer>> outcomes =
        Race.of(
            ConcurrencyContract.WRITERS,
            i ->
                () -> {
                  scene.join(group, kpi);
                  scene.favor(scene.ann, group);
                  return i;
                });

    assertThat(outcomes).allMatch(Outcome::succeeded);
    assertThat(storedRows(scene.account)).isEqualTo(before + 2);
  }

  /** Among others, since a store may compare the one with all of them in a wrong way. */
  @Test
  default void whatIsAddedAgainAmongOthersLeavesNoSecondRow() {
    Scene scene = new Scene(this);
    List<KpiGroup> groups = List.of(scene.group("One"), scene.group("Two"), scene.group("Three"));
    List<KpiId> kpis = List.of(scene.kpi("k1"), scene.kpi("k2"), scene.kpi("k3"));
    kpis.forEach(kpi -> scene.join(groups.get(0), kpi));
    groups.forEach(group -> scene.favor(scene.ann, group));
    long before = storedRows(scene.account);

    kpis.forEach(kpi -> scene.join(groups.get(0), kpi));
    groups.forEach(group -> scene.favor(scene.ann, group));

    assertThat(storedRows(scene.account)).isEqualTo(before);
    scene.leave(groups.get(0), kpis.get(1), KnownKpis.REGISTERED);
    scene.unfavor(scene.ann, groups.get(1));
    assertThat(storedRows(scene.account)).isEqualTo(before - 2);
    assertThat(scene.tookOut(groups.get(0), kpis.get(1))).isFalse();
    assertThat(scene.find(scene.ann, groups.get(1)).favorite()).isFalse();
  }

  @Test
  default void whatIsTakenBackLeavesNoRow() {
    Scene scene = new Scene(this);
    KpiGroup group = scene.group("Sales");
    KpiId kpi = scene.kpi("k1");
    long before = storedRows(scene.account);
    scene.join(group, kpi);
    scene.favor(scene.ann, group);
    scene.rename(group, "Revenue", RevisionMatch.any());

    scene.leave(group, kpi, KnownKpis.REGISTERED);
    scene.unfavor(scene.ann, group);

    assertThat(storedRows(scene.account)).isEqualTo(before);
  }

  @Test
  default void aDeletedGroupKeepsItsMembersAndFavorites() {
    Scene scene = new Scene(this);
    KpiGroup group = scene.group("Sales");
    scene.join(group, scene.kpi("k1"));
    scene.favor(scene.ann, group);
    long before = storedRows(scene.account);

    scene.delete(group, Scene.EVENING);

    assertThat(storedRows(scene.account)).isEqualTo(before).isEqualTo(4);
  }
}
