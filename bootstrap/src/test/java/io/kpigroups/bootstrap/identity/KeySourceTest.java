package io.kpigroups.bootstrap.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.runtime.configuration.ConfigurationException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.Key;
import java.util.Base64;
import java.util.Optional;
import org.jose4j.jwk.EcJwkGenerator;
import org.jose4j.jwk.JsonWebKey.OutputControlLevel;
import org.jose4j.jwk.PublicJsonWebKey;
import org.jose4j.jwk.RsaJwkGenerator;
import org.jose4j.keys.EllipticCurves;
import org.jose4j.lang.JoseException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeySourceTest {
  private static final PublicJsonWebKey EC = TestTokens.ec("ec");
  private static final PublicJsonWebKey RSA = TestTokens.rsa("rsa");

  @TempDir private Path folder = Path.of("");

  @Test
  void aKeyIsReadFromAPathOrAFileAddress() throws IOException {
    Path file = Files.writeString(folder.resolve("key.pem"), pem("PUBLIC", RSA.getPublicKey()));

    for (String location : new String[] {file.toString(), file.toUri().toString()}) {
      assertThat(KeySource.at(location).fitting("RS256", Optional.of("any")))
          .containsExactly(RSA.getPublicKey());
    }
  }

  @Test
  void pemNeedsNoLineBreaks() {
    String line = pem("PUBLIC", EC.getPublicKey()).replaceAll("\\R", " ");

    assertThat(KeySource.text("The key", line).fitting("ES256", Optional.empty()))
        .containsExactly(EC.getPublicKey());
  }

  @Test
  void aSingleJwkIsAKeySetOfOne() {
    String jwk = EC.toJson(OutputControlLevel.PUBLIC_ONLY);

    assertThat(KeySource.text("The key", jwk).fitting("ES256", Optional.of("ec")))
        .containsExactly(EC.getPublicKey());
    assertThat(KeySource.text("The key", jwk).fitting("ES256", Optional.of("no"))).isEmpty();
    assertThat(KeySource.text("The key", jwk).fitting("RS256", Optional.of("ec"))).isEmpty();
  }

  @Test
  void keysForEncryptionAreLeftOut() {
    PublicJsonWebKey encryption = TestTokens.rsa("enc");
    encryption.setUse("enc");

    assertThat(KeySource.text("Keys", TestTokens.jwks(EC, encryption)).entries()).hasSize(1);
    refused(TestTokens.jwks(encryption), "is no key that tokens can be verified with");
  }

  @Test
  void shortRsaKeysAreRefused() throws JoseException {
    refused(TestTokens.jwks(EC, RsaJwkGenerator.generateJwk(1024)), "must have 2048 bits or more");
  }

  @Test
  void whatIsNoPublicKeyForTheAlgorithmsIsRefused() throws JoseException {
    refused("hello", "is no key");
    refused("{", "is no key");
    refused("-----BEGIN PUBLIC KEY-----A-----END PUBLIC KEY-----", "is no key");
    refused("{\"keys\":[]}", "is no key");
    refused("{\"kty\":\"oct\",\"k\":\"c2VjcmV0c2VjcmV0c2VjcmV0c2VjcmV0c2VjcmV0\"}", "is no key");
    refused(TestTokens.jwks(EcJwkGenerator.generateJwk(EllipticCurves.P384)), "is no key");
    refused(pem("PRIVATE", EC.getPrivateKey()), "is no key");
  }

  @Test
  void aFileThatIsNotThereIsNamed() {
    String missing = folder.resolve("missing.pem").toString();

    for (String location : new String[] {missing, "classpath:missing.pem", "file:%zz"}) {
      assertThatThrownBy(() -> KeySource.at(location))
          .isInstanceOf(ConfigurationException.class)
          .hasMessageContaining("cannot be read: " + location);
    }
  }

  private static String pem(String kind, Key key) {
    return "-----BEGIN %1$s KEY-----%n%2$s%n-----END %1$s KEY-----%n"
        .formatted(kind, Base64.getMimeEncoder().encodeToString(key.getEncoded()));
  }

  private static void refused(String text, String message) {
    assertThatThrownBy(() -> KeySource.text("The key", text))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining(message);
  }
}
