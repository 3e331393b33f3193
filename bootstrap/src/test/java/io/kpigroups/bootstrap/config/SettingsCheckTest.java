package io.kpigroups.bootstrap.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kpigroups.bootstrap.TestConfig;
import io.quarkus.runtime.configuration.ConfigurationException;
import io.smallrye.config.EnvConfigSource;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.config.spi.ConfigSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is refused before the service is started. */
class SettingsCheckTest {
  @Test
  void allThatIsWrongIsToldAtOnceASentenceEach() {
    ConfigSource file =
        new PropertiesConfigSource(
            Map.of(
                "kpigroups.stoer", "mongo",
                "kpigroups.deadline", "soon",
                "kpigroups.page.max", "0",
                "kpigroups.foo.size", "x"),
            "config",
            260);
    ConfigSource environment =
        new EnvConfigSource(
            Map.of("KPIGROUPS_STORE", "upstream", "KPIGROUPS_UPSTREAM_ULR", "http://x"), 300);

    assertThatThrownBy(() -> new SettingsCheck(config(file, environment)).check())
        .isInstanceOf(ConfigurationException.class)
        .extracting(Throwable::getMessage)
        .asString()
        .satisfies(message -> assertThat(message).doesNotContain("SRCFG", "Exception"))
        .satisfies(
            message ->
                assertThat(message.lines())
                    .containsExactlyInAnyOrder(
                        "There is no setting kpigroups.stoer (config); the nearest is"
                            + " kpigroups.store.",
                        "There is no setting KPIGROUPS_UPSTREAM_ULR (environment variable); the"
                            + " nearest is KPIGROUPS_UPSTREAM_URL.",
                        "The setting kpigroups.deadline is \"soon\" and must be a duration such as"
                            + " 500ms, 5s or 30d.",
                        "The setting kpigroups.page.max is 0 and must be at least 1.",
                        SettingsCheck.NEEDS_URL,
                        "Unless a store that was added knows it: There is no setting"
                            + " kpigroups.foo.size (config); the nearest is"
                            + " kpigroups.upstream.answer-size."));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "KPIGROUPS_STORE",
        "KPIGROUPS_EMBEDDED_PATH",
        "kpigroups_embedded_path",
        "kpigroups.embedded.path",
        "KPIGROUPS_UPSTREAM_TLS_CONFIGURATION_NAME",
        "_PROD_KPIGROUPS_EMBEDDED_PATH",
        "KPIGROUPS_TEST_MONGODB",
        "KPI_GROUPS_IMAGE",
        "PATH",
      })
  void settingsAndWhatIsNotOursAreTaken(String variable) {
    assertThatCode(() -> check(environment(Map.of(variable, "x")))).doesNotThrowAnyException();
  }

  @Test
  void whatStandsBelowAStoreThatWasAddedIsLeftToItsAdapter() {
    SmallRyeConfig config =
        config(
            new EnvConfigSource(Map.of("KPIGROUPS_FOO_URL", "x"), 300),
            new PropertiesConfigSource(Map.of("kpigroups.foo.size", "x"), "file", 260));

    assertThatCode(() -> check(config)).doesNotThrowAnyException();
    assertThatCode(() -> checkService(config, List.of("embedded", "foo")))
        .doesNotThrowAnyException();
    assertThatThrownBy(() -> checkService(config, List.of("embedded", "food")))
        .hasMessageContaining("KPIGROUPS_FOO_URL")
        .hasMessageContaining("kpigroups.foo.size");
  }

  @Test
  void whatStandsBelowAStoreOfOursIsNot() {
    SmallRyeConfig config = environment(Map.of("KPIGROUPS_UPSTREAM_ULR", "x"));

    assertThatThrownBy(() -> checkService(config, List.of("embedded", "upstream")))
        .hasMessageContaining("KPIGROUPS_UPSTREAM_URL");
  }

  @Test
  void aSettingThatRefersToNothingIsRefused() {
    assertRefused(
        environment(Map.of("KPIGROUPS_EMBEDDED_PATH", "${no.such.thing}/data")),
        "The setting kpigroups.embedded.path refers to something that is not set.");
    assertThatCode(
            () -> check(environment(Map.of("KPIGROUPS_EMBEDDED_PATH", "${no.such.thing:.}/data"))))
        .doesNotThrowAnyException();
  }

  @Test
  void theUpstreamStoreNeedsAnAddressAndMongoAKey() {
    assertThatThrownBy(() -> check(Map.of("kpigroups.store", "upstream")))
        .hasMessage(SettingsCheck.NEEDS_URL);
    assertThatThrownBy(() -> check(Map.of("kpigroups.store", "mongo")))
        .hasMessageContaining("mp.jwt.verify.publickey.location");
    assertThatCode(
            () ->
                check(Map.of("kpigroups.store", "upstream", "kpigroups.upstream.url", "https://x")))
        .doesNotThrowAnyException();
    assertThatCode(() -> check(Map.of("kpigroups.store", "mongo", "mp.jwt.verify.publickey", "k")))
        .doesNotThrowAnyException();
    assertThatCode(() -> check(Map.of())).doesNotThrowAnyException();
  }

  /** Of a service that could read them all: Quarkus does not start one that could not. */
  @Test
  void whatIsReadAndOutOfRangeOrMissingIsRefusedOnceTheStoresAreKnown() {
    SmallRyeConfig config =
        config(
            new PropertiesConfigSource(
                Map.of("kpigroups.store", "upstream", "kpigroups.page.max", "0"), "file", 260));

    assertThatThrownBy(() -> checkService(config, List.of("embedded", "upstream")))
        .isInstanceOf(ConfigurationException.class)
        .hasMessage(
            "The setting kpigroups.page.max is 0 and must be at least 1.\n"
                + SettingsCheck.NEEDS_URL);
  }

  private static void checkService(SmallRyeConfig config, List<String> stores) {
    ServiceConfig service =
        TestConfig.service(
            config
                .getOptionalValue("kpigroups.page.max", String.class)
                .map(max -> Map.of("kpigroups.page.max", max))
                .orElse(Map.of()));
    new SettingsCheck(config).checkService(service, stores, List.of());
  }

  static void assertRefused(SmallRyeConfig config, String sentence) {
    assertThatThrownBy(() -> check(config))
        .isInstanceOf(ConfigurationException.class)
        .hasMessage(sentence);
  }

  private static void check(SmallRyeConfig config) {
    new SettingsCheck(config).check();
  }

  private static void check(Map<String, String> settings) {
    new SettingsCheck(config(new PropertiesConfigSource(settings, "file", 260))).check();
  }

  static SmallRyeConfig environment(Map<String, String> variables) {
    return config(new EnvConfigSource(variables, 300));
  }

  static SmallRyeConfig config(ConfigSource... sources) {
    return new SmallRyeConfigBuilder()
        .addDefaultInterceptors()
        .withProfile("prod")
        .withSources(sources)
        .build();
  }
}
