package io.kpigroups.bootstrap;

import io.kpigroups.adapter.client.UpstreamConfig;
import io.kpigroups.adapter.sqlite.SqliteConfig;
import io.kpigroups.bootstrap.identity.IdentityConfig;
import io.smallrye.config.ConfigMappings.ConfigClass;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.eclipse.microprofile.config.spi.ConfigSource;

/**
 * The names of our settings, and what is written like one and is none.
 *
 * <p>SmallRye refuses unknown keys too, but not where variables are written: in the environment and
 * in a file {@code .env}. And it does not say what may have been meant.
 */
final class SettingNames {
  static final String PREFIX = "kpigroups.";

  /** Behind a prefix that is not ours this much must be as in a setting of ours. */
  private static final double LIKE_OURS = 0.8;

  private final Set<String> known;
  private final Set<String> variables;

  private SettingNames(Set<String> known) {
    this.known = known;
    this.variables = known.stream().map(SettingNames::variable).collect(Collectors.toSet());
  }

  static SettingNames ours() {
    return new SettingNames(
        mappings()
            .flatMap(mapping -> mapping.getProperties().keySet().stream())
            .collect(Collectors.toCollection(TreeSet::new)));
  }

  /** The mappings of our settings. */
  static Stream<ConfigClass> mappings() {
    return Stream.of(
            ServiceConfig.class, IdentityConfig.class, SqliteConfig.class, UpstreamConfig.class)
        .map(ConfigClass::configClass);
  }

  Set<String> known() {
    return known;
  }

  /** The name of a variable that sets a key. */
  static String variable(String key) {
    return key.replaceAll("[^A-Za-z0-9]", "_").toUpperCase(Locale.ROOT);
  }

  /** What is written like one of our settings in these sources, and is none. */
  List<MisspeltSetting> misspelt(Iterable<ConfigSource> sources) {
    return StreamSupport.stream(sources.spliterator(), false)
        .flatMap(
            source ->
                source.getName().startsWith("EnvConfigSource") ? variables(source) : keys(source))
        .distinct()
        .toList();
  }

  private Stream<MisspeltSetting> keys(ConfigSource source) {
    return source.getPropertyNames().stream()
        .filter(name -> isMisspelt(key(name)))
        .sorted()
        .map(name -> new MisspeltSetting(key(name), source.getName(), nearest(key(name))));
  }

  private boolean isMisspelt(String key) {
    return key.startsWith(PREFIX) ? !known.contains(key) : hasWrongPrefix(variable(key));
  }

  /** Such a source has a variable once more as the key that it might be. */
  private Stream<MisspeltSetting> variables(ConfigSource source) {
    Map<String, String> written = new TreeMap<>();
    for (String name : source.getPropertyNames()) {
      String variable = variable(key(name));
      if (isMisspelt(variable, source.getValue(name))) {
        written.merge(variable, key(name), (one, other) -> one.contains(".") ? other : one);
      }
    }
    return written.entrySet().stream()
        .map(
            entry ->
                new MisspeltSetting(entry.getValue(), source.getName(), nearest(entry.getKey())));
  }

  private boolean isMisspelt(String variable, String value) {
    boolean isWrong =
        variable.startsWith(variable(PREFIX))
            ? !variable.startsWith("KPIGROUPS_TEST_") && !variables.contains(variable)
            : hasWrongPrefix(variable);
    return isWrong && !ServiceLinks.isOne(variable, value);
  }

  /** Whether it is like a setting of ours, but for the prefix. */
  private boolean hasWrongPrefix(String variable) {
    return WrongPrefix.behind(variable)
        .filter(end -> Spelling.likeness(end, end(nearest(variable))) >= LIKE_OURS)
        .isPresent();
  }

  /** A name without the profile that it is for. */
  private static String key(String name) {
    return name.replaceFirst("^%[^.]+\\.", "");
  }

  /** What is behind the prefix, which all have in common, if not by the letter. */
  private static String end(String name) {
    String variable = variable(name);
    return variable.startsWith(variable(PREFIX))
        ? variable.substring(PREFIX.length())
        : WrongPrefix.behind(variable).orElse(variable);
  }

  private String nearest(String name) {
    return Spelling.nearest(end(name), known, SettingNames::end);
  }
}
