package io.kpigroups.adapter.client;

import io.quarkus.tls.TlsConfigurationRegistry;
import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.HashMap;
import java.util.Map;

/** An upstream by settings of a test's own. */
final class OwnSettings {
  /** Enough for the slowest machine. */
  private static final Map<String, String> UNHURRIED =
      Map.of("kpigroups.upstream.connect-timeout", "10m", "kpigroups.upstream.read-timeout", "10m");

  private OwnSettings() {}

  static UpstreamGroups groups(Map<String, String> settings, TlsConfigurationRegistry registry) {
    Map<String, String> all = new HashMap<>(UNHURRIED);
    all.putAll(settings);
    SmallRyeConfig config =
        new SmallRyeConfigBuilder()
            .addDiscoveredConverters()
            .withMapping(UpstreamConfig.class)
            .withDefaultValues(all)
            .build();
    UpstreamConfig upstream = config.getConfigMapping(UpstreamConfig.class);
    Connection connection = new Connection(upstream, registry);
    return new UpstreamGroups(new Upstream(connection, upstream, new TestToken()));
  }
}
