package io.kpigroups.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import io.kpigroups.bootstrap.identity.IdentityConfig;
import io.smallrye.config.SmallRyeConfig;
import org.junit.jupiter.api.Test;

class CommandConfigTest {

  @Test
  void aCommandReadsTheSettingsOfTheServiceWithoutStartingIt() {
    SmallRyeConfig config = CommandConfig.load();

    assertThat(config.getProfiles()).containsExactly("prod");
    assertThat(config.getRawValue("quarkus.application.name")).isEqualTo("kpi-groups");
    assertThat(config.getConfigMapping(IdentityConfig.class).scopeClaim()).isEqualTo("scope");
  }
}
