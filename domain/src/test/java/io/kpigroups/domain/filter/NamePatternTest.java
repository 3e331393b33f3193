package io.kpigroups.domain.filter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kpigroups.domain.failure.InvalidInput;
import io.kpigroups.domain.value.Name;
import io.kpigroups.domain.value.NameKey;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Patterns of names: what they say, and what is none. */
class NamePatternTest {

  @ParameterizedTest
  @CsvSource(
      delimiterString = " => ",
      quoteCharacter = '"',
      value = {
        "\"\" => \"\"",
        "a => a",
        "^a => ^a",
        "a$ => a$",
        "^a$ => ^a$",
        "^ => \"\"",
        "$ => \"\"",
        "^$ => ^$",
        "^.*$ => \"\"",
        ".* => \"\"",
        ".*.* => \"\"",
        "^.*a => a",
        ".*a.* => a",
        "^a.*$ => ^a",
        "a.*$ => a",
        "^.*a$ => a$",
        "a.*.*b => a.*b",
        "^a.*.*.*b$ => ^a.*b$",
        "\\^a\\$ => \\^a\\$",
        "\\\\ => \\\\",
        "a\\.b => a\\.b",
        "\\.\\* => \\.\\*",
        "\\(\\)\\[\\]\\{\\}\\+\\?\\|\\* => \\(\\)\\[\\]\\{\\}\\+\\?\\|\\*",
        "\\-\\é\\😀\\_ => -é😀_",
        "-_/#&~,:'!<=>@%` => -_/#&~,:'!<=>@%`",
        "e\\\u0301 => é",
        "e.*\u0301 => e.*\u0301",
        "\u212B => Å",
      })
  void equalPatternsHaveOneText(String text, String canonical) {
    NamePattern pattern = NamePattern.of(text);
    assertThat(pattern.regex()).isEqualTo(canonical);
    assertThat(NamePattern.of(canonical)).isEqualTo(pattern);
  }

  @ParameterizedTest
  @CsvSource({
    "a+, 2, must stand behind a backslash",
    "+, 1, must stand behind a backslash",
    "a., 2, must stand behind a backslash",
    "., 1, must stand behind a backslash",
    ".+, 1, must stand behind a backslash",
    ".*?, 3, must stand behind a backslash",
    ".**, 3, must stand behind a backslash",
    "*, 1, must stand behind a backslash",
    "a^, 2, must stand behind a backslash",
    "^^, 2, must stand behind a backslash",
    "$a, 1, must stand behind a backslash",
    "a$$, 2, must stand behind a backslash",
    "😀(, 2, must stand behind a backslash",
    "a|b, 2, must stand behind a backslash",
    "[a], 1, must stand behind a backslash",
    "a], 2, must stand behind a backslash",
    "a{2}, 2, must stand behind a backslash",
    "}, 1, must stand behind a backslash",
    "(?i)a, 1, must stand behind a backslash",
    "\\, 1, must stand before a character",
    "a\\, 2, must stand before a character",
    "^a\\, 3, must stand before a character",
    "\\d, 1, letter or digit of ASCII",
    "a\\Qb, 2, letter or digit of ASCII",
    "\\0, 1, letter or digit of ASCII",
    "\\u0041, 1, letter or digit of ASCII",
  })
  void whatIsNoPatternIsRefusedWithItsPlace(String text, int at, String why) {
    assertThatThrownBy(() -> NamePattern.of(text))
        .isInstanceOf(InvalidInput.class)
        .hasMessageStartingWith("At character " + at + " of the pattern, ")
        .hasMessageContaining(why);
  }

  @ParameterizedTest
  @CsvSource({
    "ales, true",
    "^Sal, true",
    "^ales, false",
    "les$, true",
    "Sale$, false",
    "^Sales$, true",
    "^Sale$, false",
    "sales, false",
    "^S.*s$, true",
    "^Sale.*les$, false",
    "a.*s, true",
    "s.*a, false",
    "^$, false",
    "'', true",
  })
  void aPatternIsLookedForInTheWholeName(String text, boolean matches) {
    assertThat(NamePattern.of(text).matches("Sales")).isEqualTo(matches);
  }

  @Test
  void thePiecesOfAPatternDoNotOverlap() {
    assertThat(NamePattern.of("^aba.*aba$").matches("ababa")).isFalse();
    assertThat(NamePattern.of("^aba.*aba$").matches("abaaba")).isTrue();
    assertThat(NamePattern.of("ab.*ab.*ab").matches("ababa b")).isFalse();
    assertThat(NamePattern.of("^a.*a$").matches("a")).isFalse();
  }

  @Test
  void onlyAnEmptyTextIsNothingFromStartToEnd() {
    assertThat(NamePattern.of("^$").matches("")).isTrue();
    assertThat(NamePattern.of("^$").matches("a")).isFalse();
  }

  @Test
  void patternsThatAreMadeOtherwiseAreEqualToo() {
    assertThat(new NamePattern(List.of("", "a", "", "b", ""), true, true))
        .isEqualTo(NamePattern.of("a.*b"));
    assertThat(new NamePattern(List.of("", ""), true, true)).isEqualTo(NamePattern.of(""));
    assertThat(new NamePattern(List.of("e\u0301"), true, false)).isEqualTo(NamePattern.of("^é"));
    assertThat(new NamePattern(List.of("", "a"), false, true)).isEqualTo(NamePattern.of("a$"));
  }

  @Test
  void aPatternOfManyPiecesIsMatchedAtOnce() {
    assertThat(NamePattern.of("a.*".repeat(300) + "b").matches("a".repeat(100_000))).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "^Sales, sales",
    "^É, e",
    "^Straße, strasse",
    "^ΣΑΣ, σασ",
    "^Ёж, еж",
    "^İ, i",
    "^ 1-a, ' 1-a'",
    "^漢字, 漢字",
    "^a.*b$, a",
    "^ab$, ab",
  })
  void theKeysOfNamesThatBeginAlikeBeginAlike(String text, String prefix) {
    assertThat(NamePattern.of(text).keyPrefix()).contains(new NameKey(prefix));
  }

  /** The joiner U+034F is in no key, so that the marks around it stand in their order there. */
  @ParameterizedTest
  @ValueSource(strings = {"Ж\u0483", "Ж\uD834\uDD65"})
  void aMarkAtTheEndIsNotInTheKeyPrefix(String beginning) {
    NamePattern pattern = new NamePattern(List.of(beginning), true, false);
    Name name = new Name(beginning + "\u034F\u3099");
    assertThat(pattern.matches(name.value())).isTrue();
    assertThat(pattern.keyPrefix()).contains(new NameKey("ж"));
    assertThat(name.key().value()).startsWith("ж\u3099");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "a", "a$", "^.*a", "^$", "^\u0301", "^각", "^か"})
  void somePatternsSayNothingOfKeys(String text) {
    assertThat(NamePattern.of(text).keyPrefix()).isEmpty();
  }
}
