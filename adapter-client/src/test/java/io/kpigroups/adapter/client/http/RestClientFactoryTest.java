package io.kpigroups.adapter.client.http;

import static io.kpigroups.adapter.client.fixture.Samples.ANN;
import static io.kpigroups.adapter.client.fixture.Samples.GROUP;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kpigroups.adapter.client.fixture.TestStorage;
import io.kpigroups.adapter.client.fixture.TlsUpstream;
import io.kpigroups.application.port.UpstreamFailure;
import io.kpigroups.application.port.out.KpiGroupStorage;
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

/** That no token is sent without a checked certificate, and which settings are rejected. */
@QuarkusTest
@WithTestResource(TlsUpstream.class)
class RestClientFactoryTest {
  private final TlsConfigurationRegistry registry;

  RestClientFactoryTest(TlsConfigurationRegistry registry) {
    this.registry = registry;
  }

  @Test
  void aTrustedCertificateIsAccepted() {
    int before = TlsUpstream.requests();
    assertThat(storage(TlsUpstream.url("localhost"), "trusting").groups().find(ANN, GROUP))
        .isPresent();
    assertThat(TlsUpstream.requests()).isGreaterThan(before);
  }

  @Test
  void nothingIsSentIfTheCertificateIsUnknown() {
    int before = TlsUpstream.requests();
    KpiGroupStorage storage = storage(TlsUpstream.url("localhost"), null);
    assertThatThrownBy(() -> storage.groups().find(ANN, GROUP)).isInstanceOf(UpstreamFailure.class);
    assertThat(TlsUpstream.requests()).isEqualTo(before);
  }

  @Test
  void nothingIsSentIfTheCertificateIsForAnotherHost() {
    int before = TlsUpstream.requests();
    KpiGroupStorage storage = storage(TlsUpstream.url("127.0.0.1"), "trusting");
    assertThatThrownBy(() -> storage.groups().find(ANN, GROUP)).isInstanceOf(UpstreamFailure.class);
    assertThat(TlsUpstream.requests()).isEqualTo(before);
  }

  @ParameterizedTest
  @ValueSource(strings = {"blind", "nameless"})
  void aTlsConfigurationWithoutChecksIsRejected(String tls) {
    String url = TlsUpstream.url("localhost");
    assertThatThrownBy(() -> storage(url, tls))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("trust store");
  }

  @Test
  void theDefaultTlsConfigurationIsUsed() {
    KpiGroupStorage storage = storageWithDefault("trusting");
    assertThat(storage.groups().find(ANN, GROUP)).isPresent();
  }

  @ParameterizedTest
  @ValueSource(strings = {"blind", "nameless"})
  void aDefaultTlsConfigurationWithoutChecksIsRejected(String tls) {
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
  void anInvalidUrlIsRejectedAndNotRepeatedInTheMessage(String url) {
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
  void anInvalidNumberIsRejected(String setting) {
    String[] words = setting.split("=");
    Map<String, String> settings = Map.of("kpigroups.upstream." + words[0], words[1]);
    assertThatThrownBy(() -> TestStorage.of(settings, registry))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("kpigroups.upstream");
  }

  private KpiGroupStorage storageWithDefault(String tls) {
    return TestStorage.of(
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

  private KpiGroupStorage storage(String url, String tls) {
    Map<String, String> settings = new HashMap<>(Map.of("kpigroups.upstream.url", url));
    if (tls != null) {
      settings.put("kpigroups.upstream.tls-configuration-name", tls);
    }
    return TestStorage.of(settings, registry);
  }
}
