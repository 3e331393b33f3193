package io.kpigroups.application.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kpigroups.domain.access.AccountLimits;
import io.kpigroups.domain.failure.InvalidInput;
import io.kpigroups.domain.group.KnownKpis;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class SettingsTest {

  @Test
  void theDefaultsAreThoseOfTheDocumentation() {
    assertThat(Settings.DEFAULT)
        .isEqualTo(
            new Settings(
                AccountLimits.DEFAULT, 1_000, KnownKpis.REGISTERED, false, Duration.ofDays(30)));
  }

  @Test
  void aPageHasAtLeastOneRow() {
    assertThat(settings(1, Duration.ofDays(1)).pageMax()).isEqualTo(1);
    assertThatThrownBy(() -> settings(0, Duration.ofDays(1))).isInstanceOf(InvalidInput.class);
  }

  @Test
  void aDeletedGroupIsKeptForAMinuteAtLeast() {
    Duration minute = Duration.ofMinutes(1);

    assertThat(settings(1, minute).retention()).isEqualTo(minute);
    assertThatThrownBy(() -> settings(1, minute.minusNanos(1))).isInstanceOf(InvalidInput.class);
  }

  private static Settings settings(int pageMax, Duration retention) {
    return new Settings(AccountLimits.DEFAULT, pageMax, KnownKpis.ANY, false, retention);
  }
}
