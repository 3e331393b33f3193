package io.kpigroups.bootstrap.identity.keys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.runtime.configuration.ConfigurationException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.Key;
import java.util.Base64;
import java.util.List;
import org.jose4j.jwk.EcJwkGenerator;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jwk.JsonWebKey.OutputControlLevel;
import org.jose4j.jwk.PublicJsonWebKey;
import org.jose4j.jwk.RsaJwkGenerator;
import org.jose4j.keys.EllipticCurves;
import org.jose4j.lang.JoseException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KeySourceTest {
  private static final PublicJsonWebKey EC = TestKeys.ec("ec");
  private static final PublicJsonWebKey RSA = TestKeys.rsa("rsa");

  @TempDir private Path folder = Path.of("");

  @Test
  void aKeyIsReadFromAPathOrAFileAddress() throws IOException {
    Path file = Files.writeString(folder.resolve("key.pem"), pem("PUBLIC", RSA.getPublicKey()));

    for (String location : new String[] {file.toString(), file.toUri().toString()}) {
      assertThat(TestKeys.fitting(KeySource.at(location), "RS256", "any"))
          .containsExactly(RSA.getPublicKey());
    }
  }

  @Test
  void keysOfBothTypesAreReadFromPemWhateverIsAroundThem() {
    for (Key key : List.of(EC.getPublicKey(), RSA.getPublicKey())) {
      assertThat(keys("subject=ann\n" + pem("PUBLIC", key) + "\nmore")).containsExactly(key);
    }
  }

  @Test
  void ofSeveralKeysInPemTheFirstIsTaken() {
    Key first = EC.getPublicKey();

    assertThat(keys(pem("PUBLIC", first) + pem("PUBLIC", RSA.getPublicKey())))
        .containsExactly(first);
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
  void pemThatHoldsNoPublicKeyIsRefused(String text) {
    refused(text, "is no key");
  }

  @Test
  void pemNeedsNoLineBreaks() {
    String line = pem("PUBLIC", EC.getPublicKey()).replaceAll("\\R", " ");

    assertThat(TestKeys.fitting(KeySource.text("The key", line), "ES256", null))
        .containsExactly(EC.getPublicKey());
  }

  @Test
  void aSingleJwkIsAKeySetOfOne() {
    String jwk = EC.toJson(OutputControlLevel.PUBLIC_ONLY);

    assertThat(TestKeys.fitting(KeySource.text("The key", jwk), "ES256", "ec"))
        .containsExactly(EC.getPublicKey());
    assertThat(TestKeys.fitting(KeySource.text("The key", jwk), "ES256", "no")).isEmpty();
    assertThat(TestKeys.fitting(KeySource.text("The key", jwk), "RS256", "ec")).isEmpty();
  }

  @Test
  void keysForEncryptionAreLeftOut() {
    PublicJsonWebKey encryption = TestKeys.rsa("enc");
    encryption.setUse("enc");

    assertThat(
            TestKeys.fitting(KeySource.text("Keys", TestKeys.jwks(EC, encryption)), "RS256", null))
        .isEmpty();
    refused(TestKeys.jwks(encryption), "is no key");
  }

  @Test
  void shortRsaKeysAreRefused() throws JoseException {
    refused(TestKeys.jwks(EC, RsaJwkGenerator.generateJwk(1024)), "must have 2048 bits or more");
  }

  @Test
  void whatIsNoPublicKeyForTheAlgorithmsIsRefused() throws JoseException {
    refused("hello", "is no key");
    refused("{", "is no key");
    refused("-----BEGIN PUBLIC KEY-----A-----END PUBLIC KEY-----", "is no key");
    refused("{\"keys\":[]}", "is no key");
    refused("{\"kty\":\"oct\",\"k\":\"c2VjcmV0c2VjcmV0c2VjcmV0c2VjcmV0c2VjcmV0\"}", "is no key");
    refused(TestKeys.jwks(EcJwkGenerator.generateJwk(EllipticCurves.P384)), "is no key");
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

  private static List<Key> keys(String text) {
    return KeySource.text("The key", text).keys().stream().map(JsonWebKey::getKey).toList();
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
