package io.kpigroups.bootstrap.identity.keys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.kpigroups.adapter.rest.Authenticator.KeysUnavailable;
import io.kpigroups.bootstrap.TestTime;
import io.quarkus.runtime.configuration.ConfigurationException;
import io.quarkus.tls.TlsConfiguration;
import io.vertx.core.Vertx;
import java.net.InetSocketAddress;
import java.net.ProxySelector;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What Quarkus's settings for TLS and proxies mean for how keys are fetched. */
class ProviderAccessTest {
  private static final PrivateCertificate CERTIFICATE = PrivateCertificate.make();
  private static final Vertx VERTX = Vertx.vertx();
  private static final String TLS = "kpigroups.identity.tls-configuration-name";
  private static final Optional<String> OWN = Optional.of("own");
  private static final Optional<String> NONE = Optional.of("none");

  private final KeyServer secured = new KeyServer(Optional.of(CERTIFICATE), "keys");
  private final KeyServer plain = new KeyServer(Optional.empty(), "keys");
  private final Tunnel tunnel = new Tunnel(secured);

  @AfterEach
  void stop() {
    tunnel.close();
    secured.close();
    plain.close();
  }

  @AfterAll
  static void stopVertx() {
    VERTX.close();
  }

  @Test
  void aPrivateCertificateIsTrustedByTheDefaultConfigurationOrByOneThatIsNamed() {
    URI address = secured.address("localhost");
    Map<String, TlsConfiguration> both =
        Map.of(
            "own",
            TestTls.trusting(CERTIFICATE),
            "<default>",
            TestTls.trusting(PrivateCertificate.make()));

    assertThat(access(Map.of("<default>", TestTls.trusting(CERTIFICATE))).text(address))
        .isEqualTo("keys");
    assertThat(
            access(Map.of("own", TestTls.trusting(CERTIFICATE)))
                .text(address, OWN, Optional.empty()))
        .isEqualTo("keys");
    assertThat(access(both).text(address, OWN, Optional.empty())).isEqualTo("keys");
  }

  @Test
  void aCertificateThatIsUnknownOrForAnotherNameGivesNoKeys() {
    TestAccess unknown = access(Map.of("own", TestTls.trusting(CERTIFICATE)));
    TestAccess other = access(Map.of("<default>", TestTls.trusting(CERTIFICATE)));

    assertThatThrownBy(() -> unknown.text(secured.address("localhost")))
        .hasCauseInstanceOf(SSLException.class);
    assertThatThrownBy(() -> other.text(secured.address("127.0.0.1")))
        .hasCauseInstanceOf(SSLException.class);
    assertThat(secured.asked()).isEmpty();
  }

  @Test
  void theLogSaysWhatACertificateThatIsUnknownNeeds() {
    URI address = secured.address("localhost");
    TestProvider provider = new TestProvider();
    provider.failsWith(
        (Exception)
            assertThrows(CompletionException.class, () -> access(Map.of()).text(address))
                .getCause());
    VerificationKeys keys = provider.keys();
    try (LogLines log = new LogLines(RemoteKeys.class)) {
      assertThatThrownBy(() -> keys.newerThan(keys.known(TestTime.ample()), TestTime.ample()))
          .isInstanceOf(KeysUnavailable.class);

      assertThat(log.lines())
          .singleElement()
          .asString()
          .contains(TestProvider.LOCATION.toString(), "certification path")
          .contains("quarkus.tls.trust-store", TLS);
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void aConfigurationThatChecksNothingIsRefusedAtTheStart(boolean trustsAll) {
    TlsConfiguration blind = trustsAll ? TestTls.blind() : TestTls.nameless();
    ProviderAccess access = access(Map.of("own", blind)).toProviders();
    ProviderAccess byDefault = access(Map.of("<default>", blind)).toProviders();
    URI address = secured.address("localhost");

    assertThatThrownBy(() -> access.keys(address, OWN, Optional.empty()))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining("trust store");
    assertThatThrownBy(() -> byDefault.keys(address, Optional.empty(), Optional.empty()))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining(TLS);
  }

  @Test
  void aNameThatIsNoneIsRefusedAtTheStart() {
    URI address = secured.address("localhost");
    ProviderAccess access = access(Map.of()).toProviders();
    Optional<String> typo = Optional.of("typo");

    assertThatThrownBy(() -> access.keys(address, typo, Optional.empty()))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining("typo")
        .hasMessageContaining(TLS);
    assertThatThrownBy(() -> access.keys(address, Optional.empty(), typo))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining("typo")
        .hasMessageContaining("kpigroups.identity.proxy-configuration-name");
  }

  @Test
  void keysAreFetchedThroughTheProxyThatIsConfigured() {
    URI elsewhere = URI.create("https://localhost:1/keys");
    TestAccess access = access(Map.of("<default>", TestTls.trusting(CERTIFICATE)));

    assertThat(access.through("<default>", tunnel.port(), List.of()).text(elsewhere))
        .isEqualTo("keys");
    assertThat(
            access.through("own", tunnel.port(), List.of()).text(elsewhere, Optional.empty(), OWN))
        .isEqualTo("keys");
    assertThat(tunnel.asked())
        .hasSize(2)
        .allSatisfy(
            head ->
                assertThat(head)
                    .startsWith("CONNECT localhost:1 HTTP/1.1\r\n")
                    .contains("roxy-", "Basic YW5uOnNlY3JldA=="));
  }

  @Test
  void aProxyIsPassedByForHostsThatNeedNoneAndWhereItIsSwitchedOff() {
    TestAccess access = access(Map.of("<default>", TestTls.trusting(CERTIFICATE)));
    URI address = secured.address("localhost");

    access.through("<default>", tunnel.port(), List.of("localhost")).text(address);
    access.through("<default>", tunnel.port(), List.of()).text(address, Optional.empty(), NONE);

    assertThat(secured.asked()).hasSize(2);
    assertThat(tunnel.asked()).isEmpty();
  }

  @Test
  void withoutAProxyOfQuarkusTheOneOfJavaIsUsedUnlessProxiesAreSwitchedOff() {
    TestAccess access = access(Map.of("<default>", TestTls.trusting(CERTIFICATE)));
    URI address = secured.address("localhost");
    @Nullable ProxySelector before = ProxySelector.getDefault();
    ProxySelector.setDefault(
        ProxySelector.of(InetSocketAddress.createUnresolved("127.0.0.1", tunnel.port())));
    try {
      access.text(address);
      assertThat(tunnel.asked()).hasSize(1);
      access.text(address, Optional.empty(), NONE);
    } finally {
      ProxySelector.setDefault(before);
    }

    assertThat(tunnel.asked()).hasSize(1);
    assertThat(secured.asked()).hasSize(2);
  }

  @Test
  void anUnencryptedAddressNeedsNoTls() {
    assertThat(access(Map.of("<default>", TestTls.blind())).text(plain.address("127.0.0.1")))
        .isEqualTo("keys");
  }

  private static TestAccess access(Map<String, TlsConfiguration> tls) {
    return new TestAccess(VERTX, tls, Map.of());
  }
}
