package io.kpigroups.domain.filter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kpigroups.domain.failure.InvalidInput;
import java.util.Collections;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How large a filter may be: at each bound it is read, also from its canonical text. */
class FilterBoundsTest {
  private static final String DEEP = "nested at most 8 deep";
  private static final String PARTS = "at most 200 parts";
  private static final String LIST = "A list may have at most 500 values";
  private static final String LONG = "at most 1000 characters";
  private static final int MILLION = 1_000_000;

  @Test
  void expressionsAreNestedEightDeep() {
    assertRead(nested(8, "{name: \"a\"}"));
    assertRefused(nested(9, "{name: \"a\"}"), DEEP);
  }

  @Test
  void severalKeysInOneObjectAreADepthOfTheirOwn() {
    String two = "{name: \"a\", favorite: true}";
    assertRead(nested(7, two));
    assertRefused(nested(8, two), DEEP);
    assertRead(ors(7, two));
    assertRefused(ors(8, "{name: \"a\", §favorite: true}"), DEEP);
    assertRead(ors(7, "{name: {$gt: \"a\", $lt: \"b\"}}"));
    assertRefused(ors(8, "{name: {$gt: \"a\", §$lt: \"b\"}}"), DEEP);
    assertRefused(ors(7, "{id: {$in: []}, name: {$gt: \"a\", §$lt: \"b\"}}"), DEEP);
  }

  @Test
  void aSecondKeyMakesDeeperWhatStandsBeforeIt() {
    String seven = "$and: [" + nested(6, "{name: \"a\"}") + "]";
    String eight = "$and: [" + nested(7, "{name: \"a\"}") + "]";
    assertRead("{" + seven + ", name: \"a\", favorite: true}");
    assertRefused("{" + eight + ", §name: \"a\", favorite: true}", DEEP);
    assertRefused("{$or: [{" + seven + ", §name: \"a\"}]}", DEEP);
    assertRefused("{$or: [{" + seven + "}], §name: \"a\"}", DEEP);
    assertRefused(ors(8, "{§$and: [{}]}"), DEEP);
  }

  @Test
  void depthWithoutMeaningCountsToo() {
    assertRead("{$and: [".repeat(8) + "{}" + "]}".repeat(8));
    assertRefused("{$and: [".repeat(9) + "{}" + "]}".repeat(9), DEEP);
  }

  @Test
  void aFilterHasTwoHundredParts() {
    assertRead("{$or: [" + times(199, "{name: \"a\"}") + "]}");
    assertRefused("{$or: [" + times(200, "{name: \"a\"}") + "]}", PARTS);
    assertRead("{$and: [" + times(199, "{}") + "]}");
    assertRefused("{$and: [" + times(200, "{}") + "]}", PARTS);
    assertRefused("{$and: [" + times(100, "{$or: [{}]}") + "]}", PARTS);
  }

  @Test
  void partsWithoutMeaningCountToo() {
    assertRead("{$and: [" + times(199, "{name: {$nin: []}}") + "]}");
    assertRefused("{$and: [" + times(200, "{name: {$nin: []}}") + "]}", PARTS);
    assertRefused("{$or: [" + times(199, "{name: \"a\"}") + ", {name: §\"a\"}]}", PARTS);
  }

  @Test
  void objectsOfSeveralKeysArePartsToo() {
    assertRead("{$or: [" + times(66, "{name: {$gt: \"a\", $lt: \"c\"}}") + ", {name: \"a\"}]}");
    String range = "{name: {$gt: \"a\", $lt: \"c\"}}";
    String range67 = range.replace("$lt", "§$lt");
    assertRefused("{$or: [" + times(66, range) + ", " + range67 + ", {}]}", PARTS);
    String two = "{name: \"a\", favorite: true}";
    String two67 = two.replace("fav", "§fav");
    assertRefused("{$or: [" + times(66, two) + ", " + two67 + "]}", PARTS);
  }

  @Test
  void aListHasFiveHundredValues() {
    assertRead("{name: {$in: [" + numbers(0, 500) + "]}}");
    assertRefused("{name: {$in: [" + numbers(0, 501) + "]}}", LIST);
    assertRead("{favorite: {$nin: [" + times(500, "true") + "]}}");
    assertRefused("{favorite: {$nin: [" + times(501, "true") + "]}}", LIST);
    assertRead("{kpiId: {$in: [" + numbers(0, 500) + "]}}");
    assertRefused("{kpiId: {$in: [" + numbers(0, 501) + "]}}", LIST);
  }

  @Test
  void aTextHasAThousandCharacters() {
    assertRead("{name: \"" + "😀".repeat(1_000) + "\"}");
    assertRefused("{name: \"" + "😀".repeat(1_001) + "\"}", LONG);
    assertRead("{name: {$regex: \"" + "\\\\.".repeat(500) + "\"}}");
    assertRefused("{name: {$regex: \"" + "\\\\.".repeat(501) + "\"}}", LONG);
    assertRefused("{\"" + "n".repeat(1_001) + "\": 1}", LONG);
  }

  @Test
  void aTextThatGrowsInNormalisationFormCIsMeasuredThere() {
    String two = "\u0958";
    assertRead("{name: \"" + two.repeat(500) + "\"}");
    assertRefused("{name: \"" + two.repeat(501) + "\"}", LONG);
    assertRead("{name: {$regex: \"" + two.repeat(500) + "\"}}");
    assertRefused("{name: {$regex: \"" + two.repeat(501) + "\"}}", LONG);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{",
        "[",
        "{$and:[",
        "{$or:[{",
        "{\"$and\":[{},",
        "{name:",
        "{name:{",
        "{name:{$in:[",
        "\"",
        "\\",
        "a",
        "0",
        " ",
        "{}",
        "😀",
        "{name:\"",
        "{name:\"a\",",
        "{$and:[{}],",
        "\u0000"
      })
  void aTextOfAMillionCharactersIsRefusedWithoutHarm(String piece) {
    String text = piece.repeat(MILLION / piece.length());
    assertThatThrownBy(() -> FilterParser.parse(text)).isInstanceOf(InvalidInput.class);
    assertThatThrownBy(() -> FilterParser.parse("{" + text)).isInstanceOf(InvalidInput.class);
    assertThatThrownBy(() -> FilterParser.parse("{name:{$in:[\"" + text))
        .isInstanceOf(InvalidInput.class);
  }

  @Test
  void aMillionSpacesSayNothing() {
    assertThat(FilterParser.parse(" ".repeat(MILLION) + "{}" + "\n".repeat(MILLION)))
        .isEqualTo(GroupFilter.ALL);
  }

  /** And and or in turns, the inner ones not alone, so that each of them stays. */
  private static String nested(int depth, String innermost) {
    String text = innermost;
    for (int i = 0; i < depth; i++) {
      text = "{" + (i % 2 == 0 ? "$and" : "$or") + ": [{favorite: true}, " + text + "]}";
    }
    return text;
  }

  private static String ors(int depth, String innermost) {
    return "{$or: [".repeat(depth) + innermost + "]}".repeat(depth);
  }

  private static String times(int count, String text) {
    return String.join(", ", Collections.nCopies(count, text));
  }

  private static String numbers(int from, int to) {
    return IntStream.range(from, to)
        .mapToObj(i -> "\"" + i + "\"")
        .collect(Collectors.joining(", "));
  }

  private static void assertRead(String text) {
    String canonical = FilterWriter.write(FilterParser.parse(text));
    assertThat(FilterWriter.write(FilterParser.parse(canonical))).isEqualTo(canonical);
  }

  /** The sign § is not read: it marks the place that must be told. */
  private static void assertRefused(String marked, String why) {
    int place = marked.indexOf('§') + 1;
    assertThatThrownBy(() -> FilterParser.parse(marked.replace("§", "")))
        .isInstanceOf(InvalidInput.class)
        .hasMessageStartingWith("At character " + (place == 0 ? "" : place + ": "))
        .hasMessageContaining(why);
  }
}
