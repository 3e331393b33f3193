package io.kpigroups.bootstrap.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kpigroups.adapter.rest.Authenticator.Unauthenticated;
import io.kpigroups.bootstrap.TestTime;
import io.kpigroups.domain.value.UserId;
import io.quarkus.runtime.configuration.ConfigurationException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.jose4j.jwk.PublicJsonWebKey;
import org.jose4j.lang.JoseException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Key sets in which something is broken. */
class KeySetTextTest {
  private static final PublicJsonWebKey EC = TestTokens.ec("ec");
  private static final PublicJsonWebKey RSA = TestTokens.rsa("rsa");

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
  void aBrokenEntryIsLeftOutAndTheOthersCount(String broken) throws JoseException {
    KeySetText read = KeySetText.read(between(broken));

    assertThat(read.broken()).containsExactly(2);
    assertThat(read.keys().fitting("ES256", Optional.of("ec"))).containsExactly(EC.getPublicKey());
    assertThat(read.keys().fitting("RS256", Optional.of("rsa")))
        .containsExactly(RSA.getPublicKey());
  }

  @Test
  void keysOfOtherKindsAreNotBroken() throws JoseException {
    String secret = "{\"kty\":\"oct\",\"k\":\"c2VjcmV0c2VjcmV0c2VjcmV0c2VjcmV0c2VjcmV0\"}";

    assertThat(KeySetText.read(between(secret)).broken()).isEmpty();
    assertThat(KeySetText.read(between(secret)).keys().entries()).hasSize(2);
  }

  @Test
  void aPointThatIsOnNoCurveVerifiesNothingAndSpoilsNothing() {
    String set =
        between("{\"kty\":\"EC\",\"crv\":\"P-256\",\"x\":\"AA\",\"y\":\"AA\",\"kid\":\"off\"}");
    TokenVerifier verifier =
        new TokenVerifier(
            KeySource.text("Keys", set), TestTokens.settings(Map.of()), TestTokens.clock());
    String good = TestTokens.sign("ES256", null, EC.getPrivateKey(), claims -> {});
    String bad = TestTokens.token(TestTokens.ec("off"));

    assertThat(verifier.authenticate(Optional.of("Bearer " + good), TestTime.ample()).user())
        .contains(new UserId("ann"));
    assertThatThrownBy(() -> verifier.authenticate(Optional.of("Bearer " + bad), TestTime.ample()))
        .isInstanceOf(Unauthenticated.class);
  }

  @Test
  void whatIsLeftOutIsALineInTheLogAndNotOneForEachFetch() {
    TestProvider provider = new TestProvider();
    RemoteKeys keys = provider.keys();
    provider.answers(between("7"));
    try (LogLines log = new LogLines(RemoteKeys.class)) {
      for (int i = 0; i < 3; i++) {
        keys.newerThan(keys.known(TestTime.ample()), TestTime.ample());
        provider.move(RemoteKeys.BETWEEN_FETCHES);
      }
      assertThat(provider.fetches()).isEqualTo(3);
      assertThat(log.lines())
          .singleElement()
          .asString()
          .contains(TestProvider.LOCATION.toString(), "no. 2");
    }
  }

  @Test
  void aFileWithABrokenEntryIsTakenAndLogged() {
    try (LogLines log = new LogLines(KeySource.class)) {
      assertThat(KeySource.text("The key at x", between("\"x\"")).entries()).hasSize(2);
      assertThat(log.lines()).singleElement().asString().contains("The key at x", "no. 2");
    }
  }

  @Test
  void aFileThatIsTooLongIsRefused(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("keys.json");
    String set = TestTokens.jwks(EC);
    Files.writeString(file, set + " ".repeat(KeySetText.LONGEST - set.length()));
    assertThat(KeySource.at(file.toString()).entries()).hasSize(1);

    Files.writeString(file, set + " ".repeat(KeySetText.LONGEST - set.length() + 1));
    assertThatThrownBy(() -> KeySource.at(file.toString()))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining("256 KiB");
  }

  /** A key set with two good keys and this between. */
  private static String between(String entry) {
    return TestTokens.jwks(EC, RSA).replace("},{", "}," + entry + ",{");
  }
}
