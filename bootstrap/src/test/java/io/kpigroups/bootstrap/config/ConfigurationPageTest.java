package io.kpigroups.bootstrap.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.kpigroups.adapter.client.UpstreamConfig;
import io.kpigroups.adapter.mongo.config.ConnectionStringConfig;
import io.kpigroups.adapter.sqlite.SqliteConfig;
import io.kpigroups.bootstrap.identity.IdentityConfig;
import io.smallrye.config.ConfigMappings;
import io.smallrye.config.ConfigMappings.ConfigClass;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** That the configuration page, written by hand, says what the mappings say. */
class ConfigurationPageTest {
  private static final Path PAGE = Path.of("../docs/configuration.md");
  private static final Pattern ROW =
      Pattern.compile("^\\| `(?<key>[a-z.-]+)` \\| (`(?<value>[^`]*)`)? ?\\| .+ \\|$");

  @Test
  void thePageHasEverySettingOfOursWithItsDefaultAndNoOther() throws IOException {
    Map<String, String> ours = new TreeMap<>();
    Stream.of(ServiceConfig.class, IdentityConfig.class, SqliteConfig.class, UpstreamConfig.class)
        .map(ConfigClass::configClass)
        .flatMap(mapping -> ConfigMappings.getProperties(mapping).entrySet().stream())
        .filter(entry -> !entry.getValue().isGroup())
        .forEach(entry -> ours.put(entry.getKey(), entry.getValue().getDefaultValue()));
    assertThat(ours).hasSizeGreaterThan(10).containsEntry("kpigroups.deadline", "5s");
    assertThat(page("kpigroups.")).isEqualTo(ours);
  }

  @Test
  void whatThePageSaysOfTheDatabaseIsSetSo() throws IOException {
    var unset = new SmallRyeConfigBuilder().withSources(new ConnectionStringConfig()).build();
    assertThat(page("quarkus.mongodb.database").get("quarkus.mongodb.database"))
        .isEqualTo(unset.getValue("quarkus.mongodb.database", String.class));
  }

  private static Map<String, String> page(String prefix) throws IOException {
    Map<String, String> settings = new TreeMap<>();
    for (String line : Files.readAllLines(PAGE)) {
      Matcher row = ROW.matcher(line);
      if (row.matches() && row.group("key").startsWith(prefix)) {
        settings.put(row.group("key"), row.group("value"));
      }
    }
    return settings;
  }
}
