package io.kpigroups.bootstrap.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The words that settings may have. */
class SettingWordsTest {

  @Test
  void trueAndFalseAreTaken() {
    assertThat(new StrictBoolean().convert("true")).isTrue();
    assertThat(new StrictBoolean().convert("false")).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"TRUE", "yes", "on", "1", "ture", " true", ""})
  void everyOtherWordForABooleanIsRefused(String word) {
    assertThatThrownBy(() -> new StrictBoolean().convert(word))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("true or false");
  }

  @ParameterizedTest
  @CsvSource({"sqlite, embedded", "embedded, embedded", "mongo, mongo", "mine, mine"})
  void theEmbeddedStoreHasTwoNamesAndEveryOtherOne(String setting, String name) {
    assertThat(StoreName.of(setting)).isEqualTo(name);
  }
}
