package io.kpigroups.bootstrap.identity.keys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kpigroups.adapter.rest.Authenticator.KeysUnavailable;
import java.time.Duration;
import java.util.List;
import org.jose4j.jwk.PublicJsonWebKey;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What becomes of keys whose provider fails, answers nonsense, or is slow. */
class RemoteKeysFaultsTest {
  private static final PublicJsonWebKey OLD = TestKeys.ec("old");
  private static final PublicJsonWebKey NEW = TestKeys.ec("new");

  private final TestProvider provider = new TestProvider();
  private final KeyLookup keys = new KeyLookup(provider.keys());

  @BeforeEach
  void publishTheOldKey() {
    provider.answers(TestKeys.jwks(OLD));
  }

  @Test
  void keysThatWereHadSurviveTheProvider() {
    keys.has(OLD);
    provider.fails("gone");
    provider.move(Duration.ofDays(2));

    assertThat(keys.has(OLD)).isTrue();
    assertThatThrownBy(() -> keys.has(NEW)).isInstanceOf(KeysUnavailable.class);
    assertThat(provider.fetches()).isEqualTo(2);

    provider.answers(TestKeys.jwks(NEW));
    provider.move(RemoteKeys.BETWEEN_FETCHES);
    assertThat(keys.has(NEW)).isTrue();
  }

  @Test
  void aProviderThatIsDownFromTheStartIsAskedAgainAfterASecond() {
    provider.fails("not yet");

    assertThatThrownBy(() -> keys.has(OLD)).isInstanceOf(KeysUnavailable.class);
    assertThatThrownBy(() -> keys.has(OLD)).isInstanceOf(KeysUnavailable.class);
    assertThat(provider.fetches()).isEqualTo(1);

    provider.answers(TestKeys.jwks(OLD));
    provider.move(RemoteKeys.UNTIL_FIRST_RETRY);
    assertThat(keys.has(OLD)).isTrue();
  }

  @Test
  void answersThatHoldNoKeysAreNoKeys() {
    List<String> wrong = List.of("", "<html>", "{\"keys\":[]}", "{\"keys\":7}", "{\"keys\":[7]}");
    for (String answer : wrong) {
      provider.answers(answer);
      provider.move(RemoteKeys.UNTIL_FIRST_RETRY);

      assertThatThrownBy(() -> keys.has(OLD)).isInstanceOf(KeysUnavailable.class);
    }
    assertThat(provider.fetches()).isEqualTo(wrong.size());
  }

  @Test
  void anAnswerThatHoldsNoKeysDoesNotReplaceThoseThatWereHad() {
    keys.has(OLD);
    provider.answers("<html>");
    provider.move(RemoteKeys.OLD);

    assertThat(keys.knows(OLD)).isTrue();
    assertThat(keys.knows(OLD)).isTrue();
    assertThat(provider.fetches()).isEqualTo(2);
  }

  @Test
  void aRequestThatHasNoTimeLeftIsNotKeptButTheFetchThatItBeganGoesOn() {
    provider.hold();

    assertThatThrownBy(() -> keys.has(OLD, KeyLookup.almostOver()))
        .isInstanceOf(KeysUnavailable.class);
    provider.release();

    assertThat(keys.knows(OLD)).isTrue();
    assertThat(provider.fetches()).isEqualTo(1);
  }

  @Test
  void requestsWithoutTimeDoNotUseUpTheFetchesOfAJustRotatedKey() {
    keys.has(OLD);
    provider.answers(TestKeys.jwks(NEW));
    provider.hold();
    provider.move(RemoteKeys.BETWEEN_FETCHES);
    for (int i = 0; i < 100; i++) {
      assertThatThrownBy(() -> keys.has(TestKeys.ec("unknown"), KeyLookup.almostOver()))
          .isInstanceOf(KeysUnavailable.class);
    }
    provider.release();

    assertThat(keys.has(NEW)).isTrue();
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
            () -> 0);

    assertThatThrownBy(() -> new KeyLookup(broken).has(OLD))
        .isInstanceOf(KeysUnavailable.class)
        .hasCauseInstanceOf(IllegalStateException.class);
  }
}
