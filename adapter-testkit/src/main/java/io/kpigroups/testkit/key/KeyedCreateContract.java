package io.kpigroups.testkit.key;

import static io.kpigroups.testkit.fixture.KeySteps.KEY;
import static io.kpigroups.testkit.fixture.KeySteps.SALES;
import static io.kpigroups.testkit.fixture.KeySteps.create;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kpigroups.application.port.Call;
import io.kpigroups.domain.failure.IdempotencyKeyInUse;
import io.kpigroups.domain.failure.IdempotencyKeyReused;
import io.kpigroups.domain.group.KpiGroup;
import io.kpigroups.domain.query.GroupSelection;
import io.kpigroups.domain.value.IdempotencyKey;
import io.kpigroups.domain.value.Name;
import io.kpigroups.domain.value.RevisionMatch;
import io.kpigroups.testkit.fixture.KeySteps;
import io.kpigroups.testkit.fixture.ListSteps;
import io.kpigroups.testkit.fixture.Race;
import io.kpigroups.testkit.fixture.Race.Outcome;
import io.kpigroups.testkit.fixture.Scene;
import io.kpigroups.testkit.fixture.StorageFixture;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A create that comes again with its key makes no other group, whatever became of the first. */
public interface KeyedCreateContract extends StorageFixture {

  @Test
  default void theSameRequestAgainGetsTheSameGroup() {
    Scene scene = KeySteps.scene(this);

    KpiGroup made = create(scene, scene.ann, KEY, SALES);

    assertThat(scene.now(made)).isEqualTo(made);
    assertThat(create(scene, scene.ann, KEY, SALES)).isEqualTo(made);
    assertThat(ListSteps.ids(scene, GroupSelection.LIVE)).containsExactly(made.id());
  }

  @Test
  default void theAnswerIsThatOfThenAlsoIfTheGroupWasChangedSince() {
    Scene scene = KeySteps.scene(this);
    KpiGroup made = create(scene, scene.ann, KEY, SALES);
    scene.favor(scene.ann, made);

    scene.rename(made, "Revenue", RevisionMatch.any());
    assertThat(create(scene, scene.ann, KEY, SALES)).isEqualTo(made);
    assertThat(scene.now(made).name()).isEqualTo(new Name("Revenue"));
    scene.delete(made, Scene.EVENING);
    assertThat(create(scene, scene.ann, KEY, SALES)).isEqualTo(made);
    assertThat(ListSteps.ids(scene, GroupSelection.LIVE)).isEmpty();
    assertThat(ListSteps.ids(scene, GroupSelection.DELETED)).containsExactly(made.id());
  }

  @ParameterizedTest
  @ValueSource(strings = {"Revenue", "sales", "Sáles", "Sales 2"})
  default void anotherNameUnderTheSameKeyIsRefusedAndNothingIsMade(String name) {
    Scene scene = KeySteps.scene(this);
    KpiGroup made = create(scene, scene.ann, KEY, SALES);
    Name other = new Name(name);

    assertThatThrownBy(() -> create(scene, scene.ann, KEY, other))
        .isInstanceOf(IdempotencyKeyReused.class);
    scene.rename(made, name, RevisionMatch.any());
    assertThatThrownBy(() -> create(scene, scene.ann, KEY, other))
        .as("also if the group has that name by now")
        .isInstanceOf(IdempotencyKeyReused.class);

    assertThat(ListSteps.ids(scene, GroupSelection.LIVE)).containsExactly(made.id());
    assertThat(create(scene, scene.ann, KEY, SALES)).isEqualTo(made);
  }

  @Test
  default void theSameKeyOfAnotherUserOrInAnotherAccountIsAnother() {
    Scene scene = KeySteps.scene(this);
    Scene elsewhere = KeySteps.scene(this);
    KpiGroup ofAnn = create(scene, scene.ann, KEY, SALES);

    KpiGroup ofBob = create(scene, scene.bob, KEY, new Name("Of bob"));
    KpiGroup foreign = create(elsewhere, elsewhere.ann, KEY, new Name("Foreign"));

    assertThat(Set.of(ofAnn.id(), ofBob.id(), foreign.id())).hasSize(3);
    assertThat(ofBob.created().by()).isEqualTo(scene.bob.user());
    assertThat(foreign.account()).isEqualTo(elsewhere.account);
    assertThat(create(scene, scene.ann, KEY, SALES)).isEqualTo(ofAnn);
    assertThat(create(scene, scene.bob, KEY, new Name("Of bob"))).isEqualTo(ofBob);
    assertThat(ListSteps.ids(scene, GroupSelection.LIVE)).isEqualTo(ListSteps.ids(ofAnn, ofBob));
    assertThat(ListSteps.ids(elsewhere, GroupSelection.LIVE)).containsExactly(foreign.id());
  }

  @Test
  default void aUserAndAKeyAreNeverTakenForAnotherUserAndKey() {
    Scene scene = KeySteps.scene(this);
    String longest = "k".repeat(254);
    List<List<String>> pairs =
        List.of(
            List.of("a:b", "c"),
            List.of("a", "b:c"),
            List.of("a/b", "c"),
            List.of("a", "b/c"),
            List.of("ab", "c"),
            List.of("a", "bc"),
            List.of("a", "BC"),
            List.of("A", "bc"),
            List.of("a", "$b.c"),
            List.of("a", "%"),
            List.of("a", "b_"),
            List.of("a", "\"b\" \\c"),
            List.of("a", longest + "1"),
            List.of("a", longest + "2"));
    Set<String> ids = new HashSet<>();

    for (List<String> pair : pairs) {
      Call user = scene.user(pair.get(0));
      IdempotencyKey key = new IdempotencyKey(pair.get(1));
      KpiGroup made = create(scene, user, key, SALES);
      assertThat(ids.add(made.id().value())).as("%s is new", pair).isTrue();
      assertThat(create(scene, user, key, SALES)).isEqualTo(made);
    }
  }

  @RepeatedTest(3)
  @Tag(Race.TAG)
  default void ofManyWhoCreateWithOneKeyAtOnceAllGetOneGroupOrAreToldToWait() {
    Scene scene = KeySteps.scene(this);

    List<Outcome<KpiGroup>> outcomes = Race.of(32, i -> () -> create(scene, scene.ann, KEY, SALES));

    KpiGroup made = create(scene, scene.ann, KEY, SALES);
    assertThat(outcomes).anyMatch(Outcome::succeeded);
    assertThat(outcomes)
        .allSatisfy(
            outcome -> {
              if (outcome.succeeded()) {
                assertThat(outcome.value()).contains(made);
              } else {
                assertThat(outcome.failure()).containsInstanceOf(IdempotencyKeyInUse.class);
              }
            });
    assertThat(ListSteps.ids(scene, GroupSelection.LIVE)).containsExactly(made.id());
  }
}
