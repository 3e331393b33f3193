package io.kpigroups.bootstrap.identity.keys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.jose4j.jwk.PublicJsonWebKey;
import org.jose4j.jwk.RsaJwkGenerator;
import org.jose4j.lang.JoseException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KeySetTest {
  private static final PublicJsonWebKey RSA = TestKeys.rsa("rsa");
  private static final PublicJsonWebKey EC = TestKeys.ec("ec");

  @Test
  void aKeyIsForTheOneAlgorithmOfItsTypeWhateverATokenSays() {
    KeySet keys = parsed(RSA, EC);

    assertThat(TestKeys.fitting(keys, KeySet.RS256, null)).containsExactly(RSA.getPublicKey());
    assertThat(TestKeys.fitting(keys, KeySet.ES256, null)).containsExactly(EC.getPublicKey());
    assertThat(TestKeys.fitting(keys, "HS256", null)).isEmpty();
    assertThat(TestKeys.fitting(keys, KeySet.RS256, "ec")).isEmpty();
  }

  @Test
  void aKeyWithoutAnIdFitsEveryIdAndOneWithAnIdFitsThatOnly() throws JoseException {
    KeySet keys = parsed(EC, PublicJsonWebKey.Factory.newPublicJwk(RSA.getPublicKey()));

    assertThat(TestKeys.fitting(keys, KeySet.ES256, "ec")).hasSize(1);
    assertThat(TestKeys.fitting(keys, KeySet.ES256, "other")).isEmpty();
    assertThat(TestKeys.fitting(keys, KeySet.RS256, "any")).hasSize(1);
  }

  @Test
  void aKeyThatSaysItIsForAnotherAlgorithmIsLeftOut() {
    PublicJsonWebKey pss = TestKeys.rsa("pss");
    pss.setAlgorithm("PS256");

    assertThat(TestKeys.fitting(parsed(EC, pss), KeySet.RS256, null)).isEmpty();
    pss.setAlgorithm("RS256");
    assertThat(TestKeys.fitting(parsed(EC, pss), KeySet.RS256, null)).hasSize(1);
  }

  @Test
  void onlyAnRsaKeyCanBeShort() throws JoseException {
    PublicJsonWebKey small = RsaJwkGenerator.generateJwk(1024);

    assertThat(parsed(RSA, EC).hasShortKey()).isFalse();
    assertThat(parsed(EC, small).hasShortKey()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "{", "{\"keys\":7}", "{\"kty\":7}", "[]", "key"})
  void whatIsNoKeyIsSaidToBeNone(String text) {
    assertThatThrownBy(() -> KeySet.parse("Keys", text))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static KeySet parsed(PublicJsonWebKey... keys) {
    return KeySet.parse("Keys", TestKeys.jwks(keys));
  }
}
