package io.kpigroups.adapter.mongo.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kpigroups.adapter.mongo.support.Fault;
import io.kpigroups.adapter.mongo.support.FaultyProxyTests;
import io.kpigroups.adapter.mongo.support.FaultyServerResource;
import io.kpigroups.adapter.mongo.support.MongoFixture;
import io.kpigroups.adapter.mongo.support.RecordedCommands;
import io.kpigroups.application.port.StorageUnavailable;
import io.kpigroups.application.port.out.IdempotencyStore;
import io.kpigroups.domain.failure.IdempotencyKeyInUse;
import io.kpigroups.domain.group.KeyedCreate;
import io.kpigroups.domain.group.KpiGroup;
import io.kpigroups.domain.value.IdempotencyKey;
import io.kpigroups.domain.value.Name;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** How many commands an idempotency key takes, and what becomes of it if an answer is lost. */
@QuarkusTest
@QuarkusTestResource(value = FaultyServerResource.class, restrictToAnnotatedClass = true)
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class KeyCommandsTest extends FaultyProxyTests {
  private static final IdempotencyKey KEY = new IdempotencyKey("again");

  /** After the deadline of every call of the test. */
  private static final Instant LATER = NOON.plus(Duration.ofMinutes(6));

  @Inject RecordedCommands recorded;

  @Test
  void aGroupUnderAKeyTakesFourCommandsAndTheSameAgainTwo() {
    assertThat(
            commandsOf(
                () -> {
                  KeyedCreate kept = claim(NOON);
                  create(kept.group());
                  keys().finish(ann, KEY, kept);
                }))
        .containsExactly("insert", "aggregate", "insert", "update");
    assertThat(commandsOf(() -> assertThat(claim(NOON).isDone()).isTrue()))
        .containsExactly("insert", "find");
  }

  @Test
  void aKeyThatIsTakenOverTakesThreeCommandsAndOneThatIsFreedOne() {
    KeyedCreate first = claim(NOON);
    assertThat(commandsOf(() -> claim(LATER))).containsExactly("insert", "find", "update");
    assertThat(commandsOf(() -> keys().release(ann, KEY, first))).containsExactly("delete");
    assertThatThrownBy(() -> claim(LATER)).isInstanceOf(IdempotencyKeyInUse.class);
  }

  @ParameterizedTest
  @MethodSource("io.kpigroups.adapter.mongo.support.Fault#done")
  void aKeyThatWasTakenIsFoundByItsMarkAndTakenOnce(Fault fault) {
    proxy.next("insert", fault);
    KeyedCreate kept = claim(NOON);
    assertThatThrownBy(() -> claim(NOON)).isInstanceOf(IdempotencyKeyInUse.class);

    proxy.next("update", fault);
    assertThat(claim(LATER).group()).isEqualTo(kept.group());
    assertThatThrownBy(() -> claim(LATER)).isInstanceOf(IdempotencyKeyInUse.class);
  }

  @ParameterizedTest
  @MethodSource("io.kpigroups.adapter.mongo.support.Fault#undone")
  void aKeyThatWasNotTakenIsTakenAgain(Fault fault) {
    proxy.next("insert", fault);
    claim(NOON);
    assertThatThrownBy(() -> claim(NOON)).isInstanceOf(IdempotencyKeyInUse.class);
  }

  /** Nothing was made, so the same request may be sent again. */
  @Test
  void aKeyOfWhichNotEvenALookTellsIsUnavailable() {
    proxy.next("insert", Fault.ANSWER_LOST);
    proxy.each("find", Fault.failed(1));
    assertThatThrownBy(() -> claim(NOON)).isInstanceOf(StorageUnavailable.class);
    proxy.mend();
    awaitReady();
    assertThatThrownBy(() -> claim(NOON)).isInstanceOf(IdempotencyKeyInUse.class);
    assertThat(claim(LATER).isDone()).isFalse();
  }

  @ParameterizedTest
  @MethodSource("io.kpigroups.adapter.mongo.support.Fault#done")
  void aKeyIsFinishedOrFreedWhateverBecomesOfTheAnswer(Fault fault) {
    KeyedCreate kept = claim(NOON);
    proxy.next("delete", fault);
    repeated(() -> keys().release(ann, KEY, kept));
    KeyedCreate next = claim(NOON);
    proxy.next("update", fault);
    repeated(() -> keys().finish(ann, KEY, next));
    assertThat(claim(LATER)).isEqualTo(next.done());
  }

  private static void repeated(Runnable call) {
    try {
      call.run();
    } catch (StorageUnavailable e) {
      call.run();
    }
  }

  private KeyedCreate claim(Instant now) {
    return keys().claim(ann, KEY, MongoFixture.newId(), new Name("Keyed"), now);
  }

  private void create(KpiGroup made) {
    storage.groups().create(ann, made.id(), made.name(), made.created().at(), NO_LIMITS);
  }

  private IdempotencyStore keys() {
    return storage.idempotency().orElseThrow();
  }

  private List<String> commandsOf(Runnable operation) {
    return recorded.namesOfAtMost(4, ann, operation);
  }
}
