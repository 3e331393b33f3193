package io.kpigroups.bootstrap.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kpigroups.adapter.rest.Authenticator.Unauthenticated;
import io.kpigroups.adapter.rest.BearerToken;
import io.kpigroups.adapter.rest.Caller;
import io.kpigroups.bootstrap.TestTime;
import io.kpigroups.bootstrap.identity.keys.KeySet;
import io.kpigroups.bootstrap.identity.keys.TestKeys;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jose4j.jwk.PublicJsonWebKey;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.NumericDate;
import org.junit.jupiter.api.Test;

/** What the claims of a token must say for it to be taken. */
class ClaimsValidatorTest {
  private static final PublicJsonWebKey EC = TestKeys.ec("ec");

  @Test
  void anExpiredTokenIsRefusedOnceTheSkewIsOver() {
    assertThat(caller(expiring(-29)).user()).isPresent();
    refused(expiring(-31), "The token has expired.");
  }

  @Test
  void aTokenThatNeverExpiresIsRefused() {
    refused(
        TestTokens.token(EC, claims -> claims.unsetClaim("exp")),
        "The token has no expiration time (exp).");
  }

  @Test
  void aTokenOfTheFutureIsRefused() {
    refused(
        TestTokens.token(EC, claims -> claims.setNotBefore(at(31))), "The token is not valid yet.");
  }

  @Test
  void onlyTheConfiguredIssuerIsTrusted() {
    Map<String, String> settings = Map.of("mp.jwt.verify.issuer", "https://id.example");

    assertThat(caller(settings, issued("https://id.example")).user()).isPresent();
    refused(settings, issued("https://evil.example"), "issuer that is not trusted");
    refused(settings, TestTokens.token(EC), "names no issuer");
  }

  @Test
  void anAudienceIsNeededOnlyIfOneIsConfigured() {
    Map<String, String> settings = Map.of("mp.jwt.verify.audiences", "kpis,groups");

    assertThat(caller(settings, meantFor("groups")).user()).isPresent();
    assertThat(caller(Map.of(), meantFor("anybody")).user()).isPresent();
    refused(settings, meantFor("anybody"), "another audience");
    refused(settings, TestTokens.token(EC), "names no audience");
  }

  private static String expiring(int seconds) {
    return TestTokens.token(EC, claims -> claims.setExpirationTime(at(seconds)));
  }

  private static String issued(String issuer) {
    return TestTokens.token(EC, claims -> claims.setIssuer(issuer));
  }

  private static String meantFor(String audience) {
    Consumer<JwtClaims> change = claims -> claims.setAudience(audience);
    return TestTokens.token(EC, change);
  }

  private static NumericDate at(int seconds) {
    return NumericDate.fromSeconds(TestTokens.NOW.plusSeconds(seconds).getEpochSecond());
  }

  private static void refused(String token, String message) {
    refused(Map.of(), token, message);
  }

  private static void refused(Map<String, String> settings, String token, String message) {
    assertThatThrownBy(() -> caller(settings, token))
        .isInstanceOf(Unauthenticated.class)
        .hasMessageContaining(message);
  }

  private static Caller.Verified caller(String token) {
    return caller(Map.of(), token);
  }

  private static Caller.Verified caller(Map<String, String> settings, String token) {
    return new JwtAuthenticator(
            new KeySet(List.of(EC)), TestTokens.settings(settings), TestTokens.clock())
        .authenticate(new BearerToken(token), TestTime.ample());
  }
}
