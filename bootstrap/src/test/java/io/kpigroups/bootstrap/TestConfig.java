package io.kpigroups.bootstrap;

import io.kpigroups.adapter.sqlite.SqliteConfig;
import io.kpigroups.bootstrap.config.ServiceConfig;
import io.kpigroups.bootstrap.identity.IdentityConfig;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.Map;

/** The service's mappings over nothing but the settings of a test. */
public final class TestConfig {
  private TestConfig() {}

  public static SmallRyeConfig of(Map<String, String> settings) {
    return new SmallRyeConfigBuilder()
        .addDiscoveredConverters()
        .withSources(new PropertiesConfigSource(settings, "test", 100))
        .withMapping(ServiceConfig.class)
        .withMapping(IdentityConfig.class)
        .withMapping(SqliteConfig.class)
        .withMappingIgnore("kpigroups.**")
        .build();
  }

  public static ServiceConfig service(Map<String, String> settings) {
    return of(settings).getConfigMapping(ServiceConfig.class);
  }
}
