package io.kpigroups.domain.group;

import static io.kpigroups.domain.Samples.ANN;
import static io.kpigroups.domain.Samples.NOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kpigroups.domain.Samples;
import io.kpigroups.domain.failure.IdempotencyKeyInUse;
import io.kpigroups.domain.failure.IdempotencyKeyReused;
import io.kpigroups.domain.failure.InvalidInput;
import io.kpigroups.domain.group.GroupLife.Deleted;
import io.kpigroups.domain.value.IdempotencyKey;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KeyedCreateTest {
  private static final Instant OVER = NOON.plusSeconds(5);
  private static final Instant DAY_LATER = NOON.plus(KeyedCreate.KEPT_FOR);

  /** The first request. */
  private static final KeyedCreate FIRST =
      KeyedCreate.begun(Samples.group("a", "Sales", NOON), OVER);

  @Test
  void aFreeKeyIsTakenForTheGroupThatIsAskedFor() {
    assertThat(FIRST.claim(Optional.empty(), NOON)).isSameAs(FIRST);
    assertThat(FIRST.isDone()).isFalse();
  }

  @Test
  void whileTheFirstIsAtWorkOthersAreToldHowLongItMayTake() {
    for (Duration left : new Duration[] {Duration.ofSeconds(5), Duration.ofMillis(1)}) {
      Instant now = OVER.minus(left);
      assertThatThrownBy(() -> again(now).claim(Optional.of(FIRST), now))
          .isInstanceOfSatisfying(
              IdempotencyKeyInUse.class, inUse -> assertThat(inUse.retryAfter()).isEqualTo(left));
    }
  }

  @Test
  void fromThenOnAnotherFinishesTheSameGroupInATimeOfHisOwn() {
    for (Instant now : new Instant[] {OVER, OVER.plusSeconds(1), DAY_LATER.minusMillis(1)}) {
      KeyedCreate again = again(now);

      assertThat(again.claim(Optional.of(FIRST), now))
          .isEqualTo(new KeyedCreate(FIRST.group(), again.workingUntil(), false));
    }
  }

  @Test
  void whatIsDoneIsAnsweredAsItIsForADay() {
    KeyedCreate done = FIRST.done();

    assertThat(done).isEqualTo(new KeyedCreate(FIRST.group(), OVER, true));
    for (Instant now : new Instant[] {NOON, OVER, DAY_LATER.minusMillis(1)}) {
      assertThat(again(now).claim(Optional.of(done), now)).isSameAs(done);
    }
  }

  @Test
  void anotherNameIsAnotherRequestWhateverBecameOfTheFirst() {
    for (KeyedCreate present : new KeyedCreate[] {FIRST, FIRST.done()}) {
      for (Instant now : new Instant[] {NOON, OVER, DAY_LATER.minusMillis(1)}) {
        for (String name : new String[] {"Revenue", "sales"}) {
          KeyedCreate other = KeyedCreate.begun(Samples.group("b", name, now), now);
          assertThatThrownBy(() -> other.claim(Optional.of(present), now))
              .isInstanceOf(IdempotencyKeyReused.class);
        }
      }
    }
  }

  @Test
  void afterADayTheKeyIsFreeWhateverBecameOfTheFirst() {
    KeyedCreate other = KeyedCreate.begun(Samples.group("b", "Revenue", DAY_LATER), DAY_LATER);

    assertThat(other.claim(Optional.of(FIRST), DAY_LATER)).isSameAs(other);
    assertThat(other.claim(Optional.of(FIRST.done()), DAY_LATER)).isSameAs(other);
    assertThat(FIRST.isOver(DAY_LATER)).isTrue();
    assertThat(FIRST.isOver(DAY_LATER.minusMillis(1))).isFalse();
    assertThat(KeyedCreate.KEPT_FOR).isEqualTo(Duration.ofHours(24));
  }

  @Test
  void whatBecameOfTheGroupDoesNotMatter() {
    KpiGroup made = FIRST.group();
    KpiGroup gone =
        new KpiGroup(
            made.account(),
            made.id(),
            made.name(),
            made.created(),
            made.modified(),
            made.revision(),
            new Deleted(new Stamp(ANN, NOON)));
    KeyedCreate done = new KeyedCreate(gone, OVER, true);

    assertThat(again(NOON).claim(Optional.of(done), NOON)).isSameAs(done);
  }

  @ParameterizedTest
  @ValueSource(strings = {"x", " ", "~", "8e03978e-40d5-43e8-bc93-6894a57f9324", "a:b \"c\" \\"})
  void aKeyIsPrintableAscii(String value) {
    assertThat(new IdempotencyKey(value).value()).isEqualTo(value);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "\t", "a\nb", "é", "\u007F", "\u001F", "\uD83D\uDE00"})
  void nothingElseIsAKey(String value) {
    assertThatThrownBy(() -> new IdempotencyKey(value)).isInstanceOf(InvalidInput.class);
  }

  @Test
  void aKeyHasAtMost255Characters() {
    assertThat(new IdempotencyKey("k".repeat(255)).value()).hasSize(255);
    assertThatThrownBy(() -> new IdempotencyKey("k".repeat(256)))
        .isInstanceOf(InvalidInput.class)
        .hasMessageContaining("1 to 255 printable ASCII");
  }

  /** The same request again, under an id and with a time of its own. */
  private static KeyedCreate again(Instant now) {
    return KeyedCreate.begun(Samples.group("b", "Sales", now), now.plusSeconds(7));
  }
}
