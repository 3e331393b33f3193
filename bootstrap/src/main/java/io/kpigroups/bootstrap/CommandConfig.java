package io.kpigroups.bootstrap;

import io.kpigroups.adapter.sqlite.SqliteConfig;
import io.kpigroups.bootstrap.identity.IdentityConfig;
import io.quarkus.runtime.configuration.ConfigUtils;
import io.quarkus.runtime.configuration.ConfigurationException;
import io.smallrye.config.ConfigMappings;
import io.smallrye.config.ConfigMappings.ConfigClass;
import io.smallrye.config.SmallRyeConfig;
import java.util.Set;

/** The settings before the service is started, or without it, read where the service reads them. */
final class CommandConfig {
  private CommandConfig() {}

  /**
   * The settings for a command.
   *
   * @throws ConfigurationException with a sentence for each setting of ours that is wrong
   */
  static SmallRyeConfig load() {
    SmallRyeConfig config = read();
    new SettingsCheck(config).check();
    ConfigMappings.registerConfigMappings(
        config,
        Set.of(
            ConfigClass.configClass(IdentityConfig.class),
            ConfigClass.configClass(SqliteConfig.class)));
    return config;
  }

  /**
   * Checks the settings of the service.
   *
   * @throws ConfigurationException with a sentence for each setting of ours that is wrong or
   *     missing
   */
  static void checkForService() {
    new SettingsCheck(read()).checkForService();
  }

  private static SmallRyeConfig read() {
    return ConfigUtils.configBuilder().build();
  }
}
