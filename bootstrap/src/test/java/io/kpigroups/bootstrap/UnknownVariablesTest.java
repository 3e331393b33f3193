package io.kpigroups.bootstrap;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.runtime.configuration.ConfigurationException;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UnknownVariablesTest {

  @ParameterizedTest
  @ValueSource(strings = {"KPIGROUPS_STOER", "KPIGROUPS_LIMITS_GROUPS", "KPIGROUPS_FOOD_URL"})
  void aVariableThatIsNoSettingIsNamed(String variable) {
    assertThatThrownBy(() -> refuse(variable))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining(variable);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "KPIGROUPS_STORE",
        "KPIGROUPS_LIMITS_GROUPS_PER_ACCOUNT",
        "KPIGROUPS_FOO_URL",
        "KPIGROUPS_TEST_MONGODB",
        "KPIGROUPS_SERVICE_HOST",
        "KPIGROUPS_PORT_8080_TCP_ADDR",
        "PATH",
      })
  void settingsAndWhatIsNotOursAreLeftAlone(String variable) {
    assertThatCode(() -> refuse(variable)).doesNotThrowAnyException();
  }

  private static void refuse(String variable) {
    UnknownVariables.refuse(
        List.of(variable),
        List.of("kpigroups.store", "kpigroups.limits.groups-per-account"),
        List.of("embedded", "foo"));
  }
}
