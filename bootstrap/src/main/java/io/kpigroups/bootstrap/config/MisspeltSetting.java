package io.kpigroups.bootstrap.config;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
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

  /**
   * The same with the nearest of an added store's keys; empty if it is one of them, or if none is
   * below the same word, so that only the store can judge it.
   */
  Optional<MisspeltSetting> among(Collection<String> keys) {
    List<String> beside =
        keys.stream().filter(key -> isBelow(List.of(key.split("\\.")[1]))).toList();
    return beside.isEmpty() || beside.stream().anyMatch(this::sets)
        ? Optional.empty()
        : Optional.of(
            new MisspeltSetting(
                written, isVariable, source, SettingNames.nearest(written, beside)));
  }

  /** Whether it sets this key, or an element of it: those of maps and lists have many names. */
  private boolean sets(String key) {
    String whole = key.replaceFirst("[*\\[].*", "");
    String own = form(written);
    return own.equals(form(key))
        || own.startsWith(form(whole + "["))
        || whole.endsWith(".") && own.startsWith(form(whole));
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
