package io.kpigroups.bootstrap.config;

import static io.kpigroups.bootstrap.config.TriedPorts.LOOPBACK;
import static io.kpigroups.bootstrap.config.TriedPorts.assertRefused;
import static io.kpigroups.bootstrap.config.TriedPorts.ports;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PortsTest {
  @Test
  void portsThatAreFreeAreLeftFree() throws IOException {
    int port;
    try (ServerSocket socket = new ServerSocket(0)) {
      port = socket.getLocalPort();
    }
    for (int i = 0; i < 3; i++) {
      assertThatCode(() -> ports(Map.of("quarkus.http.port", port)).check())
          .doesNotThrowAnyException();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"quarkus.http.port", "quarkus.management.port"})
  void aPortThatIsTakenIsNamedWithItsSetting(String key) throws IOException {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getByName(LOOPBACK))) {
      int port = taken.getLocalPort();
      assertRefused(Map.of(key, port), "Port " + port, LOOPBACK, "another by " + key);
    }
  }

  @Test
  void aPortWithoutTheRightToItIsNamedWithTheReason() {
    assertRefused(
        Map.of("quarkus.http.port", 80),
        PortsTest::refuseLowPorts,
        "Port 80",
        "Permission denied",
        "the right to ports below 1024",
        "another by quarkus.http.port");
  }

  private static void refuseLowPorts(InetSocketAddress address) throws IOException {
    if (address.getPort() > 0 && address.getPort() < 1024) {
      throw new BindException("Permission denied");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "quarkus.http.port, -1",
    "quarkus.management.port, 65536",
    "quarkus.http.ssl-port, 99999"
  })
  void aNumberThatNoPortHasIsRefused(String key, int number) {
    assertRefused(Map.of(key, number), key + " is " + number, "between 0", "65535");
  }

  @Test
  void allThatIsWrongWithBothPortsIsToldAtOnce() throws IOException {
    assertRefused(
        Map.of("quarkus.http.port", 99999, "quarkus.management.port", -1),
        "quarkus.http.port is 99999",
        "quarkus.management.port is -1");
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getByName(LOOPBACK))) {
      int port = taken.getLocalPort();
      assertRefused(
          Map.of("quarkus.http.port", port, "quarkus.management.host", "nobody.invalid"),
          "another by quarkus.http.port",
          "quarkus.management.host is \"nobody.invalid\"");
    }
    assertRefused(
        Map.of("quarkus.http.port", 80, "quarkus.management.port", 81),
        PortsTest::refuseLowPorts,
        "Port 80 on",
        "Port 81 on");
  }

  @Test
  void aHostThatIsNotKnownIsRefused() {
    assertRefused(
        Map.of("quarkus.management.host", "nobody.invalid"),
        "quarkus.management.host is \"nobody.invalid\"",
        "no host that is known here");
  }

  /** By RFC 5737 it is no machine's. */
  @Test
  void anAddressOfAnotherMachineIsRefused() {
    assertRefused(
        Map.of("quarkus.http.host", "192.0.2.1", "quarkus.http.port", 8080),
        "on 192.0.2.1",
        "another address of this machine by quarkus.http.host");
  }

  @ParameterizedTest
  @CsvSource({"quarkus.http.host-enabled, false", "quarkus.http.insecure-requests, disabled"})
  void aPortThatIsNotOpenedIsNotTried(String key, String value) throws IOException {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getByName(LOOPBACK))) {
      Map<String, Object> settings = Map.of("quarkus.http.port", taken.getLocalPort(), key, value);
      assertThatCode(() -> ports(settings).check()).doesNotThrowAnyException();
    }
  }
}
