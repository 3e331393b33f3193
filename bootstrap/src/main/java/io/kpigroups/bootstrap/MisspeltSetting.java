package io.kpigroups.bootstrap;

import java.util.Collection;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What is written like a setting of ours and is none.
 *
 * @param written the key or variable, as it is written
 * @param source the name of the source that has it
 * @param nearest the key of the setting that is written most like it
 */
record MisspeltSetting(String written, String source, String nearest) {
  private static final Pattern FILE = Pattern.compile("\\[source=(?:file:)?(.+)]$");

  /**
   * What comes behind the prefix where our own settings, or those of our stores, come behind it.
   */
  private static final Set<String> OURS =
      Set.of(
          "page",
          "purge",
          "limits",
          "rate-limit",
          "identity",
          "embedded",
          "sqlite",
          "mongo",
          "upstream");

  /** Whether it stands below the name of one of these stores, whose adapters know better. */
  boolean isBelow(Collection<String> stores) {
    return stores.stream().anyMatch(this::isBelow);
  }

  private boolean isBelow(String word) {
    return isVariable()
        ? SettingNames.variable(written)
            .startsWith(SettingNames.variable(SettingNames.PREFIX + word + "."))
        : written.startsWith(SettingNames.PREFIX + word + ".");
  }

  /** Whether it stands below a word that is none of ours, and so may be the name of a store. */
  boolean mayBeOfAnotherStore() {
    String prefix = isVariable() ? SettingNames.variable(SettingNames.PREFIX) : SettingNames.PREFIX;
    return (isVariable() ? SettingNames.variable(written) : written).startsWith(prefix)
        && written.substring(prefix.length()).contains(isVariable() ? "_" : ".")
        && !isBelow(OURS);
  }

  /** Says what is wrong, and what may be right. */
  String sentence() {
    String right = isVariable() ? SettingNames.variable(nearest) : nearest;
    return "There is no setting " + written + " (" + place() + "); the nearest is " + right + ".";
  }

  private boolean isVariable() {
    return source.startsWith("EnvConfigSource") && !written.contains(".");
  }

  private String place() {
    Matcher file = FILE.matcher(source);
    if (file.find()) {
      return file.group(1);
    }
    return switch (source) {
      case "EnvConfigSource" -> "environment variable";
      case "SysPropConfigSource" -> "system property";
      default -> source;
    };
  }
}
