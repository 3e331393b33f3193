package io.kpigroups.bootstrap.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kpigroups.bootstrap.identity.KeySet.Entry;
import java.util.List;
import java.util.Optional;
import org.jose4j.jwk.PublicJsonWebKey;
import org.jose4j.jwk.RsaJwkGenerator;
import org.jose4j.lang.JoseException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KeySetTest {
  private static final PublicJsonWebKey RSA = TestTokens.rsa("rsa");
  private static final PublicJsonWebKey EC = TestTokens.ec("ec");

  @Test
  void aKeyIsForTheOneAlgorithmOfItsTypeWhateverATokenSays() throws JoseException {
    KeySet keys = parsed(RSA, EC);

    assertThat(keys.fitting(KeySet.RS256, Optional.empty())).containsExactly(RSA.getPublicKey());
    assertThat(keys.fitting(KeySet.ES256, Optional.empty())).containsExactly(EC.getPublicKey());
    assertThat(keys.fitting("HS256", Optional.empty())).isEmpty();
    assertThat(keys.fitting(KeySet.RS256, Optional.of("ec"))).isEmpty();
  }

  @Test
  void aKeyWithoutAnIdFitsEveryIdAndOneWithAnIdFitsThatOnly() {
    KeySet keys =
        new KeySet(
            List.of(
                new Entry(EC.getPublicKey(), KeySet.ES256, Optional.of("ec")),
                new Entry(RSA.getPublicKey(), KeySet.RS256, Optional.empty())));

    assertThat(keys.fitting(KeySet.ES256, Optional.of("ec"))).hasSize(1);
    assertThat(keys.fitting(KeySet.ES256, Optional.of("other"))).isEmpty();
    assertThat(keys.fitting(KeySet.RS256, Optional.of("any"))).hasSize(1);
  }

  @Test
  void aKeyThatSaysItIsForAnotherAlgorithmIsLeftOut() throws JoseException {
    PublicJsonWebKey pss = TestTokens.rsa("pss");
    pss.setAlgorithm("PS256");

    assertThat(parsed(pss).isEmpty()).isTrue();
    pss.setAlgorithm("RS256");
    assertThat(parsed(pss).isEmpty()).isFalse();
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
    assertThatThrownBy(() -> KeySetText.read(text)).isInstanceOf(JoseException.class);
  }

  private static KeySet parsed(PublicJsonWebKey... keys) throws JoseException {
    return KeySetText.read(TestTokens.jwks(keys)).keys();
  }
}
