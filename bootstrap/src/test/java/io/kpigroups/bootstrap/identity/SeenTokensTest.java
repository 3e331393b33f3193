package io.kpigroups.bootstrap.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kpigroups.adapter.rest.Authenticator.Unauthenticated;
import io.kpigroups.adapter.rest.BearerToken;
import io.kpigroups.adapter.rest.Caller;
import io.kpigroups.bootstrap.TestTime;
import io.kpigroups.bootstrap.identity.TestTokens.MovingClock;
import io.kpigroups.bootstrap.identity.keys.KeySet;
import io.kpigroups.bootstrap.identity.keys.TestKeys;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jose4j.jwk.PublicJsonWebKey;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.NumericDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** That a good token is verified once, and is taken from then on only as if it were each time. */
class SeenTokensTest {
  private static final PublicJsonWebKey KEY = TestKeys.ec("same");
  private static final PublicJsonWebKey OTHER = TestKeys.ec("same");
  private static final int SKEW = 30;

  private final CountedKey key = new CountedKey(KEY);
  private final MovingClock clock = TestTokens.clock();
  private KeySet trusted = new KeySet(List.of(key));
  private final JwtAuthenticator verifier = verifier();

  @Test
  void aGoodTokenIsVerifiedOnce() {
    String token = TestTokens.token(KEY);
    Caller.Verified first = caller(verifier, token);

    assertThat(caller(verifier, token)).isEqualTo(first);
    assertThat(key.uses()).isEqualTo(1);
  }

  @Test
  void aBadTokenIsVerifiedEachTimeAndKeepsNoGoodOneFromBeingKnown() {
    String good = TestTokens.token(KEY);
    taken(good);
    String expired = TestTokens.token(KEY, claims -> claims.setExpirationTime(at(-60)));

    for (int times = 1; times <= 3; times++) {
      refused(expired, "expired");
      assertThat(key.uses()).isEqualTo(1 + times);
      taken(good);
    }
    assertThat(key.uses()).isEqualTo(4);
  }

  @Test
  void theSameClaimsUnderAnotherSignatureAreAnotherToken() {
    String good = TestTokens.token(KEY);
    taken(good);

    String signed = good.substring(0, good.lastIndexOf('.') + 1);
    refused(signed + TestTokens.token(OTHER).split("\\.")[2], "signature");
    refused(good.substring(0, good.length() - 2), "signature");
    int uses = key.uses();
    taken(TestTokens.token(KEY));
    assertThat(key.uses()).isEqualTo(uses + 1);
  }

  /** Looked at twice a second, around the beginning and around the end. */
  @ParameterizedTest
  @CsvSource({"0, 100", "0.9, 100.9", "50, 50", "-100, 1"})
  void itsTimesCountAsIfItWereVerifiedAnew(double notBefore, double expiry) {
    String token = TestTokens.token(KEY, claims -> setTimes(claims, notBefore, expiry));
    set(clock, notBefore);
    taken(token);
    int before = key.uses();

    int taken = 0;
    for (double border : List.of(notBefore - SKEW, expiry + SKEW)) {
      set(clock, border - 3);
      for (int i = 0; i < 12; i++) {
        boolean isTaken = isTaken(verifier, token);
        assertThat(isTaken).as(clock.instant().toString()).isEqualTo(isTaken(verifier(), token));
        taken += isTaken ? 1 : 0;
        clock.move(Duration.ofMillis(500));
      }
    }

    assertThat(taken).isBetween(10, 14);
    // A new one verifies each time, the old one only what it then refuses.
    int refused = 24 - taken;
    assertThat(key.uses() - before).isEqualTo(24 + refused);
  }

  @Test
  void itIsRefusedToTheMillisecondWhenItHasExpiredAndTheSkewIsOver() {
    String token = TestTokens.token(KEY, claims -> claims.setExpirationTime(at(100)));
    taken(token);

    clock.move(Duration.ofSeconds(130).minusMillis(1));
    taken(token);
    assertThat(key.uses()).isEqualTo(1);
    clock.move(Duration.ofMillis(1));
    refused(token, "expired");
  }

  @Test
  void aClockThatIsSetBackMakesItATokenOfTheFutureAgain() {
    String token = TestTokens.token(KEY, claims -> claims.setNotBefore(at(0)));
    taken(token);

    clock.move(Duration.ofSeconds(-31));
    refused(token, "not valid yet");
    clock.move(Duration.ofSeconds(1));
    taken(token);
  }

  @Test
  void itIsRefusedAtOnceWhenItsKeyIsNotTrustedAnyMore() {
    String token = TestTokens.token(KEY);
    taken(token);

    trusted = new KeySet(List.of(TestKeys.ec("next")));
    refused(token, "a key that is not known");
    trusted = new KeySet(List.of(OTHER));
    refused(token, "signature");
    trusted = new KeySet(List.of(key));
    taken(token);
  }

  @Test
  void itIsVerifiedOnceMoreWithOtherKeysAmongWhichIsItsOwn() {
    String token = TestTokens.token(KEY);
    taken(token);
    trusted = new KeySet(List.of(OTHER, key));

    taken(token);
    taken(token);
    assertThat(key.uses()).isEqualTo(2);
  }

  @ParameterizedTest
  @CsvSource({"10, 1", "11, 1", "100, 1", "101, 2"})
  void aTokenOfMoreAccountsThanAreKeptIsVerifiedEachTime(int accounts, int verified) {
    List<String> many = IntStream.range(0, accounts).mapToObj(i -> "a" + i).toList();
    String token = TestTokens.token(KEY, claims -> claims.setStringListClaim("accounts", many));

    taken(token);
    taken(token);
    assertThat(key.uses()).isEqualTo(verified);
  }

  private static void setTimes(JwtClaims claims, double notBefore, double expiry) {
    claims.setClaim("nbf", TestTokens.NOW.getEpochSecond() + notBefore);
    claims.setClaim("exp", TestTokens.NOW.getEpochSecond() + expiry);
  }

  private static void set(MovingClock clock, double seconds) {
    Instant time = TestTokens.NOW.plusMillis((long) (seconds * 1_000));
    clock.move(Duration.between(clock.instant(), time));
  }

  private static NumericDate at(int seconds) {
    return NumericDate.fromSeconds(TestTokens.NOW.plusSeconds(seconds).getEpochSecond());
  }

  /** One that has seen no token yet. */
  private JwtAuthenticator verifier() {
    return new JwtAuthenticator(deadline -> trusted, TestTokens.settings(Map.of()), clock);
  }

  private static Caller.Verified caller(JwtAuthenticator verifier, String token) {
    return verifier.authenticate(new BearerToken(token), TestTime.ample());
  }

  private static boolean isTaken(JwtAuthenticator verifier, String token) {
    try {
      return caller(verifier, token).user().isPresent();
    } catch (Unauthenticated e) {
      return false;
    }
  }

  private void taken(String token) {
    assertThat(caller(verifier, token).user()).isPresent();
  }

  private void refused(String token, String reason) {
    assertThatThrownBy(() -> caller(verifier, token))
        .isInstanceOf(Unauthenticated.class)
        .hasMessageContaining(reason);
  }
}
