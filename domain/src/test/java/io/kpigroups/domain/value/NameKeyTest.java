package io.kpigroups.domain.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NameKeyTest {

  @ParameterizedTest
  @CsvSource({
    "Sales, sales",
    "ÉCLAIR, eclair",
    "Łódź, łodz",
    "straße, STRASSE",
    "STRAẞE, straße",
    "ΟΔΟΣ, οδος",
    "οδός, ΟΔΟΣ",
    "İstanbul, istanbul",
    "ı, I",
    "ﬁne, FINE",
    "Ǆ, ǆ",
    "ё, Е",
    "Ａ, ａ",
    "K, k"
  })
  void namesThatDifferInCaseOrAccentsHaveOneKey(String one, String other) {
    assertThat(key(one)).isEqualTo(key(other));
  }

  /** So that the longest cursor is known. */
  @Test
  void aKeyHasAtMostFourBytesForEachCharacterOfTheName() {
    for (int c = 0; c <= Character.MAX_CODE_POINT; c++) {
      String name = Normalizer.normalize(Character.toString(c), Normalizer.Form.NFC);
      int length = name.codePointCount(0, name.length());
      if (NameKey.of(name).value().getBytes(StandardCharsets.UTF_8).length > 4 * length) {
        fail("U+%X", c);
      }
    }
  }

  @ParameterizedTest
  @CsvSource({"a, b", "ø, o", "Ａ, A", "が, か", "कि, क", "①, 1", "a b, ab", "א, אָ"})
  void namesThatDifferInLettersHaveKeysOfTheirOwn(String one, String other) {
    assertThat(key(one)).isNotEqualTo(key(other));
  }

  @Test
  void aLetterDoesNotDependOnItsNeighbours() {
    assertThat(key("ΣΑΣ").value()).isEqualTo("σασ");
    assertThat(key("σας").value()).isEqualTo("σασ");
  }

  @Test
  void aNameOfAccentsOnlyHasAnEmptyKeyThatSortsFirst() {
    assertThat(key("\u0301").value()).isEmpty();
    assertThat(key("\u0301")).isLessThan(key("a"));
  }

  @Test
  void keysSortByCodePointAndNotByUtf16Unit() {
    String inOrder = "! 0 a aa ab b \u00F8 \uE000 \uFF5A \uD83D\uDE00 \uD83D\uDE00a \uD83D\uDE01";
    List<String> sorted = List.of(inOrder.split(" "));

    assertThat(sorted.stream().sorted(Comparator.comparing(NameKeyTest::key))).isEqualTo(sorted);
    List<NameKey> keys = sorted.stream().map(NameKeyTest::key).toList();
    for (int i = 0; i < keys.size(); i++) {
      for (int j = 0; j < keys.size(); j++) {
        assertThat(Integer.signum(keys.get(i).compareTo(keys.get(j))))
            .isEqualTo(Integer.compare(i, j));
      }
    }
  }

  @Test
  void theKeyOfAComposedAndADecomposedNameIsOne() {
    assertThat(Stream.of("\u1E69", "s\u0323\u0307", "s\u0307\u0323").map(NameKeyTest::key))
        .containsOnly(new NameKey("s"));
  }

  @ParameterizedTest
  @CsvSource({
    "sa, sb",
    "'a\u0000', 'a\u0001'",
    "a\uD7FF, a\uE000",
    "a\uFFFF, a\uD800\uDC00",
    "a\uD83D\uDE00, a\uD83D\uDE01",
    "a\uDBFF\uDFFF\uDBFF\uDFFF, b"
  })
  void theKeysThatBeginAlikeEndBeforeTheNextText(String prefix, String end) {
    assertThat(new NameKey(prefix).endOfPrefixed()).contains(end);
    String last = "\uDBFF\uDFFF".repeat(9);
    assertThat(new NameKey(prefix + last)).isLessThan(new NameKey(end));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "\uDBFF\uDFFF", "\uDBFF\uDFFF\uDBFF\uDFFF"})
  void noTextIsBehindAllKeysThatBeginWithTheLastCharacterOrNone(String prefix) {
    assertThat(new NameKey(prefix).endOfPrefixed()).isEmpty();
  }

  private static NameKey key(String name) {
    return new Name(name).key();
  }
}
