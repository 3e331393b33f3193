package io.kpigroups.testkit.key;

import static io.kpigroups.testkit.fixture.KeySteps.KEY;
import static io.kpigroups.testkit.fixture.KeySteps.SALES;
import static io.kpigroups.testkit.fixture.KeySteps.WORK;
import static io.kpigroups.testkit.fixture.KeySteps.claim;
import static io.kpigroups.testkit.fixture.KeySteps.keys;
import static io.kpigroups.testkit.fixture.Scene.NOON;
import static io.kpigroups.testkit.store.DeadlineContract.assertTooLate;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kpigroups.application.port.Call;
import io.kpigroups.domain.failure.IdempotencyKeyInUse;
import io.kpigroups.domain.group.KeyedCreate;
import io.kpigroups.domain.group.KpiGroupId;
import io.kpigroups.domain.value.Name;
import io.kpigroups.testkit.fixture.KeySteps;
import io.kpigroups.testkit.fixture.Scene;
import io.kpigroups.testkit.fixture.StoredRows;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** A key whose group was refused is free again, and no other is. */
public interface FreedKeyContract extends StoredRows {

  @Test
  default void aReleasedKeyIsFreeForEveryRequest() {
    Scene scene = KeySteps.scene(this);
    KeyedCreate first = claim(scene, NOON);

    keys(scene).release(scene.ann, KEY, first);

    assertThat(storedRows(scene.account)).isZero();
    KeyedCreate next = claim(scene, scene.ann, KEY, new Name("Revenue"), NOON);
    assertThat(next.isDone()).isFalse();
    assertThat(next.group().id()).isNotEqualTo(first.group().id());
  }

  /** The clock of a request has nanoseconds, which hardly a store keeps. */
  @Test
  default void whatAClaimHasAnsweredIsEnoughToReleaseIt() {
    Scene scene = KeySteps.scene(this);
    Instant now = NOON.plusNanos(456_789);
    KeyedCreate first = keys(scene).claim(scene.ann, KEY, Scene.newId(now), SALES, now);

    keys(scene).release(scene.ann, KEY, first);

    assertThat(claim(scene, NOON).group().id()).isNotEqualTo(first.group().id());
  }

  @Test
  default void whoWasTooSlowDoesNotReleaseTheKeyThatAnotherTookOver() {
    Scene scene = KeySteps.scene(this);
    Instant over = NOON.plus(WORK);
    KeyedCreate first = claim(scene, NOON);
    KeyedCreate second = claim(scene, over);

    keys(scene).release(scene.ann, KEY, first);
    assertThatThrownBy(() -> claim(scene, over)).isInstanceOf(IdempotencyKeyInUse.class);
    keys(scene).release(scene.ann, KEY, second);
    assertThat(claim(scene, over).group().id()).isNotEqualTo(first.group().id());
  }

  @Test
  default void whatIsFinishedIsNotReleased() {
    Scene scene = KeySteps.scene(this);
    KeyedCreate first = claim(scene, NOON);
    keys(scene).finish(scene.ann, KEY, first);

    keys(scene).release(scene.ann, KEY, first);

    assertThat(claim(scene, NOON).isDone()).isTrue();
    assertThat(claim(scene, NOON).group()).isEqualTo(first.group());
  }

  @Test
  default void nobodyElseReleasesOrFinishesAKey() {
    Scene scene = KeySteps.scene(this);
    Scene elsewhere = KeySteps.scene(this);
    KeyedCreate first = claim(scene, NOON);

    keys(scene).release(scene.bob, KEY, first);
    keys(scene).finish(scene.bob, KEY, first);
    keys(elsewhere).release(elsewhere.ann, KEY, first);
    keys(elsewhere).finish(elsewhere.ann, KEY, first);

    assertThatThrownBy(() -> claim(scene, NOON)).isInstanceOf(IdempotencyKeyInUse.class);
    assertThat(claim(scene, scene.bob, KEY, SALES, NOON).isDone()).as("of bob").isFalse();
    assertThat(claim(elsewhere, NOON).isDone()).as("elsewhere").isFalse();
  }

  @Test
  default void whatWasReleasedIsNotFinishedAfterwards() {
    Scene scene = KeySteps.scene(this);
    KeyedCreate first = claim(scene, NOON);
    keys(scene).release(scene.ann, KEY, first);
    keys(scene).finish(scene.ann, KEY, first);
    assertThat(storedRows(scene.account)).isZero();

    KeyedCreate next = claim(scene, NOON);
    keys(scene).finish(scene.ann, KEY, first);
    keys(scene).release(scene.ann, KEY, first);

    assertThatThrownBy(() -> claim(scene, NOON)).isInstanceOf(IdempotencyKeyInUse.class);
    assertThat(claim(scene, NOON.plus(WORK)).group()).isEqualTo(next.group());
  }

  @Test
  default void aKeyIsOneRowHoweverOftenItIsClaimed() {
    Scene scene = KeySteps.scene(this);
    claim(scene, NOON);
    KeyedCreate second = claim(scene, NOON.plus(WORK));
    assertThat(storedRows(scene.account)).isEqualTo(1);

    keys(scene).finish(scene.ann, KEY, second);
    claim(scene, NOON);
    claim(scene, NOON.plus(KeyedCreate.KEPT_FOR));
    assertThat(storedRows(scene.account)).isEqualTo(1);
  }

  @Test
  default void noKeyIsTakenOrFreedWhenTheTimeIsOver() {
    Scene scene = KeySteps.scene(this);
    Call late = Scene.late(scene.ann);
    KpiGroupId id = Scene.newId(NOON);

    assertTooLate(() -> keys(scene).claim(late, KEY, id, SALES, NOON));
    assertThat(storedRows(scene.account)).isZero();
    KeyedCreate first = claim(scene, NOON);
    assertTooLate(() -> keys(scene).release(late, KEY, first));
    assertTooLate(() -> keys(scene).finish(late, KEY, first));
    assertTooLate(() -> keys(scene).sweep(Instant.EPOCH, late.deadline()));
    assertThatThrownBy(() -> claim(scene, NOON)).isInstanceOf(IdempotencyKeyInUse.class);
  }
}
