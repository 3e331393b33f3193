package io.kpigroups.bootstrap.config;

import static io.kpigroups.bootstrap.config.SettingsCheckTest.assertRefused;
import static io.kpigroups.bootstrap.config.SettingsCheckTest.config;
import static io.kpigroups.bootstrap.config.SettingsCheckTest.environment;
import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.config.DotEnvConfigSourceProvider;
import io.smallrye.config.EnvConfigSource;
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

  /** The whole word that ours begin with may be misspelt too, which no other check could see. */
  @ParameterizedTest
  @CsvSource({
    "KPIGROUP_STORE, KPIGROUPS_STORE",
    "KPI_GROUPS_STORE, KPIGROUPS_STORE",
    "KPI_GROUP_EMBEDDED_PAHT, KPIGROUPS_EMBEDDED_PATH",
    "KPIGRUOPS_UPSTREAM_URL, KPIGROUPS_UPSTREAM_URL",
    "KPGROUPS_LIMITS_GROUPS_PER_ACCOUNT, KPIGROUPS_LIMITS_GROUPS_PER_ACCOUNT",
    "KPI_GROUPS_STROE, KPIGROUPS_STORE",
  })
  void aVariableWithAPrefixLikeOursIsRefused(String misspelt, String nearest) {
    assertRefused(
        environment(Map.of(misspelt, "x")),
        "There is no setting %s (environment variable); the nearest is %s."
            .formatted(misspelt, nearest));
  }

  @ParameterizedTest
  @CsvSource({
    "kpigroup.store, kpigroups.store",
    "kpi-groups.store, kpigroups.store",
    "kpi.groups.embedded.path, kpigroups.embedded.path",
    "kpi_groups.upstream.ulr, kpigroups.upstream.url",
    "KPIGROUPS_STORE, kpigroups.store",
    "KPIGROUPS.store, kpigroups.store",
    "kpigroups_store, kpigroups.store",
    "kpigroups-page-max, kpigroups.page.max",
  })
  void aKeyWithAPrefixLikeOursIsRefused(String misspelt, String nearest) {
    ConfigSource file =
        new PropertiesConfigSource(Map.of(misspelt, "x"), "file:/etc/a.properties", 260);

    assertRefused(
        config(file),
        "There is no setting %s (/etc/a.properties); the nearest is %s."
            .formatted(misspelt, nearest));
  }

  /** What a deployment may call its own, and what Kubernetes writes for a Service. */
  @ParameterizedTest
  @CsvSource({
    "KPI_GROUPS_IMAGE, kpi-groups:1",
    "KPI_GROUPS_VERSION, 1",
    "KPI_GROUPS_HOST, x",
    "KPI_GROUPS, x",
    "GROUPS_STORE, x",
    "KPI_STORE, x",
    "KPI_GROUPS_SERVICE_HOST, 10.0.0.9",
    "KPI_GROUPS_SERVICE_PORT, 80",
    "KPI_GROUPS_SERVICE_PORT_HTTP, 80",
    "KPI_GROUPS_PORT, tcp://10.0.0.9:80",
    "KPI_GROUPS_PORT_80_TCP, tcp://10.0.0.9:80",
    "KPI_GROUPS_PORT_80_TCP_ADDR, 10.0.0.9",
    "KPI_GROUPS_STORE_PORT, tcp://10.0.0.9:80",
    "KPI_GROUPS_STORE_SERVICE_HOST, 10.0.0.9",
  })
  void whatNoSettingOfOursIsLikeIsLeftAlone(String variable, String value) {
    assertThat(SettingNames.misspelt(List.of(new EnvConfigSource(Map.of(variable, value), 300))))
        .isEmpty();
  }
}
