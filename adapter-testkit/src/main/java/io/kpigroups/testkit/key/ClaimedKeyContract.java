package io.kpigroups.testkit.key;

import static io.kpigroups.testkit.fixture.KeySteps.KEY;
import static io.kpigroups.testkit.fixture.KeySteps.SALES;
import static io.kpigroups.testkit.fixture.KeySteps.WORK;
import static io.kpigroups.testkit.fixture.KeySteps.claim;
import static io.kpigroups.testkit.fixture.KeySteps.keys;
import static io.kpigroups.testkit.fixture.Scene.NOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kpigroups.application.port.Call;
import io.kpigroups.domain.failure.IdempotencyKeyInUse;
import io.kpigroups.domain.failure.IdempotencyKeyReused;
import io.kpigroups.domain.group.KeyedCreate;
import io.kpigroups.domain.group.KpiGroup;
import io.kpigroups.domain.group.KpiGroupId;
import io.kpigroups.domain.group.Stamp;
import io.kpigroups.domain.value.IdempotencyKey;
import io.kpigroups.domain.value.Name;
import io.kpigroups.testkit.fixture.KeySteps;
import io.kpigroups.testkit.fixture.Race;
import io.kpigroups.testkit.fixture.Race.Outcome;
import io.kpigroups.testkit.fixture.Scene;
import io.kpigroups.testkit.fixture.StorageFixture;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who makes the group of a key, and who has to wait for how long. */
public interface ClaimedKeyContract extends StorageFixture {
  /** When the first claim of these tests is not at work any more. */
  Instant OVER = NOON.plus(WORK);

  @Test
  default void whoClaimsAFreeKeyIsToldToMakeItsGroup() {
    Scene scene = KeySteps.scene(this);
    KpiGroupId id = Scene.newId(NOON);
    Call ann = KeySteps.working(scene.ann);

    KeyedCreate claimed = keys(scene).claim(ann, KEY, id, SALES, NOON.plusNanos(999));

    KpiGroup wanted = KpiGroup.create(scene.account, id, SALES, new Stamp(scene.ann.user(), NOON));
    assertThat(claimed.group()).isEqualTo(wanted);
    assertThat(claimed.isDone()).isFalse();
    assertThat(scene.storage.groups().find(scene.ann, id)).as("not made yet").isEmpty();
  }

  @ParameterizedTest
  @ValueSource(longs = {0, 1, 60_000, 299_999})
  default void whoComesWhileItIsAtWorkIsToldHowLongToWait(long millis) {
    Scene scene = KeySteps.scene(this);
    claim(scene, NOON);

    assertThatThrownBy(() -> claim(scene, NOON.plusMillis(millis)))
        .isInstanceOfSatisfying(
            IdempotencyKeyInUse.class,
            inUse ->
                assertThat(inUse.retryAfter()).isEqualTo(WORK.minus(Duration.ofMillis(millis))));
  }

  @Test
  default void whoComesAfterwardsFinishesTheSameGroup() {
    Scene scene = KeySteps.scene(this);
    KeyedCreate first = claim(scene, NOON);

    KeyedCreate second = claim(scene, OVER);

    assertThat(second.group()).isEqualTo(first.group());
    assertThat(second.isDone()).isFalse();
    assertThatThrownBy(() -> claim(scene, OVER.plus(WORK).minusMillis(1)))
        .as("the second is at work now")
        .isInstanceOfSatisfying(
            IdempotencyKeyInUse.class,
            inUse -> assertThat(inUse.retryAfter()).isEqualTo(Duration.ofMillis(1)));
    assertThat(claim(scene, OVER.plus(WORK)).group()).isEqualTo(first.group());
  }

  @Test
  default void anotherNameIsRefusedAlsoWhileTheFirstIsAtWorkOrWasInterrupted() {
    Scene scene = KeySteps.scene(this);
    KeyedCreate first = claim(scene, NOON);

    for (Instant now : List.of(NOON, OVER.minusMillis(1), OVER, OVER.plusSeconds(1))) {
      assertThatThrownBy(() -> claim(scene, scene.ann, KEY, new Name("Revenue"), now))
          .isInstanceOf(IdempotencyKeyReused.class);
    }
    assertThat(claim(scene, OVER).group()).isEqualTo(first.group());
  }

  @Test
  default void whatIsFinishedIsAnsweredAtOnceAndForADay() {
    Scene scene = KeySteps.scene(this);
    KeyedCreate first = claim(scene, NOON);
    Instant dayLater = NOON.plus(KeyedCreate.KEPT_FOR);

    keys(scene).finish(scene.ann, KEY, first);
    keys(scene).finish(scene.ann, KEY, first);

    for (Instant now : List.of(NOON, OVER, dayLater.minusMillis(1))) {
      assertThat(claim(scene, now).isDone()).isTrue();
      assertThat(claim(scene, now).group()).isEqualTo(first.group());
    }
    KeyedCreate next = claim(scene, scene.ann, KEY, new Name("Revenue"), dayLater);
    assertThat(next.isDone()).isFalse();
    assertThat(next.group().id()).isNotEqualTo(first.group().id());
    assertThat(next.group().created().at()).isEqualTo(dayLater);
  }

  @Test
  default void whatWasNeverFinishedIsFreeAfterADayToo() {
    Scene scene = KeySteps.scene(this);
    KeyedCreate first = claim(scene, NOON);
    Instant dayLater = NOON.plus(KeyedCreate.KEPT_FOR);

    assertThat(claim(scene, dayLater.minusMillis(1)).group()).isEqualTo(first.group());
    assertThat(claim(scene, dayLater).group().id())
        .as("although somebody was still at work")
        .isNotEqualTo(first.group().id());
  }

  @Test
  default void anInterruptedOneIsDoneWhoeverFinishesIt() {
    Scene scene = KeySteps.scene(this);
    KeyedCreate first = claim(scene, NOON);
    claim(scene, OVER);

    keys(scene).finish(scene.ann, KEY, first);

    assertThat(claim(scene, OVER).isDone()).isTrue();
    assertThat(claim(scene, OVER).group()).isEqualTo(first.group());
  }

  @RepeatedTest(3)
  @Tag(Race.TAG)
  default void ofManyWhoClaimAFreeKeyAtOnceOneMakesTheGroup() {
    Scene scene = KeySteps.scene(this);

    assertOneClaims(Race.of(32, i -> () -> claim(scene, NOON)));
  }

  @RepeatedTest(3)
  @Tag(Race.TAG)
  default void ofManyWhoTakeAnInterruptedOneOverAtOnceOneMakesTheGroup() {
    Scene scene = KeySteps.scene(this);
    KeyedCreate first = claim(scene, NOON);

    assertThat(assertOneClaims(Race.of(16, i -> () -> claim(scene, OVER))).group())
        .isEqualTo(first.group());
  }

  @RepeatedTest(3)
  @Tag(Race.TAG)
  default void ofManyWhoClaimAKeyThatIsADayOldOneMakesTheGroup() {
    Scene scene = KeySteps.scene(this);
    KeyedCreate first = claim(scene, NOON);
    keys(scene).finish(scene.ann, KEY, first);
    Instant dayLater = NOON.plus(KeyedCreate.KEPT_FOR);

    assertThat(assertOneClaims(Race.of(16, i -> () -> claim(scene, dayLater))).group())
        .isNotEqualTo(first.group());
  }

  /** Blanks count, although no HTTP header can begin or end with one. */
  @Test
  default void keysDifferInEveryCharacter() {
    Scene scene = KeySteps.scene(this);
    Set<KpiGroupId> ids = new HashSet<>();

    for (String key :
        List.of("key", "Key", " key", "key ", "key  ", " ", "  ", "k", "~", "key\\")) {
      KeyedCreate claimed = claim(scene, scene.ann, new IdempotencyKey(key), SALES, NOON);
      assertThat(ids.add(claimed.group().id())).as("'%s' is new", key).isTrue();
    }
    for (String user : List.of("ann ", " ann", "Ann", "ann\\", "an_", "%")) {
      KeyedCreate claimed = claim(scene, scene.user(user), new IdempotencyKey("key"), SALES, NOON);
      assertThat(ids.add(claimed.group().id())).as("'%s' is new", user).isTrue();
    }
  }

  private static KeyedCreate assertOneClaims(List<Outcome<KeyedCreate>> outcomes) {
    assertThat(outcomes.stream().flatMap(outcome -> outcome.failure().stream()))
        .hasSize(outcomes.size() - 1)
        .allMatch(IdempotencyKeyInUse.class::isInstance);
    KeyedCreate claimed =
        outcomes.stream().flatMap(outcome -> outcome.value().stream()).findFirst().orElseThrow();
    assertThat(claimed.isDone()).isFalse();
    return claimed;
  }
}
