package io.kpigroups.testkit.group;

import static io.kpigroups.testkit.fixture.Scene.NOON;
import static io.kpigroups.testkit.fixture.Scene.PLENTY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kpigroups.application.port.Call;
import io.kpigroups.domain.failure.IdTaken;
import io.kpigroups.domain.group.KpiGroup;
import io.kpigroups.domain.group.KpiGroupId;
import io.kpigroups.domain.group.ViewedGroup;
import io.kpigroups.domain.value.Name;
import io.kpigroups.domain.value.RevisionMatch;
import io.kpigroups.testkit.fixture.Race;
import io.kpigroups.testkit.fixture.Race.Outcome;
import io.kpigroups.testkit.fixture.Scene;
import io.kpigroups.testkit.fixture.StorageFixture;
import io.kpigroups.testkit.fixture.TestLimits;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A create that is repeated with its id, user and time makes no other group. */
public interface RepeatedCreateContract extends StorageFixture {

  @Test
  default void aNewGroupHasTheIdThatItWasGiven() {
    Scene scene = new Scene(this);
    KpiGroupId id = Scene.newId(NOON);

    assertThat(create(scene, scene.ann, id, NOON, PLENTY).group().id()).isEqualTo(id);
    assertThat(scene.all(scene.ann).items())
        .extracting(viewed -> viewed.group().id())
        .containsExactly(id);
  }

  @Test
  default void aCreateThatIsRepeatedAnswersTheGroupAsItIsByThen() {
    Scene scene = new Scene(this);
    KpiGroupId id = Scene.newId(NOON);
    KpiGroup made = create(scene, scene.ann, id, NOON, 1).group();
    assertThat(create(scene, scene.ann, id, NOON, 1)).isEqualTo(new ViewedGroup(made, false));

    KpiGroup renamed = scene.rename(made, "Revenue", RevisionMatch.any());
    scene.favor(scene.ann, made);

    assertThat(create(scene, scene.ann, id, NOON, 1)).isEqualTo(new ViewedGroup(renamed, true));
    assertThat(scene.all(scene.ann).totalCount()).isEqualTo(1);
  }

  @Test
  default void aCreateThatIsRepeatedBringsNoDeletedGroupBack() {
    Scene scene = new Scene(this);
    KpiGroupId id = Scene.newId(NOON);
    KpiGroup made = create(scene, scene.ann, id, NOON, PLENTY).group();
    scene.delete(made, Scene.EVENING);

    assertThat(create(scene, scene.ann, id, NOON, PLENTY).group().id()).isEqualTo(id);
    assertThat(scene.storage.groups().find(scene.ann, id)).isEmpty();
  }

  @Test
  default void theIdOfAnotherGroupIsRefusedAndThatGroupStaysAsItIs() {
    Scene scene = new Scene(this);
    KpiGroup group = scene.group("Sales");

    assertThatThrownBy(() -> create(scene, scene.bob, group.id(), NOON, PLENTY))
        .isInstanceOf(IdTaken.class);
    assertThatThrownBy(() -> create(scene, scene.ann, group.id(), NOON.plusMillis(1), PLENTY))
        .isInstanceOf(IdTaken.class);
    assertThat(scene.now(group)).isEqualTo(group);
  }

  @RepeatedTest(3)
  @Tag(Race.TAG)
  default void ofManyWhoRepeatACreateAtOnceAllGetTheOneGroup() {
    Scene scene = new Scene(this);
    KpiGroupId id = Scene.newId(NOON);

    List<Outcome<KpiGroup>> outcomes =
        Race.of(16, i -> () -> create(scene, scene.ann, id, NOON, PLENTY).group());

    assertThat(outcomes).allMatch(Outcome::succeeded);
    assertThat(outcomes.stream().flatMap(outcome -> outcome.value().stream()).distinct())
        .hasSize(1);
    assertThat(scene.all(scene.ann).totalCount()).isEqualTo(1);
  }

  private static ViewedGroup create(Scene scene, Call by, KpiGroupId id, Instant at, int limit) {
    return scene.storage.groups().create(by, id, new Name("Sales"), at, TestLimits.groups(limit));
  }
}
