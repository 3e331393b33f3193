package io.kpigroups.bootstrap.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.kpigroups.bootstrap.TestConfig;
import io.quarkus.runtime.configuration.ConfigUtils;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfig;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SettingsReadTest {

  @Test
  void aCommandReadsTheSettingsOfTheServiceWithoutStartingIt() {
    SmallRyeConfig config = SettingsCheck.read();

    assertThat(config.getProfiles()).containsExactly("prod");
    assertThat(config.getRawValue("quarkus.application.name")).isEqualTo("kpi-groups");
  }

  /** Whatever is shorter would cut a request off that has more time, without a word. */
  @Test
  void aDatabaseIsWaitedForAsLongAsARequestMayTake() {
    assertThat(serverSelection(Map.of("kpigroups.deadline", "20s"))).hasSeconds(20);
    assertThat(serverSelection(Map.of("kpigroups.deadline", "500ms"))).hasMillis(500);
    assertThat(serverSelection(Map.of())).isEqualTo(TestConfig.service(Map.of()).deadline());
  }

  private static Duration serverSelection(Map<String, String> settings) {
    return ConfigUtils.configBuilder()
        .withSources(new PropertiesConfigSource(settings, "test", 900))
        .build()
        .getValue("quarkus.mongodb.server-selection-timeout", Duration.class);
  }
}
