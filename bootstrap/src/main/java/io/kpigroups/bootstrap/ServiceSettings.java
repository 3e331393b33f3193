package io.kpigroups.bootstrap;

import io.kpigroups.adapter.rest.RateLimits;
import io.kpigroups.application.Settings;
import io.kpigroups.domain.AccountLimits;
import io.kpigroups.domain.InvalidInput;
import io.quarkus.runtime.configuration.ConfigurationException;
import java.time.Duration;

/** Checks our settings and makes of them what the application takes. */
final class ServiceSettings {
  private ServiceSettings() {}

  /**
   * The application's settings.
   *
   * @throws ConfigurationException if a value is out of its range
   */
  static Settings of(ServiceConfig config) {
    atLeast(Duration.ofMillis(100), "kpigroups.deadline", config.deadline());
    atLeast(Duration.ofSeconds(1), "kpigroups.purge.every", config.purge().every());
    atLeast(1, "kpigroups.page.max", config.page().max());
    ServiceConfig.LimitsConfig limits = config.limits();
    atLeast(1, "kpigroups.limits.groups-per-account", limits.groupsPerAccount());
    atLeast(1, "kpigroups.limits.kpis-per-group", limits.kpisPerGroup());
    atLeast(1, "kpigroups.limits.favorites-per-user", limits.favoritesPerUser());
    try {
      return new Settings(
          new AccountLimits(
              limits.groupsPerAccount(), limits.kpisPerGroup(), limits.favoritesPerUser()),
          config.page().max(),
          config.kpis(),
          config.requireIfMatch(),
          config.retention());
    } catch (InvalidInput e) {
      throw new ConfigurationException("A setting below kpigroups is wrong: " + e.getMessage());
    }
  }

  /**
   * How often the API may be called.
   *
   * @throws ConfigurationException if a value is out of its range
   */
  static RateLimits rateLimits(ServiceConfig.RateLimitConfig config) {
    atLeast(0, "kpigroups.rate-limit.per-token", config.perToken());
    atLeast(0, "kpigroups.rate-limit.per-account", config.perAccount());
    return new RateLimits(config.perToken(), config.perAccount());
  }

  private static <T extends Comparable<T>> void atLeast(T least, String key, T value) {
    if (value.compareTo(least) < 0) {
      throw new ConfigurationException(
          "The setting " + key + " is " + value + " and must be at least " + least + ".");
    }
  }
}
