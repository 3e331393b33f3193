package io.kpigroups.bootstrap;

import static io.kpigroups.bootstrap.SettingsCheckTest.assertRefused;
import static io.kpigroups.bootstrap.SettingsCheckTest.config;
import static io.kpigroups.bootstrap.SettingsCheckTest.environment;

import io.smallrye.config.DotEnvConfigSourceProvider;
import io.smallrye.config.PropertiesConfigSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.config.spi.ConfigSource;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** That a setting of ours may be misspelt nowhere, and what is said of it. */
class MisspeltSettingTest {
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
}
