package io.kpigroups.bootstrap.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is said of values that are wrong. */
class SettingValuesTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "kpigroups.deadline | soon | is \"soon\" and must be a duration such as 500ms, 5s or 30d",
        "kpigroups.page.max | many | is \"many\" and must be a whole number",
        "kpigroups.kpis | some | is \"some\" and must be one of registered, any",
        "kpigroups.require-if-match | ture | is \"ture\" and must be true or false",
        "kpigroups.upstream.answer-size | big | is \"big\" and must be a size such as 512K or 8M",
        "kpigroups.embedded.path | '' | is empty: give it a value, or leave it out",
        "kpigroups.upstream.url | http://a:secret@ b | has a value that cannot be read",
        "kpigroups.deadline | 99ms | is 99ms and must be at least 100ms",
        "kpigroups.retention | 59s | is 59s and must be at least 60s",
        "kpigroups.purge.every | 0s | is 0s and must be at least 1s",
        "kpigroups.purge.every | 999ms | is 999ms and must be at least 1s",
        "kpigroups.page.max | 0 | is 0 and must be at least 1",
        "kpigroups.limits.groups-per-account | 0 | is 0 and must be at least 1",
        "kpigroups.limits.kpis-per-account | 0 | is 0 and must be at least 1",
        "kpigroups.limits.kpis-per-group | -1 | is -1 and must be at least 1",
        "kpigroups.limits.favorites-per-user | 0 | is 0 and must be at least 1",
        "kpigroups.rate-limit.per-token | -1 | is -1 and must be at least 0",
        "kpigroups.rate-limit.per-account | -1 | is -1 and must be at least 0",
      })
  void aWrongValueIsToldInASentence(String key, String value, String verdict) {
    assertThat(SettingValues.wrong(Map.of(key, value)))
        .containsExactly("The setting %s %s.".formatted(key, verdict));
  }

  @ParameterizedTest
  @CsvSource({
    "kpigroups.deadline, 100ms",
    "kpigroups.retention, 60s",
    "kpigroups.purge.every, 1s",
    "kpigroups.page.max, 1",
    "kpigroups.limits.groups-per-account, 1",
    "kpigroups.limits.kpis-per-account, 1",
    "kpigroups.limits.kpis-per-group, 1",
    "kpigroups.limits.favorites-per-user, 1",
    "kpigroups.rate-limit.per-token, 0",
    "kpigroups.rate-limit.per-account, 0",
  })
  void theLeastValueIsTaken(String key, String value) {
    assertThat(SettingValues.wrong(Map.of(key, value))).isEmpty();
  }

  @Test
  void allThatIsWrongIsToldWhetherItCanBeReadOrNot() {
    assertThat(
            SettingValues.wrong(
                Map.of(
                    "kpigroups.deadline", "soon",
                    "kpigroups.kpis", "some",
                    "kpigroups.page.max", "0",
                    "kpigroups.rate-limit.per-token", "-1")))
        .hasSize(4);
  }

  @ParameterizedTest
  @CsvSource({"1m, 1m", "2m, 1m", "30d, 30d"})
  void aDeadlineThatIsNotShorterThanTheRetentionIsRefused(String deadline, String retention) {
    assertThat(wrong(deadline, retention))
        .singleElement()
        .asString()
        .startsWith("The setting kpigroups.deadline is ")
        .contains("must be shorter than kpigroups.retention");
  }

  @Test
  void aDeadlineThatIsShorterThanTheRetentionIsTaken() {
    assertThat(wrong("59999ms", "1m")).isEmpty();
    assertThat(wrong("20s", "30d")).isEmpty();
  }

  private static List<String> wrong(String deadline, String retention) {
    return SettingValues.wrong(
        Map.of("kpigroups.deadline", deadline, "kpigroups.retention", retention));
  }
}
