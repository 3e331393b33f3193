package io.kpigroups.bootstrap.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What the project's own files say that deployments must agree with. */
final class Project {
  static final Path ROOT = Path.of("..");

  private static final Pattern SETTING =
      Pattern.compile("^\\| `([a-z.-]+)` \\|", Pattern.MULTILINE);

  private Project() {}

  static String read(String file) {
    try {
      return Files.readString(ROOT.resolve(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static JsonNode yaml(String text) {
    try {
      return new ObjectMapper(new YAMLFactory()).readTree(text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The environment variables of all settings that the configuration page has. */
  static Set<String> variables() {
    Set<String> variables =
        SETTING
            .matcher(read("docs/configuration.md"))
            .results()
            .map(row -> row.group(1).replaceAll("[^A-Za-z0-9]", "_").toUpperCase(Locale.ROOT))
            .collect(Collectors.toSet());
    assertThat(variables).contains("KPIGROUPS_STORE", "MP_JWT_VERIFY_ISSUER");
    return variables;
  }

  /** What the configuration page says is the default of a setting. */
  static String defaultOf(String key) {
    Pattern row =
        Pattern.compile("^\\| `" + Pattern.quote(key) + "` \\| `([^`]*)`", Pattern.MULTILINE);
    return first(row, read("docs/configuration.md"));
  }

  /** A value of the root pom, by the first element of this name. */
  static String pom(String element) {
    return first(Pattern.compile("<" + element + ">([^<]+)</" + element + ">"), read("pom.xml"));
  }

  /** The options for a JVM that operators are given. */
  static List<String> jvmOptions() {
    return read("deploy/jvm.options")
        .lines()
        .filter(line -> !line.isBlank() && !line.startsWith("#"))
        .toList();
  }

  /** How long the service may take to end when it is asked to. */
  static Duration shutdown() {
    Properties properties = new Properties();
    try (var reader =
        Files.newBufferedReader(Path.of("src/main/resources/application.properties"))) {
      properties.load(reader);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return seconds(properties.getProperty("quarkus.shutdown.delay"))
        .plus(seconds(properties.getProperty("quarkus.shutdown.timeout")));
  }

  static Duration seconds(String text) {
    return Duration.parse("PT" + text.toUpperCase(Locale.ROOT));
  }

  private static String first(Pattern pattern, String text) {
    Matcher matcher = pattern.matcher(text);
    assertThat(matcher.find()).as(pattern.pattern()).isTrue();
    return matcher.group(1);
  }
}
