package io.kpigroups.bootstrap;

import io.smallrye.config.ConfigValidationException;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Judges the values of our settings, each whether others are right or not. */
final class SettingValues {
  private static final int ANY_ORDINAL = 100;
  private static final Pattern KEY = Pattern.compile("The config property (\\S+) ");
  private static final Pattern CODE = Pattern.compile("([\\w.]+Exception: )?SRCFG\\d+: ");

  /** By what SmallRye and Quarkus say of a value, what it must be. */
  private static final List<Kind> KINDS =
      List.of(
          new Kind("Invalid duration", "a duration such as 500ms, 5s or 30d"),
          new Kind("Expected an? (integer|long) value", "a whole number"),
          new Kind("must be true or false", "true or false"),
          new Kind("not in correct format", "a size such as 512K or 8M"));

  private static final Pattern EMPTY = Pattern.compile("defined as the empty String");
  private static final Pattern ONE_OF = Pattern.compile("allowed values: (\\S+)");

  private record Kind(Pattern said, String right) {
    Kind(String said, String right) {
      this(Pattern.compile(said), right);
    }
  }

  private SettingValues() {}

  /**
   * What is wrong with values, a sentence each.
   *
   * @param given values of our settings by their keys
   */
  static List<String> wrong(Map<String, String> given) {
    Map<String, String> readable = new HashMap<>(given);
    List<String> sentences = new ArrayList<>();
    try {
      return ServiceSettings.wrong(map(given));
    } catch (ConfigValidationException e) {
      for (int i = 0; i < e.getProblemCount(); i++) {
        sentences.add(sentence(e.getProblem(i).getMessage(), readable));
      }
    }
    sentences.addAll(ServiceSettings.wrong(map(readable)));
    return sentences;
  }

  private static ServiceConfig map(Map<String, String> given) {
    SmallRyeConfigBuilder builder =
        new SmallRyeConfigBuilder()
            .addDiscoveredConverters()
            .withSources(new PropertiesConfigSource(given, "given", ANY_ORDINAL));
    SettingNames.mappings().forEach(builder::withMapping);
    SmallRyeConfig config = builder.build();
    return config.getConfigMapping(ServiceConfig.class);
  }

  /** Makes a sentence of what SmallRye says, and takes the value out of those that can be read. */
  private static String sentence(String said, Map<String, String> readable) {
    Matcher key = KEY.matcher(said);
    if (!key.find()) {
      return CODE.matcher(said).replaceAll("");
    }
    String value = readable.remove(key.group(1));
    return "The setting " + key.group(1) + " " + verdict(said, String.valueOf(value)) + ".";
  }

  private static String verdict(String said, String value) {
    if (EMPTY.matcher(said).find()) {
      return "is empty";
    }
    Matcher oneOf = ONE_OF.matcher(said);
    if (oneOf.find()) {
      return mustBe(value, "one of " + oneOf.group(1).replace(",", ", "));
    }
    return KINDS.stream()
        .filter(kind -> kind.said().matcher(said).find())
        .map(kind -> mustBe(value, kind.right()))
        .findFirst()
        // What it is, is not repeated: an address may hold a password.
        .orElse("has a value that cannot be read");
  }

  private static String mustBe(String value, String right) {
    return "is \"" + value + "\" and must be " + right;
  }
}
