package io.kpigroups.bootstrap.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kpigroups.adapter.rest.Authenticator.KeysUnavailable;
import io.kpigroups.application.port.Deadline;
import io.kpigroups.bootstrap.TestTime;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.LongSupplier;
import java.util.function.Predicate;
import org.jose4j.jwk.PublicJsonWebKey;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** When the keys of a provider are fetched, by a clock that stands still. */
class RemoteKeysTest {
  private static final PublicJsonWebKey OLD = TestTokens.ec("old");
  private static final PublicJsonWebKey NEW = TestTokens.ec("new");

  private final TestProvider provider = new TestProvider();
  private final RemoteKeys keys = provider.keys();

  @BeforeEach
  void publishTheOldKey() {
    provider.answers(TestTokens.jwks(OLD));
  }

  @Test
  void keysAreFetchedOnceAndWhenTheyAreNeeded() {
    assertThat(provider.fetches()).isZero();

    assertThat(has(OLD)).isTrue();
    assertThat(has(OLD)).isTrue();

    assertThat(provider.fetches()).isEqualTo(1);
  }

  @Test
  void whateverFitsNoKeyHasThemFetchedAtMostOnceAMinute() {
    has(OLD);
    provider.answers(TestTokens.jwks(OLD, NEW));

    for (int second = 0; second < 60; second++) {
      assertThat(has(NEW)).isFalse();
      provider.move(Duration.ofSeconds(1));
    }
    assertThat(provider.fetches()).isEqualTo(1);

    assertThat(has(NEW)).isTrue();
    assertThat(newerThan(known())).isEqualTo(known());
    assertThat(provider.fetches()).isEqualTo(2);
  }

  @Test
  void whoLooksForNewerKeysGetsThoseThatSomebodyElseHadFetchedMeanwhile() {
    has(OLD);
    KeySet seen = known();
    provider.move(RemoteKeys.BETWEEN_FETCHES);
    provider.answers(TestTokens.jwks(NEW));
    newerThan(seen);

    assertThat(newerThan(seen).entries()).hasSize(1).isNotEqualTo(seen.entries());
    assertThat(provider.fetches()).isEqualTo(2);
  }

  @Test
  void oldKeysAreFetchedInTheBackgroundAndUsedMeanwhile() {
    has(OLD);
    provider.answers(TestTokens.jwks(NEW));
    provider.move(RemoteKeys.STALE.minusNanos(1));

    assertThat(ifItWaitsTheFetchIsDone(time -> knows(OLD, time) && knows(OLD, time))).isTrue();
    provider.release();

    assertThat(knows(OLD)).isFalse();
    assertThat(knows(NEW)).isTrue();
    assertThat(provider.fetches()).isEqualTo(2);
  }

  @Test
  void aWithdrawnKeyIsNotUsedAfterAnHourInWhichNobodyAsked() {
    has(OLD);
    provider.answers(TestTokens.jwks(NEW));
    provider.move(RemoteKeys.STALE);

    assertThat(ifItWaitsTheFetchIsDone(time -> knows(OLD, time))).isFalse();
  }

  @Test
  void keysThatWereHadSurviveTheProvider() {
    has(OLD);
    provider.fails("gone");
    provider.move(Duration.ofDays(2));

    assertThat(has(OLD)).isTrue();
    assertThatThrownBy(() -> has(NEW)).isInstanceOf(KeysUnavailable.class);
    assertThat(provider.fetches()).isEqualTo(2);

    provider.answers(TestTokens.jwks(NEW));
    provider.move(RemoteKeys.BETWEEN_FETCHES);
    assertThat(has(NEW)).isTrue();
  }

  @Test
  void aProviderThatIsDownFromTheStartIsAskedAgainAfterASecond() {
    provider.fails("not yet");

    assertThatThrownBy(() -> has(OLD)).isInstanceOf(KeysUnavailable.class);
    assertThatThrownBy(() -> has(OLD)).isInstanceOf(KeysUnavailable.class);
    assertThat(provider.fetches()).isEqualTo(1);

    provider.answers(TestTokens.jwks(OLD));
    provider.move(RemoteKeys.UNTIL_FIRST_RETRY);
    assertThat(has(OLD)).isTrue();
  }

  @Test
  void answersThatHoldNoKeysAreNoKeys() {
    List<String> wrong = List.of("", "<html>", "{\"keys\":[]}", "{\"keys\":7}", "{\"keys\":[7]}");
    for (String answer : wrong) {
      provider.answers(answer);
      provider.move(RemoteKeys.UNTIL_FIRST_RETRY);

      assertThatThrownBy(() -> has(OLD)).isInstanceOf(KeysUnavailable.class);
    }
    assertThat(provider.fetches()).isEqualTo(wrong.size());
  }

  @Test
  void anAnswerThatHoldsNoKeysDoesNotReplaceThoseThatWereHad() {
    has(OLD);
    provider.answers("<html>");
    provider.move(RemoteKeys.OLD);

    assertThat(knows(OLD)).isTrue();
    assertThat(knows(OLD)).isTrue();
    assertThat(provider.fetches()).isEqualTo(2);
  }

  @Test
  void aRequestThatHasNoTimeLeftIsNotKeptButTheFetchThatItBeganGoesOn() {
    provider.hold();

    assertThatThrownBy(() -> has(OLD, almostOver())).isInstanceOf(KeysUnavailable.class);
    provider.release();

    assertThat(knows(OLD)).isTrue();
    assertThat(provider.fetches()).isEqualTo(1);
  }

  @Test
  void requestsWithoutTimeDoNotUseUpTheFetchesOfAJustRotatedKey() {
    has(OLD);
    provider.answers(TestTokens.jwks(NEW));
    provider.hold();
    provider.move(RemoteKeys.BETWEEN_FETCHES);
    for (int i = 0; i < 100; i++) {
      assertThatThrownBy(() -> has(TestTokens.ec("unknown"), almostOver()))
          .isInstanceOf(KeysUnavailable.class);
    }
    provider.release();

    assertThat(has(NEW)).isTrue();
    assertThat(provider.fetches()).isEqualTo(2);
  }

  @Test
  void aFetchThatEndsUnforeseenIsAFailureLikeAnother() {
    RemoteKeys broken =
        new RemoteKeys(
            TestProvider.LOCATION,
            () -> {
              throw new IllegalStateException("closed");
            },
            provider,
            provider::nanos);

    assertThatThrownBy(() -> broken.newerThan(broken.known(TestTime.ample()), TestTime.ample()))
        .isInstanceOf(KeysUnavailable.class)
        .hasCauseInstanceOf(IllegalStateException.class);
  }

  /** Whether the key is among those that are known, or that can be had now. */
  private boolean has(PublicJsonWebKey key) {
    return has(key, TestTime.ample());
  }

  private boolean has(PublicJsonWebKey key, Deadline deadline) {
    return knows(key, deadline) || holds(keys.newerThan(keys.known(deadline), deadline), key);
  }

  private KeySet known() {
    return keys.known(TestTime.ample());
  }

  private KeySet newerThan(KeySet seen) {
    return keys.newerThan(seen, TestTime.ample());
  }

  private boolean knows(PublicJsonWebKey key) {
    return knows(key, TestTime.ample());
  }

  private boolean knows(PublicJsonWebKey key, Deadline deadline) {
    return holds(keys.known(deadline), key);
  }

  private static boolean holds(KeySet set, PublicJsonWebKey key) {
    return set.fitting(KeySet.ES256, Optional.of(key.getKeyId())).contains(key.getPublicKey());
  }

  /** A fetch that begins is done when it is waited for, and not before. */
  private boolean ifItWaitsTheFetchIsDone(Predicate<Deadline> work) {
    LongSupplier askedByWhoWaits =
        () -> {
          provider.release();
          return 0;
        };
    Deadline deadline = Deadline.in(Duration.ofMinutes(1), askedByWhoWaits);
    provider.hold();
    return work.test(deadline);
  }

  /** With a millisecond left, whatever the time: the shortest that anything is waited for. */
  private static Deadline almostOver() {
    return Deadline.in(Duration.ofMillis(1), () -> 0);
  }
}
