package io.kpigroups.domain.filter;

import static org.assertj.core.api.Assertions.assertThat;

import io.kpigroups.domain.failure.InvalidInput;
import io.kpigroups.domain.value.Name;
import java.text.Normalizer;
import java.util.List;
import java.util.regex.Pattern;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What holds for every pattern and every name; Java's regular expressions are the oracle. */
class NamePatternPropertiesTest {
  /** Letters that join with others or fold in odd ways, and signs of regular expressions. */
  private static final List<String> ODD =
      List.of(
          "a",
          "A",
          "e",
          "é",
          "\u0301",
          "\u0323",
          "\u0338",
          "\u0345",
          "<",
          "=",
          "ß",
          "ẞ",
          "İ",
          "I",
          "ı",
          "ς",
          "σ",
          "Σ",
          "ΐ",
          "\u1100",
          "\u1161",
          "\u11A8",
          "가",
          "각",
          "か",
          "\u3099",
          "が",
          "\u093C",
          "\u0915",
          "\u0958",
          "\u05D0",
          "\u05B0",
          "\u0627",
          "\u0653",
          "\u0B47",
          "\u0B56",
          "\uD834\uDD58",
          "\uD834\uDD65",
          "\uD804\uDC99",
          "\uD804\uDCBA",
          "\u0456",
          "\u0308",
          "\u0483",
          "\u212B",
          "\u2126",
          "ﬁ",
          "ŉ",
          "ǰ",
          "\u0390",
          "\u1FB3",
          "\u2ADD",
          "漢",
          "\uF900",
          "😀",
          "𐐀",
          " ",
          "-",
          "1",
          "\u200D",
          "\u034F",
          ".",
          "*",
          "^",
          "$",
          "\\",
          "(");

  @Property(tries = 5_000)
  void aPatternMatchesWhatJavasRegularExpressionFinds(
      @ForAll("patterns") String regex, @ForAll("shortTexts") String text) {
    String name = Normalizer.normalize(text, Normalizer.Form.NFC);
    NamePattern pattern = NamePattern.of(regex);
    assertThat(pattern.matches(name)).isEqualTo(java(pattern.regex()).matcher(name).find());
    if (Normalizer.isNormalized(regex, Normalizer.Form.NFC)) {
      assertThat(pattern.matches(name)).isEqualTo(java(regex).matcher(name).find());
    }
  }

  /** In Java, a dollar also stands before a line break at the end. */
  private static Pattern java(String regex) {
    boolean atEnd = regex.replaceAll("\\\\.", "").endsWith("$");
    String text = atEnd ? regex.substring(0, regex.length() - 1) + "\\z" : regex;
    return Pattern.compile(text, Pattern.DOTALL);
  }

  @Property
  void aPatternIsReadAgainFromItsText(@ForAll("patterns") String regex) {
    NamePattern pattern = NamePattern.of(regex);
    assertThat(NamePattern.of(pattern.regex())).isEqualTo(pattern);
    assertThat(pattern.regex().length()).isLessThanOrEqualTo(3 * regex.length());
  }

  @Property(tries = 20_000)
  void theKeyOfANameThatMatchesBeginsWithTheKeyPrefix(
      @ForAll("texts") String beginning, @ForAll("texts") String rest) {
    Name name = Name.stored(Normalizer.normalize(beginning + rest, Normalizer.Form.NFC));
    for (int end = 0; end <= name.value().length(); end++) {
      String piece = name.value().substring(0, end);
      if (end > 0 && Character.isHighSurrogate(piece.charAt(end - 1))) {
        continue;
      }
      NamePattern pattern = new NamePattern(List.of(piece), true, false);
      if (pattern.matches(name.value())) {
        String prefix = pattern.keyPrefix().map(key -> key.value()).orElse("");
        assertThat(name.key().value()).startsWith(prefix);
      }
    }
  }

  @Property
  void whatBeginsWithPlainLettersHasAKeyPrefix(@ForAll("plain") String beginning) {
    assertThat(NamePattern.of("^" + beginning).keyPrefix()).isPresent();
  }

  @Property(tries = 5_000)
  void anyTextIsAPatternOrRefused(@ForAll("texts") String text) {
    try {
      NamePattern pattern = NamePattern.of(text);
      assertThat(NamePattern.of(pattern.regex())).isEqualTo(pattern);
    } catch (InvalidInput refused) {
      assertThat(refused).hasMessageStartingWith("At character ");
    }
  }

  @Provide
  Arbitrary<String> patterns() {
    Arbitrary<String> literal =
        shortTexts().map(text -> text.replaceAll("[\\\\^$.*+?|()\\[\\]{}]", "\\\\$0"));
    return Combinators.combine(
            Arbitraries.of("", "^"), literal.list().ofMaxSize(4), Arbitraries.of("", "$"))
        .as((start, pieces, end) -> start + String.join(".*", pieces) + end);
  }

  /** Of few letters, so that many match. */
  @Provide
  Arbitrary<String> shortTexts() {
    return joined(Arbitraries.of("a", "b", "\u0301", "é", ".", "$", "^", "\\", "😀", "\n"), 5);
  }

  @Provide
  Arbitrary<String> texts() {
    Arbitrary<String> any =
        Arbitraries.integers()
            .between(0, Character.MAX_CODE_POINT)
            .filter(c -> Character.isDefined(c) && Character.getType(c) != Character.SURROGATE)
            .map(Character::toString);
    return joined(Arbitraries.oneOf(Arbitraries.of(ODD), Arbitraries.of(ODD), any), 6);
  }

  @Provide
  Arbitrary<String> plain() {
    return Arbitraries.strings()
        .withCharRange('a', 'z')
        .withCharRange('A', 'Z')
        .withCharRange('0', '9')
        .withCharRange('À', 'ſ')
        .withCharRange('α', 'ω')
        .withCharRange('А', 'я')
        .ofMinLength(1)
        .ofMaxLength(20);
  }

  private static Arbitrary<String> joined(Arbitrary<String> letters, int max) {
    return letters.list().ofMaxSize(max).map(all -> String.join("", all));
  }
}
