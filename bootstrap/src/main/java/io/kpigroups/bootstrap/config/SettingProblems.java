package io.kpigroups.bootstrap.config;

import io.smallrye.config.ConfigValidationException;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Makes sentences of SmallRye's messages about settings, without names of classes and without
 * values that may be secret.
 */
public final class SettingProblems {
  private static final String CONVERTED =
      "The config property (\\S+) with the config value \"(.*)\" threw an Exception whilst being"
          + " converted .*";
  private static final String MUST_BE = "The setting $1 is \"$2\" and must be ";

  private record Rule(Pattern said, String sentence) {
    Rule(String said, String sentence) {
      this(Pattern.compile(said + "\\z", Pattern.DOTALL), sentence);
    }
  }

  /** The first whose pattern matches the whole message is used. */
  private static final List<Rule> RULES =
      List.of(
          new Rule(
              "The config property (\\S+) is defined as the empty String .*",
              "The setting $1 is empty: give it a value, or leave it out."),
          new Rule(
              CONVERTED + "Invalid duration.*", MUST_BE + "a duration such as 500ms, 5s or 30d."),
          new Rule(CONVERTED + "Expected an? (integer|long) value.*", MUST_BE + "a whole number."),
          new Rule(CONVERTED + "must be true or false.*", MUST_BE + "true or false."),
          new Rule(CONVERTED + "not in correct format.*", MUST_BE + "a size such as 512K or 8M."),
          new Rule(CONVERTED + "allowed values: (.+)", MUST_BE + "one of $3."),
          // No value here: it may be an address with a password.
          new Rule(
              CONVERTED.replace("(\\S+)", "(kpigroups\\.\\S+)"),
              "The setting $1 has a value that cannot be read."),
          new Rule(
              CONVERTED.replaceFirst("\\.\\*$", "(.*?)\\\\.?"),
              "The setting $1 cannot be used: $3."),
          new Rule("(.*?)\\.?", "$1."));

  private SettingProblems() {}

  /** A sentence for each problem. */
  public static Stream<String> sentences(ConfigValidationException e) {
    return IntStream.range(0, e.getProblemCount())
        .mapToObj(i -> e.getProblem(i).getMessage().replaceAll("([\\w.$]+: )?SRCFG\\d+: ", ""))
        .map(said -> said.replaceAll("(?<=allowed values: \\S{1,999}),", ", "))
        .map(SettingProblems::sentence);
  }

  /** The key of the setting that such a sentence is about. */
  static String key(String sentence) {
    return sentence.replaceFirst("The setting (\\S+) .*", "$1");
  }

  private static String sentence(String said) {
    return RULES.stream()
        .filter(rule -> rule.said().matcher(said).matches())
        .map(rule -> rule.said().matcher(said).replaceFirst(rule.sentence()))
        .findFirst()
        .orElse(said);
  }
}
