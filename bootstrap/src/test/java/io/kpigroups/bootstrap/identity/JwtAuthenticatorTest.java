package io.kpigroups.bootstrap.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kpigroups.adapter.rest.Authenticator.Unauthenticated;
import io.kpigroups.adapter.rest.BearerToken;
import io.kpigroups.adapter.rest.Caller;
import io.kpigroups.bootstrap.TestTime;
import io.kpigroups.bootstrap.identity.keys.KeySource;
import io.kpigroups.bootstrap.identity.keys.TestKeys;
import io.kpigroups.domain.access.Permission;
import io.kpigroups.domain.value.AccountId;
import io.kpigroups.domain.value.UserId;
import java.nio.charset.StandardCharsets;
import java.security.Key;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.crypto.spec.SecretKeySpec;
import org.jose4j.jwk.PublicJsonWebKey;
import org.jose4j.jwt.NumericDate;
import org.jose4j.lang.JoseException;
import org.junit.jupiter.api.Test;

class JwtAuthenticatorTest {
  private static final PublicJsonWebKey RSA = TestKeys.rsa("rsa");
  private static final PublicJsonWebKey EC = TestKeys.ec("ec");

  @Test
  void bothAlgorithmsAreTakenFromOneKeySet() {
    assertThat(caller(TestTokens.token(RSA)).user()).contains(new UserId("ann"));
    assertThat(caller(TestTokens.token(EC)).user()).contains(new UserId("ann"));
  }

  @Test
  void aTokenWithoutKeyIdIsTriedWithEveryKeyOfItsKind() {
    PublicJsonWebKey other = TestKeys.ec("other");
    String token = TestTokens.sign("ES256", "x", EC.getPrivateKey(), claims -> {});
    String bare = TestTokens.token(unnamed(EC));

    assertThat(caller(TestKeys.jwks(other, RSA, EC), bare).user()).isPresent();
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

  @Test
  void whatIsNoSignedTokenIsRefused() {
    JwtAuthenticator verifier = verifier(both());

    for (String token : List.of("a.b", "x".repeat(BearerToken.LONGEST))) {
      assertThatThrownBy(() -> verifier.authenticate(new BearerToken(token), TestTime.ample()))
          .isInstanceOf(Unauthenticated.class);
    }
  }

  @Test
  void anotherKeyUnderAKnownIdIsRefused() {
    refused(TestTokens.token(TestKeys.ec("ec")), "The token's signature is not valid.");
    refused(TestTokens.token(TestKeys.rsa("rsa")), "The token's signature is not valid.");
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
  void noMessageHoldsAnyOfTheToken() {
    String token =
        TestTokens.token(
            EC, claims -> claims.setExpirationTime(NumericDate.fromSeconds(1_000_000_000)));

    assertThatThrownBy(() -> caller(token))
        .satisfies(e -> assertThat(e.toString()).doesNotContain(token.substring(0, 20), "ann"));
  }

  @Test
  void aPointThatIsOnNoCurveVerifiesNothingAndSpoilsNothing() {
    String off = "{\"kty\":\"EC\",\"crv\":\"P-256\",\"x\":\"AA\",\"y\":\"AA\",\"kid\":\"off\"}";
    String set = both().replace("},{", "}," + off + ",{");
    String good = TestTokens.sign("ES256", null, EC.getPrivateKey(), claims -> {});
    String bad = TestTokens.token(TestKeys.ec("off"));

    assertThat(caller(set, good).user()).contains(new UserId("ann"));
    assertThatThrownBy(() -> caller(set, bad)).isInstanceOf(Unauthenticated.class);
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

  private static String both() {
    return TestKeys.jwks(RSA, EC);
  }

  private static void refused(String token, String message) {
    assertThatThrownBy(() -> caller(token))
        .isInstanceOf(Unauthenticated.class)
        .hasMessageContaining(message);
  }

  private static Caller.Verified caller(String token) {
    return caller(both(), token);
  }

  private static Caller.Verified caller(String jwks, String token) {
    return verifier(jwks).authenticate(new BearerToken(token), TestTime.ample());
  }

  private static JwtAuthenticator verifier(String jwks) {
    return new JwtAuthenticator(
        KeySource.text("The key", jwks), TestTokens.settings(Map.of()), TestTokens.clock());
  }
}
