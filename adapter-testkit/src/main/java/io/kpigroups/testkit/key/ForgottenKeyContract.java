package io.kpigroups.testkit.key;

import static io.kpigroups.testkit.fixture.KeySteps.KEY;
import static io.kpigroups.testkit.fixture.KeySteps.SALES;
import static io.kpigroups.testkit.fixture.KeySteps.WORK;
import static io.kpigroups.testkit.fixture.KeySteps.keys;
import static io.kpigroups.testkit.fixture.PurgeSteps.LONG_AGO;
import static io.kpigroups.testkit.fixture.Scene.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import io.kpigroups.domain.group.KeyedCreate;
import io.kpigroups.domain.value.IdempotencyKey;
import io.kpigroups.testkit.fixture.KeySteps;
import io.kpigroups.testkit.fixture.PurgeSteps;
import io.kpigroups.testkit.fixture.Race;
import io.kpigroups.testkit.fixture.Race.Outcome;
import io.kpigroups.testkit.fixture.Scene;
import io.kpigroups.testkit.fixture.StoredRows;
import io.kpigroups.testkit.fixture.TestTime;
import java.time.Instant;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceAccessMode;
import org.junit.jupiter.api.parallel.ResourceLock;

/**
 * When keys are forgotten, and when not.
 *
 * <p>A sweep works across accounts. These tests claim in a distant past, where no others do.
 */
public interface ForgottenKeyContract extends StoredRows {
  /** Names what a sweep changes, whatever the account. */
  String SWEEP = "io.kpigroups.testkit.sweep";

  @Test
  @ResourceLock(SWEEP)
  default void onlyKeysFromTheTimeOrBeforeAreForgotten() {
    Scene scene = KeySteps.scene(this);
    KeyedCreate before = claim(scene, "before", LONG_AGO.minusMillis(1));
    claim(scene, "at", LONG_AGO);
    KeyedCreate after = claim(scene, "after", LONG_AGO.plusMillis(1));
    KeyedCreate recent = claim(scene, NOON);
    keys(scene).finish(scene.ann, new IdempotencyKey("before"), before);
    keys(scene).finish(scene.ann, new IdempotencyKey("after"), after);

    sweep(scene);
    sweep(scene);

    assertThat(storedRows(scene.account)).isEqualTo(2);
    assertThat(claim(scene, "before", LONG_AGO).isDone()).isFalse();
    assertThat(claim(scene, "after", LONG_AGO.plus(WORK)).group()).isEqualTo(after.group());
    assertThat(claim(scene, NOON.plus(WORK)).group()).isEqualTo(recent.group());
    sweep(scene);
  }

  /** When somebody finished it does not matter, nor that somebody is still at work. */
  @Test
  @ResourceLock(SWEEP)
  default void theTimeOfTheFirstRequestCounts() {
    Scene scene = KeySteps.scene(this);
    claim(scene, LONG_AGO);
    claim(scene, LONG_AGO.plus(WORK));

    sweep(scene);

    assertThat(storedRows(scene.account)).isZero();
  }

  @Test
  @ResourceLock(SWEEP)
  default void keysOfEveryAccountAndUserAreForgotten() {
    Scene scene = KeySteps.scene(this);
    Scene elsewhere = KeySteps.scene(this);
    claim(scene, LONG_AGO);
    KeySteps.claim(scene, scene.bob, KEY, SALES, LONG_AGO);
    claim(elsewhere, LONG_AGO);

    sweep(scene);

    assertThat(storedRows(scene.account)).isZero();
    assertThat(storedRows(elsewhere.account)).isZero();
  }

  @Test
  @ResourceLock(SWEEP)
  @Tag(Race.TAG)
  default void manyKeysAreForgottenBySweepsAtOnce() {
    Scene scene = KeySteps.scene(this);
    for (int i = 0; i < 50; i++) {
      claim(scene, "key " + i, LONG_AGO);
    }

    assertThat(
            Race.of(
                3,
                i ->
                    () -> {
                      sweep(scene);
                      return i;
                    }))
        .allMatch(Outcome::succeeded);

    assertThat(storedRows(scene.account)).isZero();
  }

  @Test
  @ResourceLock(value = PurgeSteps.MARKS, mode = ResourceAccessMode.READ)
  default void aKeyWhoseGroupWasPurgedMakesNothingAgain() {
    Scene scene = purging();
    KeyedCreate finished = claim(scene, NOON);
    KeySteps.make(scene, scene.ann, finished);
    keys(scene).finish(scene.ann, KEY, finished);

    purge(scene, finished);

    assertThat(claim(scene, NOON.plus(WORK)).isDone()).isTrue();
    assertThat(claim(scene, NOON.plus(WORK)).group()).isEqualTo(finished.group());
  }

  /** The group was made, and then the process died before it noted that. */
  @Test
  @ResourceLock(value = PurgeSteps.MARKS, mode = ResourceAccessMode.READ)
  default void aKeyThatWasNotFinishedIsDoneWhenItsGroupIsPurged() {
    Scene scene = purging();
    KeyedCreate interrupted = claim(scene, NOON);
    KeySteps.make(scene, scene.ann, interrupted);
    KeyedCreate other = claim(scene, "other", NOON);

    purge(scene, interrupted);

    for (Instant now : new Instant[] {NOON, NOON.plus(WORK)}) {
      assertThat(claim(scene, now).isDone()).isTrue();
      assertThat(claim(scene, now).group()).isEqualTo(interrupted.group());
    }
    KeyedCreate stillOpen = claim(scene, "other", NOON.plus(WORK));
    assertThat(stillOpen.isDone()).as("of a group that was not purged").isFalse();
    assertThat(stillOpen.group()).isEqualTo(other.group());
  }

  private Scene purging() {
    Scene scene = KeySteps.scene(this);
    PurgeSteps.deleted(scene);
    return scene;
  }

  private static void purge(Scene scene, KeyedCreate made) {
    scene.delete(made.group(), LONG_AGO);
    assertThat(PurgeSteps.purge(scene)).isEqualTo(1);
  }

  private static void sweep(Scene scene) {
    keys(scene).sweep(LONG_AGO, TestTime.ample());
  }

  private static KeyedCreate claim(Scene scene, String key, Instant now) {
    return KeySteps.claim(scene, scene.ann, new IdempotencyKey(key), SALES, now);
  }

  private static KeyedCreate claim(Scene scene, Instant now) {
    return KeySteps.claim(scene, now);
  }
}
