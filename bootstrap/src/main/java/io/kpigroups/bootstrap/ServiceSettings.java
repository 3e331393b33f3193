package io.kpigroups.bootstrap;

import io.kpigroups.adapter.rest.RateLimits;
import io.kpigroups.application.service.Settings;
import io.kpigroups.domain.access.AccountLimits;
import io.quarkus.runtime.configuration.ConfigurationException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Checks our settings and makes of them what the application takes. */
final class ServiceSettings {
  private final List<String> wrong = new ArrayList<>();

  private ServiceSettings() {}

  private void check(ServiceConfig config) {
    atLeast(Duration.ofMillis(100), "kpigroups.deadline", config.deadline());
    atLeast(Duration.ofMinutes(1), "kpigroups.retention", config.retention());
    atLeast(Duration.ofSeconds(1), "kpigroups.purge.every", config.purge().every());
    if (config.deadline().compareTo(config.retention()) >= 0) {
      wrong.add(
          "The setting kpigroups.deadline is "
              + text(config.deadline())
              + " and must be shorter than kpigroups.retention ("
              + text(config.retention())
              + "): what a request works on must not be purged meanwhile.");
    }
    atLeast(1, "kpigroups.page.max", config.page().max());
    ServiceConfig.LimitsConfig limits = config.limits();
    atLeast(1, "kpigroups.limits.groups-per-account", limits.groupsPerAccount());
    atLeast(1, "kpigroups.limits.kpis-per-account", limits.kpisPerAccount());
    atLeast(1, "kpigroups.limits.kpis-per-group", limits.kpisPerGroup());
    atLeast(1, "kpigroups.limits.favorites-per-user", limits.favoritesPerUser());
    check(config.rateLimit());
  }

  private void check(ServiceConfig.RateLimitConfig config) {
    atLeast(0, "kpigroups.rate-limit.per-token", config.perToken());
    atLeast(0, "kpigroups.rate-limit.per-account", config.perAccount());
  }

  /** What is out of its range, a sentence each. */
  static List<String> wrong(ServiceConfig config) {
    ServiceSettings settings = new ServiceSettings();
    settings.check(config);
    return List.copyOf(settings.wrong);
  }

  /**
   * The application's settings.
   *
   * @throws ConfigurationException with a sentence for each value that is out of its range
   */
  static Settings of(ServiceConfig config) {
    refuse(wrong(config));
    ServiceConfig.LimitsConfig limits = config.limits();
    return new Settings(
        new AccountLimits(
            limits.groupsPerAccount(),
            limits.kpisPerAccount(),
            limits.kpisPerGroup(),
            limits.favoritesPerUser()),
        config.page().max(),
        config.kpis(),
        config.requireIfMatch(),
        config.retention());
  }

  /**
   * How often the API may be called.
   *
   * @throws ConfigurationException with a sentence for each value that is out of its range
   */
  static RateLimits rateLimits(ServiceConfig.RateLimitConfig config) {
    ServiceSettings settings = new ServiceSettings();
    settings.check(config);
    refuse(settings.wrong);
    return new RateLimits(config.perToken(), config.perAccount());
  }

  private static void refuse(List<String> wrong) {
    if (!wrong.isEmpty()) {
      throw new ConfigurationException(String.join("\n", wrong));
    }
  }

  private <T extends Comparable<T>> void atLeast(T least, String key, T value) {
    if (value.compareTo(least) < 0) {
      wrong.add(
          "The setting "
              + key
              + " is "
              + text(value)
              + " and must be at least "
              + text(least)
              + ".");
    }
  }

  /** As it is written in settings. */
  private static String text(Object value) {
    if (!(value instanceof Duration time)) {
      return value.toString();
    }
    return time.toMillis() % 1_000 == 0 ? time.toSeconds() + "s" : time.toMillis() + "ms";
  }
}
