package io.kpigroups.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.kpigroups.domain.KnownKpis;
import io.kpigroups.domain.KpiGroup;
import io.kpigroups.domain.KpiId;
import io.kpigroups.domain.RevisionMatch;
import io.kpigroups.testkit.Race.Outcome;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is left in the store after calls that must leave one row, or none. */
public interface StoredRowsContract extends StoredRows {

  @Test
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
