package io.kpigroups.bootstrap.config;

import io.smallrye.config.ConfigValidationException;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/** Checks the values of our settings; a wrong one does not hide another. */
final class SettingValues {
  private SettingValues() {}

  /**
   * What is wrong with values, a sentence each.
   *
   * @param given values of our settings by their keys
   */
  static List<String> wrong(Map<String, String> given) {
    try {
      return outOfRange(map(given));
    } catch (ConfigValidationException e) {
      List<String> sentences = new ArrayList<>(SettingProblems.sentences(e).toList());
      Map<String, String> readable = new HashMap<>(given);
      sentences.forEach(sentence -> readable.remove(SettingProblems.key(sentence)));
      sentences.addAll(outOfRange(map(readable)));
      return sentences;
    }
  }

  private static ServiceConfig map(Map<String, String> given) {
    SmallRyeConfigBuilder builder =
        new SmallRyeConfigBuilder()
            .addDiscoveredConverters()
            .withSources(new PropertiesConfigSource(given, "given", 100));
    SettingNames.mappings().forEach(builder::withMapping);
    return builder.build().getConfigMapping(ServiceConfig.class);
  }

  /** What is wrong with values that can be read, a sentence each. */
  static List<String> outOfRange(ServiceConfig config) {
    ServiceConfig.LimitsConfig limits = config.limits();
    return Stream.of(
            atLeast(Duration.ofMillis(100), "deadline", config.deadline()),
            atLeast(Duration.ofMinutes(1), "retention", config.retention()),
            atLeast(Duration.ofSeconds(1), "purge.every", config.purgeEvery()),
            atLeast(1, "page.max", config.pageMax()),
            atLeast(1, "limits.groups-per-account", limits.groupsPerAccount()),
            atLeast(1, "limits.kpis-per-account", limits.kpisPerAccount()),
            atLeast(1, "limits.kpis-per-group", limits.kpisPerGroup()),
            atLeast(1, "limits.favorites-per-user", limits.favoritesPerUser()),
            atLeast(0, "rate-limit.per-token", config.rateLimit().perToken()),
            atLeast(0, "rate-limit.per-account", config.rateLimit().perAccount()),
            unless(
                config.deadline().compareTo(config.retention()) < 0,
                "The setting kpigroups.deadline is %s and must be shorter than kpigroups.retention"
                    + " (%s): what a request works on must not be purged meanwhile.",
                config.deadline(),
                config.retention()))
        .flatMap(found -> found)
        .toList();
  }

  private static <T extends Comparable<T>> Stream<String> atLeast(T least, String key, T value) {
    String sentence = "The setting kpigroups." + key + " is %s and must be at least %s.";
    return unless(value.compareTo(least) >= 0, sentence, value, least);
  }

  private static Stream<String> unless(boolean isRight, String sentence, Object one, Object other) {
    return isRight
        ? Stream.empty()
        : Stream.of(String.format(Locale.ROOT, sentence, text(one), text(other)));
  }

  /** As it is written in settings. */
  private static String text(Object value) {
    if (!(value instanceof Duration time)) {
      return value.toString();
    }
    return time.toMillis() % 1_000 == 0 ? time.toSeconds() + "s" : time.toMillis() + "ms";
  }
}
