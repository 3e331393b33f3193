package io.kpigroups.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.runtime.configuration.ConfigurationException;
import io.smallrye.config.DotEnvConfigSourceProvider;
import io.smallrye.config.EnvConfigSource;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.config.spi.ConfigSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is refused before the service is started. */
class SettingsCheckTest {
  @TempDir private Path folder = Path.of("");

  @ParameterizedTest
  @CsvSource({
    "KPIGROUPS_UPSTREAM_ULR, KPIGROUPS_UPSTREAM_URL",
    "KPIGROUPS_EMBEDDED_PAHT, KPIGROUPS_EMBEDDED_PATH",
    "KPIGROUPS_STOER, KPIGROUPS_STORE",
    "KPIGROUPS_LIMITS_GROUP_PER_ACOUNT, KPIGROUPS_LIMITS_GROUPS_PER_ACCOUNT",
    "KPIGROUPS_RATE_LIMIT_PER_TOKENS, KPIGROUPS_RATE_LIMIT_PER_TOKEN",
    "kpigroups_embedded_paht, KPIGROUPS_EMBEDDED_PATH",
    "kpigroups.embedded.paht, kpigroups.embedded.path",
  })
  void aMisspeltVariableIsRefusedWithTheNearestName(String misspelt, String nearest) {
    assertRefused(
        environment(Map.of(misspelt, "x")),
        "There is no setting %s (environment variable); the nearest is %s."
            .formatted(misspelt, nearest));
  }

  @ParameterizedTest
  @CsvSource({
    "KPIGROUPS_UPSTREAM_ULR, KPIGROUPS_UPSTREAM_ULR, KPIGROUPS_UPSTREAM_URL",
    "kpigroups.upstream.ulr, kpigroups.upstream.ulr, kpigroups.upstream.url",
    "_PROD_KPIGROUPS_DEADLIN, kpigroups.deadlin, kpigroups.deadline",
  })
  void aMisspeltNameInADotEnvFileIsRefused(String line, String named, String nearest)
      throws IOException {
    Path file = Files.writeString(folder.resolve(".env"), line + "=x\n");
    List<ConfigSource> sources =
        DotEnvConfigSourceProvider.dotEnvSources(
            file.toUri().toString(), Thread.currentThread().getContextClassLoader());

    assertRefused(
        config(sources.toArray(ConfigSource[]::new)),
        "There is no setting %s (%s); the nearest is %s.".formatted(named, file, nearest));
  }

  @ParameterizedTest
  @CsvSource({
    "kpigroups.stoer, kpigroups.stoer, kpigroups.store",
    "kpigroups.page_max, kpigroups.page_max, kpigroups.page.max",
    "kpigroups.mongo.url, kpigroups.mongo.url, kpigroups.upstream.url",
    "kpigroups.embedded.paht, kpigroups.embedded.paht, kpigroups.embedded.path",
    "%prod.kpigroups.upstream.ulr, kpigroups.upstream.ulr, kpigroups.upstream.url",
    "%dev.kpigroups.upstream.ulr, kpigroups.upstream.ulr, kpigroups.upstream.url",
  })
  void aMisspeltKeyInAFileIsRefused(String misspelt, String named, String nearest) {
    ConfigSource file =
        new PropertiesConfigSource(Map.of(misspelt, "x"), "file:/etc/a.properties", 260);

    assertRefused(
        config(file),
        "There is no setting %s (/etc/a.properties); the nearest is %s.".formatted(named, nearest));
  }

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

    assertThatThrownBy(() -> new SettingsCheck(config(file, environment)).checkForService())
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
                        StoreName.NEEDS_URL,
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
    assertThatCode(() -> new SettingsCheck(config).checkNames(List.of("embedded", "foo")))
        .doesNotThrowAnyException();
    assertThatThrownBy(() -> new SettingsCheck(config).checkNames(List.of("embedded", "food")))
        .hasMessageContaining("KPIGROUPS_FOO_URL")
        .hasMessageContaining("kpigroups.foo.size");
  }

  @Test
  void whatStandsBelowAStoreOfOursIsNot() {
    SmallRyeConfig config = environment(Map.of("KPIGROUPS_UPSTREAM_ULR", "x"));

    assertThatThrownBy(() -> new SettingsCheck(config).checkNames(List.of("embedded", "upstream")))
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
    assertThatThrownBy(() -> checkForService(Map.of("kpigroups.store", "upstream")))
        .hasMessage(StoreName.NEEDS_URL);
    assertThatThrownBy(() -> checkForService(Map.of("kpigroups.store", "mongo")))
        .hasMessageContaining("mp.jwt.verify.publickey.location");
    assertThatCode(
            () ->
                checkForService(
                    Map.of("kpigroups.store", "upstream", "kpigroups.upstream.url", "https://x")))
        .doesNotThrowAnyException();
    assertThatCode(
            () ->
                checkForService(Map.of("kpigroups.store", "mongo", "mp.jwt.verify.publickey", "k")))
        .doesNotThrowAnyException();
    assertThatCode(() -> checkForService(Map.of())).doesNotThrowAnyException();
  }

  private static void assertRefused(SmallRyeConfig config, String sentence) {
    assertThatThrownBy(() -> check(config))
        .isInstanceOf(ConfigurationException.class)
        .hasMessage(sentence);
  }

  private static void check(SmallRyeConfig config) {
    new SettingsCheck(config).check();
  }

  private static void checkForService(Map<String, String> settings) {
    new SettingsCheck(config(new PropertiesConfigSource(settings, "file", 260))).checkForService();
  }

  private static SmallRyeConfig environment(Map<String, String> variables) {
    return config(new EnvConfigSource(variables, 300));
  }

  private static SmallRyeConfig config(ConfigSource... sources) {
    return new SmallRyeConfigBuilder()
        .addDefaultInterceptors()
        .withProfile("prod")
        .withSources(sources)
        .build();
  }
}
