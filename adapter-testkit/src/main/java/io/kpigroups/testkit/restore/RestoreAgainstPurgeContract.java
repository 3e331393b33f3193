package io.kpigroups.testkit.restore;

import static io.kpigroups.testkit.fixture.MemberSteps.batch;
import static io.kpigroups.testkit.fixture.MemberSteps.change;
import static io.kpigroups.testkit.fixture.MemberSteps.ids;
import static io.kpigroups.testkit.fixture.PurgeSteps.LONG_AGO;
import static io.kpigroups.testkit.fixture.RestoreSteps.restore;
import static io.kpigroups.testkit.fixture.Scene.PLENTY;
import static org.assertj.core.api.Assertions.assertThat;

import io.kpigroups.domain.failure.GroupNotFound;
import io.kpigroups.domain.group.KnownKpis;
import io.kpigroups.domain.group.KpiGroup;
import io.kpigroups.domain.group.ViewedGroup;
import io.kpigroups.testkit.fixture.Duel;
import io.kpigroups.testkit.fixture.MemberSteps;
import io.kpigroups.testkit.fixture.PurgeSteps;
import io.kpigroups.testkit.fixture.Race;
import io.kpigroups.testkit.fixture.Scene;
import io.kpigroups.testkit.fixture.StoredRows;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;

/** Of a restore and a purge of the same group at the same moment one wins. */
public interface RestoreAgainstPurgeContract extends StoredRows {
  /** What is in the group. */
  List<String> MEMBERS = MemberSteps.ids(0, 3);

  @Test
  @ResourceLock(PurgeSteps.MARKS)
  @Tag(Race.TAG)
  default void aGroupThatIsRestoredWhileItIsPurgedIsWholeOrGone() {
    Scene scene = new Scene(this);
    PurgeSteps.deleted(scene);
    KpiGroup group = given(scene);
    int gone = 0;

    try (Duel duel = new Duel()) {
      for (int i = 0; i < restoresAgainstPurges(); i++) {
        KpiGroup deleted = group;
        scene.delete(deleted, LONG_AGO);
        Duel.Result<ViewedGroup, Integer> result =
            duel.round(() -> restore(scene, deleted), () -> PurgeSteps.purge(scene));

        assertThat(result.other().failure()).isEmpty();
        if (result.one().succeeded()) {
          assertThat(result.other().value()).contains(0);
          assertThat(scene.find(scene.ann, deleted)).isEqualTo(new ViewedGroup(deleted, true));
          assertThat(ids(scene, deleted)).isEqualTo(MEMBERS);
        } else {
          assertThat(result.one().failure()).containsInstanceOf(GroupNotFound.class);
          assertThat(result.other().value()).contains(1);
          assertThat(scene.storage.groups().find(scene.ann, deleted.id())).isEmpty();
          group = given(scene);
          gone++;
        }
      }
    }

    assertThat(storedRows(scene.account))
        .as("one group with its members and a favorite; %s are gone", gone)
        .isEqualTo(1L + MEMBERS.size() + 1);
  }

  /** A group with members and a favorite of ann's. */
  private static KpiGroup given(Scene scene) {
    KpiGroup group = scene.group("Sales");
    change(scene, group, batch(MEMBERS, List.of()), KnownKpis.ANY, PLENTY);
    scene.favor(scene.ann, group);
    return group;
  }
}
