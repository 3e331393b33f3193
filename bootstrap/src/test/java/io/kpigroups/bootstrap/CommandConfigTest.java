package io.kpigroups.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import io.kpigroups.bootstrap.identity.IdentityConfig;
import io.quarkus.runtime.configuration.ConfigUtils;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfig;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CommandConfigTest {

  @Test
  void aCommandReadsTheSettingsOfTheServiceWithoutStartingIt() {
    SmallRyeConfig config = CommandConfig.load();

    assertThat(config.getProfiles()).containsExactly("prod");
    assertThat(config.getRawValue("quarkus.application.name")).isEqualTo("kpi-groups");
    assertThat(config.getConfigMapping(IdentityConfig.class).scopeClaim()).isEqualTo("scope");
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
