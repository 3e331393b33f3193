package io.kpigroups.bootstrap.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.config.ConfigValidationException;
import io.smallrye.config.ConfigValidationException.Problem;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What becomes of messages about settings that are not ours. */
class SettingProblemsTest {
  private static final String CONVERTED =
      "java.lang.IllegalArgumentException: SRCFG00039: The config property a.b with the config"
          + " value \"c,d\" threw an Exception whilst being converted ";

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Unknown level \"c,d\" | The setting a.b cannot be used: Unknown level \"c,d\".",
        "It ends so. | The setting a.b cannot be used: It ends so.",
        "SRCFG00049: No c, allowed values: e,f,g | "
            + "The setting a.b is \"c,d\" and must be one of e, f, g.",
      })
  void aValueThatCannotBeConvertedIsToldInASentence(String said, String sentence) {
    assertThat(sentence(CONVERTED + said)).isEqualTo(sentence);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "SRCFG00014: The config property a.b is required | The config property a.b is required.",
        "It ends so. | It ends so.",
      })
  void anyOtherMessageBecomesASentence(String said, String sentence) {
    assertThat(sentence(said)).isEqualTo(sentence);
  }

  private static String sentence(String said) {
    Problem[] problems = {new Problem(said)};
    return SettingProblems.sentences(new ConfigValidationException(problems)).findFirst().get();
  }
}
