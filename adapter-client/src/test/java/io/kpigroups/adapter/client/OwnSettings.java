package io.kpigroups.adapter.client;

import io.kpigroups.application.port.out.KpiGroupStorage;
import io.quarkus.tls.TlsConfigurationRegistry;
import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** An upstream by settings of a test's own. */
final class OwnSettings {
  /** Enough for the slowest machine. */
  private static final Map<String, String> UNHURRIED =
      Map.of("kpigroups.upstream.connect-timeout", "10m", "kpigroups.upstream.read-timeout", "10m");

  private OwnSettings() {}

  static UpstreamGroups groups(Map<String, String> settings, TlsConfigurationRegistry registry) {
    return new UpstreamGroups(upstream(settings, registry));
  }

  static KpiGroupStorage storage(Map<String, String> settings, TlsConfigurationRegistry registry) {
    return new UpstreamStorage(upstream(settings, registry));
  }

  private static Upstream upstream(
      Map<String, String> settings, TlsConfigurationRegistry registry) {
    Map<String, String> all = new HashMap<>(UNHURRIED);
    all.putAll(settings);
    SmallRyeConfig config =
        new SmallRyeConfigBuilder()
            .addDiscoveredConverters()
            .withMapping(UpstreamConfig.class)
            .withDefaultValues(all)
            .build();
    UpstreamConfig upstream = config.getConfigMapping(UpstreamConfig.class);
    Optional<Duration> deadline = config.getOptionalValue("kpigroups.deadline", Duration.class);
    Connection connection = new Connection(upstream, registry);
    return new Upstream(connection, upstream, new TestToken(), deadline);
  }
}
