package io.kpigroups.testkit.group;

import static io.kpigroups.testkit.fixture.Scene.NOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kpigroups.domain.failure.GroupNotFound;
import io.kpigroups.domain.failure.StaleRevision;
import io.kpigroups.domain.group.KpiGroup;
import io.kpigroups.domain.value.Name;
import io.kpigroups.domain.value.Revision;
import io.kpigroups.domain.value.RevisionMatch;
import io.kpigroups.testkit.fixture.Scene;
import io.kpigroups.testkit.fixture.StorageFixture;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** A change happens in a revision that the caller expects, or not at all. */
public interface GroupRevisionContract extends StorageFixture {

  @Test
  default void theExpectedRevisionLetsARenameAndADeleteThrough() {
    Scene scene = new Scene(this);
    KpiGroup group = scene.group("Sales");

    KpiGroup renamed = scene.rename(group, "Revenue", Scene.in(group));
    scene.storage.groups().delete(scene.ann, group.id(), NOON, Scene.in(renamed));

    assertThat(scene.storage.groups().find(scene.ann, group.id())).isEmpty();
  }

  @Test
  default void oneOfSeveralExpectedRevisionsIsEnough() {
    Scene scene = new Scene(this);
    KpiGroup group = scene.group("Sales");
    Revision other = new Revision("another");
    RevisionMatch expected =
        RevisionMatch.oneOf(Set.of(new Revision("foreign"), group.revision(), other));

    assertThat(scene.rename(group, "Revenue", expected).name().value()).isEqualTo("Revenue");
  }

  @Test
  default void anyRevisionAndNoExpectationLetEveryChangeThrough() {
    Scene scene = new Scene(this);
    for (RevisionMatch loose : List.of(RevisionMatch.any(), RevisionMatch.unconditional())) {
      KpiGroup group = scene.group("Sales");

      scene.rename(group, "Revenue", loose);
      scene.storage.groups().delete(scene.ann, group.id(), NOON, loose);

      assertThat(scene.storage.groups().find(scene.ann, group.id())).isEmpty();
    }
  }

  @Test
  default void aStaleRevisionChangesNothing() {
    Scene scene = new Scene(this);
    KpiGroup old = scene.group("Sales");
    KpiGroup current = scene.rename(old, "Revenue", RevisionMatch.any());

    assertStale(scene, current, Scene.in(old));
  }

  @Test
  default void aRevisionThatNoStoreMakesChangesNothing() {
    Scene scene = new Scene(this);
    KpiGroup group = scene.group("Sales");

    assertStale(scene, group, RevisionMatch.oneOf(Set.of(new Revision("W/not:a~number"))));
    assertStale(scene, group, RevisionMatch.oneOf(Set.of(new Revision("9".repeat(128)))));
    assertStale(
        scene, group, RevisionMatch.oneOf(Set.of(new Revision("0" + group.revision().value()))));
  }

  @Test
  default void anEmptySetOfRevisionsMatchesNothing() {
    Scene scene = new Scene(this);

    assertStale(scene, scene.group("Sales"), RevisionMatch.oneOf(Set.of()));
  }

  @Test
  default void aStaleRevisionIsToldEvenIfTheGroupHasTheNewNameAlready() {
    Scene scene = new Scene(this);
    KpiGroup old = scene.group("Sales");
    KpiGroup current = scene.rename(old, "Revenue", RevisionMatch.any());

    assertThatThrownBy(() -> scene.rename(old, "Revenue", Scene.in(old)))
        .isInstanceOf(StaleRevision.class);
    assertThat(scene.now(old)).isEqualTo(current);
  }

  @Test
  default void aRevisionNeverComesBack() {
    Scene scene = new Scene(this);
    KpiGroup first = scene.group("Sales");
    KpiGroup second = scene.rename(first, "Revenue", RevisionMatch.any());
    KpiGroup third = scene.rename(first, "Sales", RevisionMatch.any());

    assertThat(List.of(first.revision(), second.revision(), third.revision()))
        .doesNotHaveDuplicates();
    assertStale(scene, third, Scene.in(first));
  }

  @Test
  default void membersAndFavoritesLeaveTheGroupAndItsRevisionAlone() {
    Scene scene = new Scene(this);
    KpiGroup group = scene.group("Sales");

    scene.join(group, scene.kpi("k1"));
    scene.favor(scene.bob, group);
    assertThat(scene.now(group)).isEqualTo(group);

    assertThat(scene.tookOut(group, scene.kpi("k1"))).isTrue();
    scene.unfavor(scene.bob, group);
    assertThat(scene.now(group)).isEqualTo(group);
  }

  @Test
  default void anAbsentGroupIsToldBeforeAStaleRevision() {
    Scene scene = new Scene(this);
    KpiGroup group = scene.group("Sales");
    RevisionMatch stale = RevisionMatch.oneOf(Set.of());
    scene.delete(group, NOON);

    assertThatThrownBy(() -> scene.rename(group, "Revenue", stale))
        .isInstanceOf(GroupNotFound.class);
    assertThatThrownBy(() -> scene.storage.groups().delete(scene.ann, group.id(), NOON, stale))
        .isInstanceOf(GroupNotFound.class);
  }

  private static void assertStale(Scene scene, KpiGroup current, RevisionMatch expected) {
    var groups = scene.storage.groups();
    Name name = new Name("Too late");

    assertThatThrownBy(() -> groups.rename(scene.bob, current.id(), name, NOON, expected))
        .isInstanceOf(StaleRevision.class);
    assertThatThrownBy(() -> groups.delete(scene.bob, current.id(), NOON, expected))
        .isInstanceOf(StaleRevision.class);
    assertThat(scene.now(current)).isEqualTo(current);
  }
}
