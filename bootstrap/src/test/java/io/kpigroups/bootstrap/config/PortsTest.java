package io.kpigroups.bootstrap.config;

import static io.kpigroups.bootstrap.config.TriedPorts.LOOPBACK;
import static io.kpigroups.bootstrap.config.TriedPorts.assertRefused;
import static io.kpigroups.bootstrap.config.TriedPorts.ports;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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
      assertRefused(
          Map.of(key, port),
          "Port " + port + " on " + LOOPBACK,
          "): end the program that has it, or choose another by " + key + ".");
    }
  }

  @Test
  void aPortWithoutTheRightToItIsNamedWithTheReason() {
    assertRefused(
        Map.of("quarkus.http.port", 80),
        PortsTest::refuseLowPorts,
        "Port 80",
        "(Permission denied): give this program the right to ports below 1024, or choose another by"
            + " quarkus.http.port.");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "80 | Address already in use | end the program that has it, or choose",
        "80 | Keine Berechtigung | give this program the right to ports below 1024, end the program"
            + " that has it, or choose",
        "8080 | Permission denied: bind | choose",
        "8080 | Die Adresse wird bereits verwendet | end the program that has it, or choose",
      })
  void theAdviceFitsWhatTheSystemSays(int port, String said, String advice) {
    assertRefused(
        Map.of("quarkus.management.port", port),
        address -> {
          if (address.getPort() == port) {
            throw new BindException(said);
          }
        },
        "(" + said + "): " + advice + " another by quarkus.management.port.");
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
  @ParameterizedTest
  @CsvSource({
    "quarkus.http, 0",
    "quarkus.http, 80",
    "quarkus.http, 8080",
    "quarkus.management, 0",
    "quarkus.management, 9000",
  })
  void anAddressOfAnotherMachineIsRefused(String prefix, int port) {
    assertThatThrownBy(
            () -> ports(Map.of(prefix + ".host", "192.0.2.1", prefix + ".port", port)).check())
        .hasMessageStartingWith(
            prefix + ".host is \"192.0.2.1\", where this machine does not listen (")
        .hasMessageEndingWith(
            "): set it to an address of this machine, or to 0.0.0.0 for all of them.");
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
