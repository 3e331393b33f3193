package io.kpigroups.bootstrap.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kpigroups.adapter.rest.Authenticator.KeysUnavailable;
import io.kpigroups.adapter.rest.Authenticator.Unauthenticated;
import io.kpigroups.adapter.rest.BearerToken;
import io.kpigroups.bootstrap.TestTime;
import io.kpigroups.bootstrap.identity.TestTokens.MovingClock;
import io.kpigroups.bootstrap.identity.keys.KeySet;
import io.kpigroups.bootstrap.identity.keys.TestKeys;
import io.kpigroups.bootstrap.identity.keys.TestProvider;
import io.kpigroups.bootstrap.identity.keys.VerificationKeys;
import io.kpigroups.domain.value.UserId;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.jose4j.jwk.PublicJsonWebKey;
import org.jose4j.jwt.NumericDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

/** That tokens are taken and refused as their provider replaces its keys. */
class KeyRotationTest {
  private static final Duration MINUTE = TestProvider.BETWEEN_FETCHES;

  private final TestProvider provider = new TestProvider();
  private final MovingClock clock = TestTokens.clock();
  private final JwtAuthenticator verifier =
      new JwtAuthenticator(provider.keys(), TestTokens.settings(Map.of()), clock);

  @ParameterizedTest
  @NullSource
  @ValueSource(strings = "same")
  void aKeyThatIsReplacedUnderTheSameIdOrWithoutAnyIsTakenUpAndTheOldOneDropped(String id) {
    PublicJsonWebKey old = TestKeys.ec(id);
    PublicJsonWebKey replacement = TestKeys.ec(id);
    provider.answers(TestKeys.jwks(old));
    taken(old);

    provider.answers(TestKeys.jwks(replacement));
    provider.move(MINUTE);

    taken(replacement);
    refused(signed(old), "signature");
    assertThat(provider.fetches()).isEqualTo(2);
  }

  @Test
  void aTokenWithoutKeyIdFindsANewKeyToo() {
    PublicJsonWebKey old = TestKeys.ec("old");
    PublicJsonWebKey replacement = TestKeys.ec("new");
    provider.answers(TestKeys.jwks(old));
    taken(old);

    provider.answers(TestKeys.jwks(replacement));
    provider.move(MINUTE);

    assertThat(user(signedBy(replacement, null))).contains(new UserId("ann"));
  }

  @Test
  void aTokenThatWasTakenIsRefusedWithTheFetchThatFindsItsKeyWithdrawn() {
    PublicJsonWebKey old = TestKeys.ec("old");
    String token = signed(old);
    provider.answers(TestKeys.jwks(old));
    user(token);

    provider.answers(TestKeys.jwks(TestKeys.ec("new")));
    provider.move(TestProvider.OLD.minusNanos(1));
    assertThat(user(token)).contains(new UserId("ann"));
    provider.move(Duration.ofNanos(1));
    refused(token, "not known");
  }

  @Test
  void keysAreFetchedAtTheSameTimesWhetherATokenIsKnownOrNot() {
    PublicJsonWebKey key = TestKeys.ec("key");
    String token = signed(key);
    TestProvider other = new TestProvider();
    VerificationKeys keys = other.keys();
    provider.answers(TestKeys.jwks(key));
    other.answers(TestKeys.jwks(key));

    for (int minutes = 0; minutes < 180; minutes += 1 + minutes / 20) {
      assertThat(user(token)).contains(new UserId("ann"));
      new JwtAuthenticator(keys, TestTokens.settings(Map.of()), clock)
          .authenticate(new BearerToken(token), TestTime.ample());
      assertThat(provider.fetches()).isEqualTo(other.fetches());
      provider.move(MINUTE.multipliedBy(1 + minutes / 20));
      other.move(MINUTE.multipliedBy(1 + minutes / 20));
    }
    assertThat(provider.fetches()).isGreaterThan(5);
  }

  @Test
  void noFloodOfBadTokensKeepsAKeyFromBeingFoundLongerThanAMinute() {
    PublicJsonWebKey old = TestKeys.ec("same");
    PublicJsonWebKey replacement = TestKeys.ec("same");
    provider.answers(TestKeys.jwks(old));
    taken(old);
    provider.move(MINUTE);
    String unknown = signed(TestKeys.ec("unknown"));
    String forged = signed(TestKeys.ec("same"));
    String good = signed(replacement);
    refused(unknown, "not known");
    provider.answers(TestKeys.jwks(replacement));

    for (int second = 0; second < MINUTE.toSeconds(); second++) {
      refused(unknown, "not known");
      refused(forged, "signature");
      refused(good, "signature");
      provider.move(Duration.ofSeconds(1));
    }

    refused(unknown, "not known");
    taken(replacement);
    assertThat(provider.fetches()).isEqualTo(3);
  }

  @Test
  void aFloodDoesNotHaveKeysFetchedMoreThanOnceAMinute() {
    PublicJsonWebKey key = TestKeys.ec("same");
    String forged = signed(TestKeys.ec("same"));
    String unknown = signed(TestKeys.ec("unknown"));
    provider.answers(TestKeys.jwks(key));
    taken(key);

    for (int second = 0; second < 600; second++) {
      provider.move(Duration.ofSeconds(1));
      refused(forged, "signature");
      refused(unknown, "not known");
    }

    assertThat(provider.fetches()).isEqualTo(11);
  }

  @Test
  void aClockThatWasAheadAndIsPutRightDoesNotKeepKeysFromBeingFetched() {
    PublicJsonWebKey old = TestKeys.ec("old");
    PublicJsonWebKey replacement = TestKeys.ec("new");
    provider.answers(TestKeys.jwks(old));
    taken(old);

    clock.move(Duration.ofHours(-5));
    provider.answers(TestKeys.jwks(replacement));
    provider.move(MINUTE);

    taken(replacement);
  }

  @Test
  void whileTheProviderIsAwayAForgedTokenIsNotToldFromOneOfANewKey() {
    PublicJsonWebKey key = TestKeys.ec("same");
    provider.answers(TestKeys.jwks(key));
    taken(key);
    provider.fails("away");
    provider.move(MINUTE);

    String other = signed(TestKeys.ec("same"));

    assertThatThrownBy(() -> user(other)).isInstanceOf(KeysUnavailable.class);
    taken(key);
  }

  private void taken(PublicJsonWebKey key) {
    assertThat(user(signed(key))).contains(new UserId("ann"));
  }

  private void refused(String token, String reason) {
    assertThatThrownBy(() -> user(token))
        .isInstanceOf(Unauthenticated.class)
        .hasMessageContaining(reason);
  }

  private Optional<UserId> user(String token) {
    return verifier.authenticate(new BearerToken(token), TestTime.ample()).user();
  }

  private static String signed(PublicJsonWebKey key) {
    return signedBy(key, key.getKeyId());
  }

  private static String signedBy(PublicJsonWebKey key, String keyId) {
    NumericDate later =
        NumericDate.fromSeconds(TestTokens.NOW.plus(Duration.ofDays(1)).getEpochSecond());
    return TestTokens.sign(
        KeySet.ES256, keyId, key.getPrivateKey(), claims -> claims.setExpirationTime(later));
  }
}
