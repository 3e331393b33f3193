package io.kpigroups.bootstrap;

import io.kpigroups.adapter.sqlite.SqliteConfig;
import io.kpigroups.bootstrap.identity.IdentityConfig;
import io.smallrye.config.DotEnvConfigSourceProvider;
import io.smallrye.config.PropertiesConfigSourceLoader;
import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;

/** The settings for a command, read where the service reads them but without starting it. */
final class CommandConfig {
  private static final String FILE = "application.properties";

  private CommandConfig() {}

  static SmallRyeConfig load() {
    ClassLoader loader = CommandConfig.class.getClassLoader();
    return new SmallRyeConfigBuilder()
        .forClassLoader(loader)
        .addDefaultInterceptors()
        .addDiscoveredConverters()
        .addSystemSources()
        .withSources(new DotEnvConfigSourceProvider())
        .withSources(PropertiesConfigSourceLoader.inFileSystem("config/" + FILE, 260, loader))
        .withSources(PropertiesConfigSourceLoader.inClassPath(FILE, 250, loader))
        .withProfile("prod")
        .withMapping(IdentityConfig.class)
        .withMapping(SqliteConfig.class)
        .build();
  }
}
