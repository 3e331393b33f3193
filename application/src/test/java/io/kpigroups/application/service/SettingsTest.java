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
    assertThat(Settings.DEFAULT.withPageMax(1).pageMax()).isEqualTo(1);
    assertThatThrownBy(() -> Settings.DEFAULT.withPageMax(0)).isInstanceOf(InvalidInput.class);
  }

  @Test
  void aDeletedGroupIsKeptForAMinuteAtLeast() {
    Duration minute = Duration.ofMinutes(1);

    assertThat(Settings.DEFAULT.withRetention(minute).retention()).isEqualTo(minute);
    assertThatThrownBy(() -> Settings.DEFAULT.withRetention(minute.minusNanos(1)))
        .isInstanceOf(InvalidInput.class);
  }

  @Test
  void oneIsChangedAndTheOthersStay() {
    AccountLimits limits = new AccountLimits(1, 2, 3, 4);
    Duration day = Duration.ofDays(1);

    assertThat(
            Settings.DEFAULT
                .withLimits(limits)
                .withPageMax(5)
                .withKnownKpis(KnownKpis.ANY)
                .withRequireRevision(true)
                .withRetention(day))
        .isEqualTo(new Settings(limits, 5, KnownKpis.ANY, true, day));
    assertThat(Samples.SETTINGS.withLimits(limits).withLimits(Samples.SETTINGS.limits()))
        .isEqualTo(Samples.SETTINGS);
  }
}
