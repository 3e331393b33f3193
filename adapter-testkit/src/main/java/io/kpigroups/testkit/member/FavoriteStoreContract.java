package io.kpigroups.testkit.member;

import static org.assertj.core.api.Assertions.assertThat;

import io.kpigroups.application.port.Call;
import io.kpigroups.domain.group.KpiGroup;
import io.kpigroups.domain.group.ViewedGroup;
import io.kpigroups.domain.value.Name;
import io.kpigroups.domain.value.RevisionMatch;
import io.kpigroups.testkit.fixture.Scene;
import io.kpigroups.testkit.fixture.StorageFixture;
import org.junit.jupiter.api.Test;

/** Who watches which group. */
public interface FavoriteStoreContract extends StorageFixture {

  @Test
  default void aFavoriteIsTheUsersOwnInEveryAnswer() {
    Scene scene = new Scene(this);
    KpiGroup group = scene.group("Sales");
    KpiGroup other = scene.group("Other");

    scene.favor(scene.ann, group);

    assertThat(scene.find(scene.ann, group)).isEqualTo(new ViewedGroup(group, true));
    assertThat(scene.find(scene.bob, group)).isEqualTo(new ViewedGroup(group, false));
    assertThat(scene.all(scene.ann).items())
        .containsExactlyInAnyOrder(scene.listed(group, true), scene.listed(other, false));
    assertThat(scene.all(scene.bob).items())
        .containsExactlyInAnyOrder(scene.listed(group, false), scene.listed(other, false));
  }

  @Test
  default void aRenameAnswersWithTheRenamersMark() {
    Scene scene = new Scene(this);
    KpiGroup group = scene.group("Sales");
    scene.favor(scene.ann, group);

    assertThat(rename(scene, scene.ann, group, "Revenue").favorite()).isTrue();
    assertThat(rename(scene, scene.ann, group, "Revenue").favorite()).isTrue();
    assertThat(rename(scene, scene.bob, group, "Income").favorite()).isFalse();
    assertThat(rename(scene, scene.bob, group, "Income").favorite()).isFalse();
  }

  @Test
  default void aRepeatedAddSucceedsAndOneRemovalEndsTheFavorite() {
    Scene scene = new Scene(this);
    KpiGroup group = scene.group("Sales");
    scene.favor(scene.ann, group);
    scene.favor(scene.ann, group);

    scene.unfavor(scene.ann, group);

    assertThat(scene.find(scene.ann, group).favorite()).isFalse();
  }

  @Test
  default void aRepeatedRemovalSucceedsAndLeavesOthersFavorites() {
    Scene scene = new Scene(this);
    KpiGroup group = scene.group("Sales");
    KpiGroup other = scene.group("Other");
    scene.favor(scene.ann, group);
    scene.favor(scene.ann, other);
    scene.favor(scene.bob, group);

    scene.unfavor(scene.ann, group);
    scene.unfavor(scene.ann, group);

    assertThat(scene.find(scene.ann, group).favorite()).isFalse();
    assertThat(scene.find(scene.ann, other).favorite()).isTrue();
    assertThat(scene.find(scene.bob, group).favorite()).isTrue();
  }

  @Test
  default void usersDifferInEveryCharacter() {
    Scene scene = new Scene(this);
    KpiGroup group = scene.group("Sales");

    scene.favor(scene.ann, group);

    for (String almostAnn : new String[] {"Ann", "ann ", " ann", "an_", "an%", "ann\\"}) {
      assertThat(scene.find(scene.user(almostAnn), group).favorite()).as(almostAnn).isFalse();
    }
  }

  private static ViewedGroup rename(Scene scene, Call by, KpiGroup group, String name) {
    Name newName = new Name(name);
    return scene
        .storage
        .groups()
        .rename(by, group.id(), newName, Scene.EVENING, RevisionMatch.any());
  }
}
