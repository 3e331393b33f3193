package io.kpigroups.bootstrap.identity.keys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.runtime.configuration.ConfigurationException;
import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class KeyAddressTest {

  @ParameterizedTest
  @CsvSource({
    "https:///keys, no host",
    "https://, no address",
    "https:, no address",
    "https:/keys, no host",
    "HTTPS:keys, no host",
    "https://:8443/keys, no host",
    "https://my_host/keys, no host",
    "https://id.example:99999/keys, port",
    "https://id.example:0/keys, port",
    "https://id.example/keys#first, fragment",
    "https://ann:secret@id.example/keys, password",
    "https://id.example/my keys, no address",
    "http:///keys, no host"
  })
  void whatCannotBeFetchedIsRefusedWithoutRepeatingIt(String location, String reason) {
    assertThat(KeyAddress.isMeantBy(location)).isTrue();
    assertThatThrownBy(() -> KeyAddress.of(location))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining("mp.jwt.verify.publickey.location")
        .hasMessageContaining(reason)
        .hasMessageNotContaining("secret");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://id.example/realms/acme/protocol/openid-connect/certs",
        "HTTPS://ID.example:8443/keys?p=policy",
        "https://[::1]/keys"
      })
  void anAddressIsTakenAsItIs(String location) {
    assertThat(KeyAddress.isMeantBy(location)).isTrue();
    assertThat(KeyAddress.of(location)).isEqualTo(URI.create(location));
  }

  @ParameterizedTest
  @ValueSource(strings = {"keys.pem", "/etc/keys.json", "file:/etc/keys.json", "classpath:keys"})
  void filesAndResourcesAreNoAddresses(String location) {
    assertThat(KeyAddress.isMeantBy(location)).isFalse();
  }

  @Test
  void aKeySetThatComesUnencryptedFromAnotherMachineIsWarnedOf() {
    assertThat(warnings("http://keys.example/keys"))
        .singleElement()
        .asString()
        .contains("keys.example", "unencrypted");
    assertThat(warnings("https://keys.example/keys")).isEmpty();
    assertThat(warnings("http://localhost:8180/keys")).isEmpty();
    assertThat(warnings("http://127.0.0.1:8180/keys")).isEmpty();
    assertThat(warnings("http://[::1]:8180/keys")).isEmpty();
  }

  private static List<String> warnings(String location) {
    try (LogLines log = new LogLines(KeyAddress.class)) {
      KeyAddress.of(location);
      return log.lines();
    }
  }
}
