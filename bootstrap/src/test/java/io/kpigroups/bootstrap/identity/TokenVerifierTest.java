package io.kpigroups.bootstrap.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kpigroups.adapter.rest.Authenticator.Unauthenticated;
import io.kpigroups.adapter.rest.BearerToken;
import io.kpigroups.adapter.rest.Caller;
import io.kpigroups.bootstrap.TestTime;
import io.kpigroups.domain.access.Permission;
import io.kpigroups.domain.value.AccountId;
import io.kpigroups.domain.value.UserId;
import java.nio.charset.StandardCharsets;
import java.security.Key;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import javax.crypto.spec.SecretKeySpec;
import org.jose4j.jwk.PublicJsonWebKey;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.NumericDate;
import org.jose4j.lang.JoseException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TokenVerifierTest {
  private static final PublicJsonWebKey RSA = TestTokens.rsa("rsa");
  private static final PublicJsonWebKey EC = TestTokens.ec("ec");

  @Test
  void bothAlgorithmsAreTakenFromOneKeySet() {
    assertThat(caller(TestTokens.token(RSA)).user()).contains(new UserId("ann"));
    assertThat(caller(TestTokens.token(EC)).user()).contains(new UserId("ann"));
  }

  @Test
  void aTokenWithoutKeyIdIsTriedWithEveryKeyOfItsKind() {
    PublicJsonWebKey other = TestTokens.ec("other");
    String token = TestTokens.sign("ES256", "x", EC.getPrivateKey(), claims -> {});
    String bare = TestTokens.token(unnamed(EC));

    assertThat(caller(Map.of(), TestTokens.jwks(other, RSA, EC), bare).user()).isPresent();
    refused(token, "The token is signed with a key that is not known here.");
  }

  @Test
  void theCallerIsWhatTheClaimsSay() {
    assertThat(caller(TestTokens.token(EC)))
        .isEqualTo(
            new Caller.Verified(
                Optional.of(new UserId("ann")),
                Set.of(new AccountId("a1"), new AccountId("a2")),
                Set.of(Permission.READ)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"bearer", "BEARER", "Bearer"})
  void theSchemeIsTakenInAnyCase(String scheme) {
    String header = scheme + " " + TestTokens.token(EC);

    assertThat(
            verifier(Map.of(), both()).authenticate(Optional.of(header), TestTime.ample()).user())
        .isPresent();
  }

  @Test
  void whatIsNoBearerTokenIsRefused() {
    TokenVerifier verifier = verifier(Map.of(), both());

    for (Optional<String> header :
        List.of(
            Optional.<String>empty(),
            Optional.of("Basic YTpi"),
            Optional.of("Bearer"),
            Optional.of("Bearer a.b"),
            Optional.of("Bearer " + "x".repeat(BearerToken.LONGEST + 1)))) {
      assertThatThrownBy(() -> verifier.authenticate(header, TestTime.ample()))
          .isInstanceOf(Unauthenticated.class);
    }
  }

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
  void anotherKeyUnderAKnownIdIsRefused() {
    refused(TestTokens.token(TestTokens.ec("ec")), "The token's signature is not valid.");
    refused(TestTokens.token(TestTokens.rsa("rsa")), "The token's signature is not valid.");
  }

  @Test
  void anUnsignedTokenIsRefused() {
    refused(
        TestTokens.sign("none", "ec", EC.getPrivateKey(), claims -> {}),
        "The token must be signed with RS256 or ES256.");
  }

  @Test
  void thePublicKeyIsNeverTheSecretOfAnHmac() {
    Key pem = new SecretKeySpec(RSA.getPublicKey().getEncoded(), "HmacSHA256");
    Key text = new SecretKeySpec(both().getBytes(StandardCharsets.UTF_8), "HmacSHA256");

    for (Key secret : List.of(pem, text)) {
      refused(
          TestTokens.sign("HS256", "rsa", secret, claims -> {}),
          "The token must be signed with RS256 or ES256.");
    }
  }

  @Test
  void aTokenThatClaimsTheOtherKindOfKeyIsRefused() {
    refused(
        TestTokens.sign("RS256", "ec", RSA.getPrivateKey(), claims -> {}),
        "The token is signed with a key that is not known here.");
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

  @Test
  void noMessageHoldsAnyOfTheToken() {
    String token = expiring(-100);

    assertThatThrownBy(() -> caller(token))
        .satisfies(e -> assertThat(e.toString()).doesNotContain(token.substring(0, 20), "ann"));
  }

  private static PublicJsonWebKey unnamed(PublicJsonWebKey key) {
    try {
      PublicJsonWebKey copy = PublicJsonWebKey.Factory.newPublicJwk(key.getKey());
      copy.setPrivateKey(key.getPrivateKey());
      return copy;
    } catch (JoseException e) {
      throw new IllegalStateException(e);
    }
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

  private static String both() {
    return TestTokens.jwks(RSA, EC);
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
    return caller(settings, both(), token);
  }

  private static Caller.Verified caller(Map<String, String> settings, String jwks, String token) {
    return verifier(settings, jwks).authenticate(Optional.of("Bearer " + token), TestTime.ample());
  }

  private static TokenVerifier verifier(Map<String, String> settings, String jwks) {
    return new TokenVerifier(
        KeySource.text("The key", jwks), TestTokens.settings(settings), TestTokens.clock());
  }
}
