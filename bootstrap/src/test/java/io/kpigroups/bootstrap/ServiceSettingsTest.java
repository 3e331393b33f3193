package io.kpigroups.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kpigroups.adapter.rest.RateLimits;
import io.kpigroups.application.service.Settings;
import io.kpigroups.domain.access.AccountLimits;
import io.kpigroups.domain.group.KnownKpis;
import io.quarkus.runtime.configuration.ConfigurationException;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ServiceSettingsTest {

  @Test
  void withoutSettingsTheApplicationHasItsOwnDefaults() {
    assertThat(of(Map.of())).isEqualTo(Settings.DEFAULT);
  }

  @Test
  void whatIsSetReachesTheApplication() {
    assertThat(
            of(
                Map.of(
                    "kpigroups.limits.groups-per-account", "1",
                    "kpigroups.limits.kpis-per-account", "2",
                    "kpigroups.limits.kpis-per-group", "3",
                    "kpigroups.limits.favorites-per-user", "4",
                    "kpigroups.page.max", "5",
                    "kpigroups.kpis", "any",
                    "kpigroups.require-if-match", "true",
                    "kpigroups.retention", "60s")))
        .isEqualTo(
            new Settings(
                new AccountLimits(1, 2, 3, 4), 5, KnownKpis.ANY, true, Duration.ofMinutes(1)));
  }

  @ParameterizedTest
  @CsvSource({
    "kpigroups.deadline, 100ms, 99ms",
    "kpigroups.retention, 60s, 59s",
    "kpigroups.purge.every, 1s, 999ms",
    "kpigroups.page.max, 1, 0",
    "kpigroups.limits.groups-per-account, 1, 0",
    "kpigroups.limits.kpis-per-account, 1, 0",
    "kpigroups.limits.kpis-per-group, 1, 0",
    "kpigroups.limits.favorites-per-user, 1, -1",
    "kpigroups.rate-limit.per-token, 0, -1",
    "kpigroups.rate-limit.per-account, 0, -1",
  })
  void aValueBelowItsLeastIsRefusedByItsName(String key, String least, String less) {
    assertThat(of(Map.of(key, least))).isNotNull();
    assertThatThrownBy(() -> of(Map.of(key, less)))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining(key)
        .hasMessageContaining("must be at least " + least);
  }

  @Test
  void aDeadlineMustBeShorterThanTheRetention() {
    assertThat(of(Map.of("kpigroups.retention", "60s", "kpigroups.deadline", "59s"))).isNotNull();
    assertThatThrownBy(() -> of(Map.of("kpigroups.retention", "60s", "kpigroups.deadline", "60s")))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining("must be shorter than kpigroups.retention");
  }

  @Test
  void withoutRateLimitsThereAreNone() {
    assertThat(rateLimits(Map.of())).isEqualTo(new RateLimits(0, 0));
    assertThat(
            rateLimits(
                Map.of(
                    "kpigroups.rate-limit.per-token", "5",
                    "kpigroups.rate-limit.per-account", "6")))
        .isEqualTo(new RateLimits(5, 6));
  }

  private static Settings of(Map<String, String> settings) {
    return ServiceSettings.of(TestConfig.service(settings));
  }

  private static RateLimits rateLimits(Map<String, String> settings) {
    return ServiceSettings.rateLimits(TestConfig.service(settings).rateLimit());
  }
}
