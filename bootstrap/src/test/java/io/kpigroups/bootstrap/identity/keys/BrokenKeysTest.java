package io.kpigroups.bootstrap.identity.keys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kpigroups.bootstrap.TestTime;
import io.quarkus.runtime.configuration.ConfigurationException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jose4j.jwk.PublicJsonWebKey;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Key sets in which something is broken. */
class BrokenKeysTest {
  private static final PublicJsonWebKey EC = TestKeys.ec("ec");
  private static final PublicJsonWebKey RSA = TestKeys.rsa("rsa");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"a string\"",
        "7",
        "true",
        "null",
        "[]",
        "[{}]",
        "{}",
        "{\"kty\":\"AKP\",\"kid\":\"of tomorrow\"}",
        "{\"kty\":7}",
        "{\"kty\":[\"EC\"]}",
        "{\"kty\":\"EC\",\"kid\":[],\"crv\":\"P-256\",\"x\":\"AA\",\"y\":\"AA\"}",
        "{\"kty\":\"EC\",\"crv\":\"P-256\",\"x\":[],\"y\":7}",
        "{\"kty\":\"EC\",\"crv\":\"P-999\",\"x\":\"AA\",\"y\":\"AA\"}",
        "{\"kty\":\"RSA\",\"n\":\"!!\",\"e\":\"AQAB\"}",
        "{\"kty\":\"RSA\",\"e\":\"AQAB\"}"
      })
  void aBrokenEntryIsLeftOutAndTheOthersCount(String broken) {
    try (LogLines log = new LogLines(KeySet.class)) {
      KeySet read = KeySet.parse("The keys", between(broken));

      assertThat(TestKeys.fitting(read, "ES256", "ec")).containsExactly(EC.getPublicKey());
      assertThat(TestKeys.fitting(read, "RS256", "rsa")).containsExactly(RSA.getPublicKey());
      assertThat(log.lines()).singleElement().asString().contains("The keys", "1 of 3");
    }
  }

  @Test
  void keysOfOtherKindsAreNotBroken() {
    String secret = "{\"kty\":\"oct\",\"k\":\"c2VjcmV0c2VjcmV0c2VjcmV0c2VjcmV0c2VjcmV0\"}";

    try (LogLines log = new LogLines(KeySet.class)) {
      KeySet read = KeySet.parse("The keys", between(secret));

      assertThat(TestKeys.fitting(read, "ES256", null)).hasSize(1);
      assertThat(TestKeys.fitting(read, "RS256", null)).hasSize(1);
      assertThat(log.lines()).isEmpty();
    }
  }

  @Test
  void whatIsLeftOutIsALineInTheLogAndNotOneForEachFetch() {
    TestProvider provider = new TestProvider();
    VerificationKeys keys = provider.keys();
    provider.answers(between("7"));
    try (LogLines log = new LogLines(KeySet.class)) {
      for (int i = 0; i < 3; i++) {
        keys.newerThan(keys.known(TestTime.ample()), TestTime.ample());
        provider.move(RemoteKeys.BETWEEN_FETCHES);
      }
      assertThat(provider.fetches()).isEqualTo(3);
      assertThat(log.lines())
          .singleElement()
          .asString()
          .contains(TestProvider.LOCATION.toString(), "1 of 3");
    }
  }

  @Test
  void aFileWithABrokenEntryIsTakenAndLogged() {
    try (LogLines log = new LogLines(KeySet.class)) {
      assertThat(KeySource.text("The key at x", between("\"x\"")).keys()).hasSize(2);
      assertThat(log.lines()).singleElement().asString().contains("The key at x", "1 of 3");
    }
  }

  @Test
  void aFileThatIsTooLongIsRefused(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("keys.json");
    String set = TestKeys.jwks(EC);
    Files.writeString(file, set + " ".repeat(KeySet.MAX_BYTES - set.length()));
    assertThat(KeySource.at(file.toString()).keys()).hasSize(1);

    Files.writeString(file, set + " ".repeat(KeySet.MAX_BYTES - set.length() + 1));
    assertThatThrownBy(() -> KeySource.at(file.toString()))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining("256 KiB");
  }

  /** A key set with two good keys and this between. */
  private static String between(String entry) {
    return TestKeys.jwks(EC, RSA).replace("},{", "}," + entry + ",{");
  }
}
