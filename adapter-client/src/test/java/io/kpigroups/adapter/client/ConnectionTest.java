package io.kpigroups.adapter.client;

import static io.kpigroups.adapter.client.Samples.ANN;
import static io.kpigroups.adapter.client.Samples.GROUP;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kpigroups.application.port.UpstreamFailure;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.tls.TlsConfiguration;
import io.quarkus.tls.TlsConfigurationRegistry;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who gets the token: nobody whose certificate was not checked; and what is no setting. */
@QuarkusTest
@WithTestResource(TlsUpstream.class)
class ConnectionTest {
  private final TlsConfigurationRegistry registry;

  ConnectionTest(TlsConfigurationRegistry registry) {
    this.registry = registry;
  }

  @Test
  void anUpstreamWithACertificateThatIsTrustedIsCalled() {
    int before = TlsUpstream.requests();
    assertThat(storage(TlsUpstream.url("localhost"), "trusting").find(ANN, GROUP)).isPresent();
    assertThat(TlsUpstream.requests()).isGreaterThan(before);
  }

  @Test
  void anUpstreamWithAnUnknownCertificateGetsNothing() {
    int before = TlsUpstream.requests();
    UpstreamGroups groups = storage(TlsUpstream.url("localhost"), null);
    assertThatThrownBy(() -> groups.find(ANN, GROUP)).isInstanceOf(UpstreamFailure.class);
    assertThat(TlsUpstream.requests()).isEqualTo(before);
  }

  @Test
  void anUpstreamWithACertificateForAnotherNameGetsNothing() {
    int before = TlsUpstream.requests();
    UpstreamGroups groups = storage(TlsUpstream.url("127.0.0.1"), "trusting");
    assertThatThrownBy(() -> groups.find(ANN, GROUP)).isInstanceOf(UpstreamFailure.class);
    assertThat(TlsUpstream.requests()).isEqualTo(before);
  }

  @ParameterizedTest
  @ValueSource(strings = {"blind", "nameless"})
  void aConfigurationThatChecksNothingIsRefused(String tls) {
    String url = TlsUpstream.url("localhost");
    assertThatThrownBy(() -> storage(url, tls))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("trust store");
  }

  @Test
  void theTrustStoreOfTheDefaultConfigurationIsUsed() {
    UpstreamGroups groups = storageWithDefault("trusting");
    assertThat(groups.find(ANN, GROUP)).isPresent();
  }

  @ParameterizedTest
  @ValueSource(strings = {"blind", "nameless"})
  void aDefaultConfigurationThatChecksNothingIsRefused(String tls) {
    assertThatThrownBy(() -> storageWithDefault(tls))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("trust store");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "app.gtmhub.com/api/v1",
        "ftp://app.gtmhub.com/api/v1",
        "https:///api/v1",
        "https://user:secret@app.gtmhub.com/api/v1",
        "https://app.gtmhub.com/api/v1?a=b",
        "https://app.gtmhub.com/api/v1#c"
      })
  void anAddressThatIsNoneIsRefusedWithoutRepeatingIt(String url) {
    assertThatThrownBy(() -> storage(url, null))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("kpigroups.upstream.url")
        .hasMessageNotContaining("secret");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "connect-timeout=0s",
        "read-timeout=-1s",
        "retries=-1",
        "concurrent-calls=0",
        "answer-size=0",
        "circuit-breaker.calls=0",
        "circuit-breaker.pause=0s"
      })
  void aNumberThatMakesNoSenseIsRefused(String setting) {
    String[] words = setting.split("=");
    Map<String, String> settings = Map.of("kpigroups.upstream." + words[0], words[1]);
    assertThatThrownBy(() -> OwnSettings.groups(settings, registry))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("kpigroups.upstream");
  }

  private UpstreamGroups storageWithDefault(String tls) {
    return OwnSettings.groups(
        Map.of("kpigroups.upstream.url", TlsUpstream.url("localhost")),
        new OtherDefault(registry, tls));
  }

  /** The registry, as if the configuration of this name had none. */
  private record OtherDefault(TlsConfigurationRegistry all, String name)
      implements TlsConfigurationRegistry {
    @Override
    public Optional<TlsConfiguration> get(String other) {
      return all.get(other);
    }

    @Override
    public Optional<TlsConfiguration> getDefault() {
      return all.get(name);
    }

    @Override
    public void register(String other, TlsConfiguration configuration) {
      all.register(other, configuration);
    }
  }

  private UpstreamGroups storage(String url, String tls) {
    Map<String, String> settings = new HashMap<>(Map.of("kpigroups.upstream.url", url));
    if (tls != null) {
      settings.put("kpigroups.upstream.tls-configuration-name", tls);
    }
    return OwnSettings.groups(settings, registry);
  }
}
