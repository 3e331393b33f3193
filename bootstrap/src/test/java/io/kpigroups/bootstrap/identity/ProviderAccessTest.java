package io.kpigroups.bootstrap.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kpigroups.bootstrap.TestTime;
import io.quarkus.runtime.configuration.ConfigurationException;
import io.quarkus.tls.TlsConfiguration;
import io.vertx.core.Vertx;
import io.vertx.core.net.PfxOptions;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.net.ssl.SSLException;
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
  private static final String PROXY = "kpigroups.identity.proxy-configuration-name";

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
  void aPrivateCertificateIsTrustedByTheDefaultConfigurationOrByOneThatIsNamed()
      throws IOException {
    URI address = secured.address("localhost");

    assertThat(access(Map.of("<default>", trusting())).fetch(address).text()).isEqualTo("keys");
    assertThat(access(Map.of("own", trusting())).with(TLS, "own").fetch(address).text())
        .isEqualTo("keys");
    assertThat(
            access(Map.of("own", trusting(), "<default>", knowingNobody()))
                .with(TLS, "own")
                .fetch(address)
                .text())
        .isEqualTo("keys");
  }

  @Test
  void aCertificateThatIsUnknownOrForAnotherNameGivesNoKeys() {
    KeyFetch unknown = access(Map.of("own", trusting())).fetch(secured.address("localhost"));
    KeyFetch other = access(Map.of("<default>", trusting())).fetch(secured.address("127.0.0.1"));

    assertThatThrownBy(unknown::text).isInstanceOf(SSLException.class);
    assertThatThrownBy(other::text).isInstanceOf(SSLException.class);
    assertThat(secured.asked()).isEmpty();
  }

  @Test
  void theLogSaysWhatACertificateThatIsUnknownNeeds() {
    URI address = secured.address("localhost");
    RemoteKeys keys =
        new RemoteKeys(address, access(Map.of()).fetch(address), Runnable::run, () -> 0);
    try (LogLines log = new LogLines(RemoteKeys.class)) {
      assertThatThrownBy(() -> keys.newerThan(keys.known(TestTime.ample()), TestTime.ample()))
          .isNotNull();

      assertThat(log.lines())
          .singleElement()
          .asString()
          .contains(address.toString(), "quarkus.tls.trust-store", TLS);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"blind", "nameless"})
  void aConfigurationThatChecksNothingIsRefusedAtTheStart(String name) {
    Access access = access(Map.of("blind", blind(), "nameless", nameless()));
    Access byDefault = access(Map.of("<default>", name.equals("blind") ? blind() : nameless()));
    URI address = secured.address("localhost");

    assertThatThrownBy(() -> access.with(TLS, name).fetch(address))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining("trust store");
    assertThatThrownBy(() -> byDefault.fetch(address))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining(TLS);
  }

  @Test
  void aNameThatIsNoneIsRefusedAtTheStart() {
    URI address = secured.address("localhost");

    assertThatThrownBy(() -> access(Map.of()).with(TLS, "typo").fetch(address))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining("quarkus.tls.typo");
    assertThatThrownBy(() -> access(Map.of()).with(PROXY, "typo").fetch(address))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining("quarkus.proxy.typo");
  }

  @Test
  void keysAreFetchedThroughTheProxyThatIsConfigured() throws IOException {
    URI elsewhere = URI.create("https://localhost:1/keys");
    Access access = access(Map.of("<default>", trusting()));

    assertThat(access.through("<default>", tunnel.port(), List.of()).fetch(elsewhere).text())
        .isEqualTo("keys");
    assertThat(
            access
                .through("own", tunnel.port(), List.of())
                .with(PROXY, "own")
                .fetch(elsewhere)
                .text())
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
  void aProxyIsPassedByForHostsThatNeedNoneAndWhereItIsSwitchedOff() throws IOException {
    Access access = access(Map.of("<default>", trusting()));
    URI address = secured.address("localhost");

    access.through("<default>", tunnel.port(), List.of("localhost")).fetch(address).text();
    access.through("<default>", tunnel.port(), List.of()).with(PROXY, "none").fetch(address).text();

    assertThat(secured.asked()).hasSize(2);
    assertThat(tunnel.asked()).isEmpty();
  }

  @Test
  void withoutAProxyOfQuarkusTheOneOfJavaIsUsedUnlessProxiesAreSwitchedOff() throws IOException {
    Access access = access(Map.of("<default>", trusting())).throughJavas(tunnel.port());
    URI address = secured.address("localhost");

    access.fetch(address).text();
    assertThat(tunnel.asked()).hasSize(1);
    access.with(PROXY, "none").fetch(address).text();

    assertThat(tunnel.asked()).hasSize(1);
    assertThat(secured.asked()).hasSize(2);
  }

  @Test
  void anUnencryptedAddressNeedsNoTls() throws IOException {
    assertThat(access(Map.of("<default>", blind())).fetch(plain.address("127.0.0.1")).text())
        .isEqualTo("keys");
  }

  private static Access access(Map<String, TlsConfiguration> tls) {
    return new Access(VERTX, tls, Map.of(), Optional.empty(), Map.of());
  }

  private static TlsConfiguration trusting() {
    return new Trust(
        new PfxOptions()
            .setPath(CERTIFICATE.store().toString())
            .setPassword(PrivateCertificate.PASSWORD),
        false,
        Optional.empty());
  }

  private static TlsConfiguration knowingNobody() {
    return new Trust(
        new PfxOptions()
            .setPath(PrivateCertificate.make().store().toString())
            .setPassword(PrivateCertificate.PASSWORD),
        false,
        Optional.empty());
  }

  private static TlsConfiguration blind() {
    return new Trust(null, true, Optional.empty());
  }

  private static TlsConfiguration nameless() {
    return new Trust(null, false, Optional.of("NONE"));
  }
}
