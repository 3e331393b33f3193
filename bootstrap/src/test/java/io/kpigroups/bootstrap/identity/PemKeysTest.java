package io.kpigroups.bootstrap.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.PublicKey;
import java.util.Base64;
import org.jose4j.lang.JoseException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PemKeysTest {
  private static final PublicKey EC = TestTokens.ec("ec").getPublicKey();
  private static final PublicKey RSA = TestTokens.rsa("rsa").getPublicKey();

  @Test
  void keysOfBothTypesAreReadWhateverIsAroundThem() throws JoseException {
    for (PublicKey key : new PublicKey[] {EC, RSA}) {
      assertThat(PemKeys.parse("subject=ann\n" + pem(key) + "\nmore")).isEqualTo(key);
    }
  }

  @Test
  void ofSeveralKeysTheFirstIsTaken() throws JoseException {
    assertThat(PemKeys.parse(pem(EC) + pem(RSA))).isEqualTo(EC);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "-----BEGIN PUBLIC KEY-----",
        "-----BEGIN PUBLIC KEY----------END PUBLIC KEY-----",
        "-----BEGIN PUBLIC KEY-----AAAA-----END PUBLIC KEY-----",
        "-----BEGIN PRIVATE KEY-----AAAA-----END PRIVATE KEY-----",
        "-----BEGIN CERTIFICATE-----AAAA-----END CERTIFICATE-----"
      })
  void whatIsNoPublicKeyIsRefused(String text) {
    assertThatThrownBy(() -> PemKeys.parse(text)).isInstanceOf(JoseException.class);
  }

  private static String pem(PublicKey key) {
    String body = Base64.getMimeEncoder().encodeToString(key.getEncoded());
    return "-----BEGIN PUBLIC KEY-----\n" + body + "\n-----END PUBLIC KEY-----\n";
  }
}
