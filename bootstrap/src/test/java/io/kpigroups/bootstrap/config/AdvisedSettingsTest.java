package io.kpigroups.bootstrap.config;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** That no setting which we make or advise is one that Quarkus warns of, by its own description. */
class AdvisedSettingsTest {
  private static final String MODEL = "META-INF/quarkus-config-doc/quarkus-config-model.json";
  private static final Pattern SETTING = Pattern.compile("quarkus\\.[a-z0-9.\"<>-]*[a-z0-9]");
  private static final Pattern NAMED = Pattern.compile("\"[^\"]+\"|<[^>]+>");

  /** A setting as Quarkus describes it; one that is named by its user has a star in its place. */
  private record Described(String key, boolean isDeprecated) {}

  @Test
  void noSettingThatWeMakeOrAdviseIsDeprecated() throws IOException {
    List<Described> described = described();
    Set<String> deprecated = keys(described, true);
    Set<String> advised = advised();

    assertThat(deprecated).contains("quarkus.rest-client.proxy-address");
    assertThat(advised).contains("quarkus.http.port", "quarkus.mongodb.database");
    assertThat(keys(described, false)).contains("quarkus.http.port", "quarkus.proxy.host");
    assertThat(advised).doesNotContainAnyElementsOf(deprecated);
  }

  @Test
  void everySettingOfARunningServiceThatWeAdviseIsOneThatQuarkusHas() throws IOException {
    Set<String> known = keys(described(), false);

    assertThat(inConfigurationPage()).isNotEmpty().isSubsetOf(known);
  }

  private static Set<String> keys(List<Described> described, boolean deprecated) {
    Set<String> keys = new HashSet<>();
    described.stream()
        .filter(setting -> setting.isDeprecated() == deprecated)
        .forEach(setting -> keys.add(setting.key()));
    return keys;
  }

  private static List<Described> described() throws IOException {
    List<Described> described = new ArrayList<>();
    ClassLoader loader = AdvisedSettingsTest.class.getClassLoader();
    for (URL model : Collections.list(loader.getResources(MODEL))) {
      collect(new ObjectMapper().readTree(model), described);
    }
    return described;
  }

  private static void collect(JsonNode node, List<Described> into) {
    String key = node.path("path").path("property").asText();
    if (!key.isEmpty()) {
      into.add(new Described(general(key), node.has("deprecation")));
    }
    node.forEach(child -> collect(child, into));
  }

  private static String general(String key) {
    return NAMED.matcher(key).replaceAll("*");
  }

  private static Set<String> advised() throws IOException {
    Set<String> advised = new HashSet<>();
    try (Stream<Path> documents = Files.walk(Path.of("../docs"))) {
      for (Path document : documents.filter(Files::isRegularFile).toList()) {
        advised.addAll(settingsIn(document));
      }
    }
    advised.addAll(settingsIn(Path.of("../README.md")));
    advised.addAll(settingsIn(Path.of("src/main/resources/application.properties")));
    return advised;
  }

  /** Those in code; the file has some more, in addresses. */
  private static Set<String> inConfigurationPage() throws IOException {
    Set<String> settings = new HashSet<>();
    String page = Files.readString(Path.of("../docs/configuration.md"), UTF_8);
    Pattern.compile("`(quarkus\\.[a-z0-9.-]*[a-z0-9])`")
        .matcher(page)
        .results()
        .forEach(setting -> settings.add(setting.group(1)));
    return settings;
  }

  private static Set<String> settingsIn(Path file) throws IOException {
    Set<String> settings = new HashSet<>();
    SETTING
        .matcher(Files.readString(file, UTF_8))
        .results()
        .forEach(setting -> settings.add(general(setting.group())));
    return settings;
  }
}
