package io.kpigroups.bootstrap.config;

import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A name that looks like one of our settings and is none.
 *
 * @param written the key or environment variable, as it is written
 * @param isVariable whether it is an environment variable
 * @param source the name of the source that has it
 * @param nearest the key of the setting whose name is most like it
 */
record MisspeltSetting(String written, boolean isVariable, String source, String nearest) {
  private static final Map<String, String> PLACES =
      Map.of(
          "EnvConfigSource", "environment variable",
          "SysPropConfigSource", "system property");

  /** The words that may follow our prefix: the first words of keys, and the names of our stores. */
  private static final Set<String> OURS =
      Stream.concat(
              StoreName.BUILT_IN.stream(),
              SettingNames.KEYS.stream().map(key -> key.split("\\.")[1]))
          .collect(Collectors.toSet());

  /** Whether our prefix and one of these words come first in it. */
  boolean isBelow(Collection<String> words) {
    return words.stream()
        .anyMatch(word -> form(written).startsWith(form(SettingNames.PREFIX + word + ".")));
  }

  /** Whether another word follows our prefix, which may be the name of a store that was added. */
  boolean mayBeOfAnotherStore() {
    return form(written).matches(isVariable ? "KPIGROUPS_.*_.*" : "kpigroups\\..*\\..*")
        && !isBelow(OURS);
  }

  /** Says what is wrong, and what may be right. */
  String sentence() {
    String place = source.replaceFirst(".*\\[source=(file:)?(.+)]$", "$2");
    return String.format(
        Locale.ROOT,
        "There is no setting %s (%s); the nearest is %s.",
        written,
        PLACES.getOrDefault(place, place),
        form(nearest));
  }

  private String form(String key) {
    return isVariable ? SettingNames.variable(key) : key;
  }
}
