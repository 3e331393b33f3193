package io.kpigroups.bootstrap.config;

import static io.kpigroups.bootstrap.config.SettingsCheckTest.config;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kpigroups.bootstrap.TestConfig;
import io.quarkus.runtime.configuration.ConfigurationException;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.EnvConfigSource;
import io.smallrye.config.PropertiesConfigSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.config.spi.ConfigSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The settings of a store that was added, whose mapping is known. */
class AddedSettingsTest {
  @ConfigMapping(prefix = "kpigroups.foo")
  interface Foo {
    String url();

    Optional<String> password();

    int poolSize();

    List<String> hosts();

    List<Tls> tls();

    Map<String, String> tags();

    interface Tls {
      String path();
    }
  }

  @Test
  void aMisspeltVariableOrKeyIsRefusedWithTheNearestOfTheStore() {
    assertThatThrownBy(
            () ->
                check(
                    new EnvConfigSource(Map.of("KPIGROUPS_FOO_URLL", "x"), 300),
                    new PropertiesConfigSource(Map.of("kpigroups.foo.poolsize", "x"), "file", 260)))
        .isInstanceOf(ConfigurationException.class)
        .hasMessage(
            "There is no setting KPIGROUPS_FOO_URLL (environment variable); the nearest is"
                + " KPIGROUPS_FOO_URL.\n"
                + "There is no setting kpigroups.foo.poolsize (file); the nearest is"
                + " kpigroups.foo.pool-size.");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "KPIGROUPS_FOO_URL",
        "KPIGROUPS_FOO_PASSWORD",
        "KPIGROUPS_FOO_POOL_SIZE",
        "KPIGROUPS_FOO_HOSTS",
        "KPIGROUPS_FOO_HOSTS_0_",
        "KPIGROUPS_FOO_TLS_0__PATH",
        "KPIGROUPS_FOO_TAGS_ANY",
        "KPIGROUPS_BAR_URLL",
      })
  void itsOwnVariablesAreTakenAndThoseOfAStoreWithoutAMapping(String variable) {
    assertThatCode(() -> check(new EnvConfigSource(Map.of(variable, "x"), 300)))
        .doesNotThrowAnyException();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "kpigroups.foo.pool-size",
        "kpigroups.foo.hosts[0]",
        "kpigroups.foo.tls[0].path",
        "kpigroups.foo.tags.any",
        "%dev.kpigroups.foo.url",
      })
  void itsOwnKeysAreTaken(String key) {
    assertThatCode(() -> check(new PropertiesConfigSource(Map.of(key, "x"), "file", 260)))
        .doesNotThrowAnyException();
  }

  private static void check(ConfigSource... sources) {
    new SettingsCheck(config(sources))
        .checkService(TestConfig.service(Map.of()), List.of("foo", "bar"), List.of(Foo.class));
  }
}
