package io.kpigroups.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import io.kpigroups.adapter.rest.RateLimits;
import io.kpigroups.application.service.Settings;
import io.kpigroups.domain.access.AccountLimits;
import io.kpigroups.domain.group.KnownKpis;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What is set reaches those who work by it. */
class SettingsWiringTest {

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
    return new Wiring().settings(TestConfig.service(settings));
  }

  private static RateLimits rateLimits(Map<String, String> settings) {
    return new Wiring().rateLimits(TestConfig.service(settings));
  }
}
