package io.kpigroups.bootstrap;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.runtime.configuration.ConfigurationException;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.io.Closeable;
import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PortsTest {
  private static final String LOOPBACK = "127.0.0.1";

  private static void check(Map<String, Object> settings, Ports.Opener opener) {
    Map<String, Object> all = new HashMap<>();
    for (String prefix : new String[] {"quarkus.http", "quarkus.management"}) {
      all.put(prefix + ".host", LOOPBACK);
      all.put(prefix + ".port", 0);
    }
    all.putAll(settings);
    Map<String, String> texts =
        all.entrySet().stream()
            .collect(Collectors.toMap(Map.Entry::getKey, e -> e.getValue().toString()));
    Ports.check(new SmallRyeConfigBuilder().withDefaultValues(texts).build(), opener);
  }

  private static Closeable isFree(InetAddress address, int port) {
    return () -> {};
  }

  private static void assertRefused(Map<String, Object> settings, String... parts) {
    assertRefused(settings, Ports::open, parts);
  }

  private static void assertRefused(
      Map<String, Object> settings, Ports.Opener opener, String... parts) {
    assertThatThrownBy(() -> check(settings, opener))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContainingAll(parts)
        .hasMessageEndingWith(".");
  }

  @Test
  void portsThatAreFreeAreLeftFree() throws IOException {
    int port;
    try (ServerSocket socket = new ServerSocket(0)) {
      port = socket.getLocalPort();
    }
    for (int i = 0; i < 3; i++) {
      assertThatCode(() -> check(Map.of("quarkus.http.port", port), Ports::open))
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

  private static Closeable refuseLowPorts(InetAddress address, int port) throws IOException {
    if (port > 0 && port < 1024) {
      throw new BindException("Permission denied");
    }
    return () -> {};
  }

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
        PortsTest::isFree,
        "quarkus.http.port and quarkus.management.port are both 8080");
  }

  @Test
  void onePortForBothOnTwoAddressesIsTaken() {
    assertThatCode(() -> check(onePort("127.0.0.1", "127.0.0.2"), PortsTest::isFree))
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
        "quarkus.http.host is \"192.0.2.1\"",
        "address of this machine");
  }

  @ParameterizedTest
  @CsvSource({"quarkus.http.host-enabled, false", "quarkus.http.insecure-requests, disabled"})
  void aPortThatIsNotOpenedIsNotTried(String key, String value) throws IOException {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getByName(LOOPBACK))) {
      Map<String, Object> settings = Map.of("quarkus.http.port", taken.getLocalPort(), key, value);
      assertThatCode(() -> check(settings, Ports::open)).doesNotThrowAnyException();
    }
  }
}
