package io.kpigroups.bootstrap.identity.keys;

import static org.assertj.core.api.Assertions.assertThat;

import io.kpigroups.application.port.Deadline;
import java.time.Duration;
import java.util.function.LongSupplier;
import java.util.function.Predicate;
import org.jose4j.jwk.PublicJsonWebKey;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** When the keys of a provider are fetched, by a clock that stands still. */
class RemoteKeysTest {
  private static final PublicJsonWebKey OLD = TestKeys.ec("old");
  private static final PublicJsonWebKey NEW = TestKeys.ec("new");

  private final TestProvider provider = new TestProvider();
  private final KeyLookup keys = new KeyLookup(provider.keys());

  @BeforeEach
  void publishTheOldKey() {
    provider.answers(TestKeys.jwks(OLD));
  }

  @Test
  void keysAreFetchedOnceAndWhenTheyAreNeeded() {
    assertThat(provider.fetches()).isZero();

    assertThat(keys.has(OLD)).isTrue();
    assertThat(keys.has(OLD)).isTrue();

    assertThat(provider.fetches()).isEqualTo(1);
  }

  @Test
  void whateverFitsNoKeyHasThemFetchedAtMostOnceAMinute() {
    keys.has(OLD);
    provider.answers(TestKeys.jwks(OLD, NEW));

    for (int second = 0; second < 60; second++) {
      assertThat(keys.has(NEW)).isFalse();
      provider.move(Duration.ofSeconds(1));
    }
    assertThat(provider.fetches()).isEqualTo(1);

    assertThat(keys.has(NEW)).isTrue();
    assertThat(keys.newerThan(keys.known())).isEqualTo(keys.known());
    assertThat(provider.fetches()).isEqualTo(2);
  }

  @Test
  void whoLooksForNewerKeysGetsThoseThatSomebodyElseHadFetchedMeanwhile() {
    keys.has(OLD);
    KeySet seen = keys.known();
    provider.move(RemoteKeys.BETWEEN_FETCHES);
    provider.answers(TestKeys.jwks(NEW));
    keys.newerThan(seen);

    assertThat(keys.newerThan(seen).keys()).hasSize(1).isNotEqualTo(seen.keys());
    assertThat(provider.fetches()).isEqualTo(2);
  }

  @Test
  void oldKeysAreFetchedInTheBackgroundAndUsedMeanwhile() {
    keys.has(OLD);
    provider.answers(TestKeys.jwks(NEW));
    provider.move(RemoteKeys.STALE.minusNanos(1));

    assertThat(ifItWaitsTheFetchIsDone(time -> keys.knows(OLD, time) && keys.knows(OLD, time)))
        .isTrue();
    provider.release();

    assertThat(keys.knows(OLD)).isFalse();
    assertThat(keys.knows(NEW)).isTrue();
    assertThat(provider.fetches()).isEqualTo(2);
  }

  @Test
  void aWithdrawnKeyIsNotUsedAfterAnHourInWhichNobodyAsked() {
    keys.has(OLD);
    provider.answers(TestKeys.jwks(NEW));
    provider.move(RemoteKeys.STALE);

    assertThat(ifItWaitsTheFetchIsDone(time -> keys.knows(OLD, time))).isFalse();
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
}
