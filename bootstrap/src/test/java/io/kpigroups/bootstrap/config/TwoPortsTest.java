package io.kpigroups.bootstrap.config;

import static io.kpigroups.bootstrap.config.TriedPorts.LOOPBACK;
import static io.kpigroups.bootstrap.config.TriedPorts.assertRefused;
import static io.kpigroups.bootstrap.config.TriedPorts.ports;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Two ports that are one, and the port for TLS. */
class TwoPortsTest {
  @ParameterizedTest
  @CsvSource({
    "127.0.0.1, 127.0.0.1",
    "127.0.0.1, localhost",
    "0.0.0.0, 127.0.0.1",
    "127.0.0.1, ::",
    "0.0.0.0, 0.0.0.0",
  })
  void onePortForBothOnOneAddressIsRefused(String api, String management) {
    assertRefused(
        onePort(api, management),
        TriedPorts::isFree,
        "quarkus.http.port and quarkus.management.port are both 8080");
  }

  /** It is opened only where there is a certificate. */
  @ParameterizedTest
  @CsvSource({
    "quarkus.tls.key-store.p12.path, /a.p12",
    "quarkus.tls.key-store.pem.0.cert, /a.pem",
    "quarkus.http.tls-configuration-name, acme",
    "quarkus.http.ssl.certificate.files, /a.pem",
    "quarkus.http.ssl.certificate.key-store-file, /a.p12",
  })
  void thePortForTlsIsLookedAtToo(String key, String value) throws IOException {
    Map<String, Object> same =
        Map.of("quarkus.http.ssl-port", 8443, "quarkus.management.port", 8443);
    assertThatCode(() -> ports(same, TriedPorts::isFree).check()).doesNotThrowAnyException();
    Map<String, Object> opened = new HashMap<>(same);
    opened.put(key, value);
    assertRefused(
        opened,
        TriedPorts::isFree,
        "quarkus.http.ssl-port and quarkus.management.port are both 8443");
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getByName(LOOPBACK))) {
      opened.put("quarkus.http.ssl-port", taken.getLocalPort());
      assertRefused(opened, "Port " + taken.getLocalPort(), "another by quarkus.http.ssl-port");
    }
  }

  @Test
  void onePortForBothOnTwoAddressesIsTaken() {
    assertThatCode(() -> ports(onePort("127.0.0.1", "127.0.0.2"), TriedPorts::isFree).check())
        .doesNotThrowAnyException();
  }

  private static Map<String, Object> onePort(String api, String management) {
    return Map.of(
        "quarkus.http.host",
        api,
        "quarkus.http.port",
        8080,
        "quarkus.management.host",
        management,
        "quarkus.management.port",
        8080);
  }
}
