package io.kpigroups.adapter.mongo.document;

import static org.assertj.core.api.Assertions.assertThat;

import io.kpigroups.domain.filter.SearchText;
import io.kpigroups.domain.value.NameKey;
import java.util.regex.Pattern;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is searched for is no pattern, whatever is in it. */
class SearchTest {
  @ParameterizedTest
  @ValueSource(
      strings = {"a.b*c", "[x]{2}(y)", "^a|b$", "\\Q.\\E", "a b#c", "größe?", "💶+", "\u0000"})
  void everyCharacterStandsForItself(String text) {
    Pattern pattern = Pattern.compile(patternOf(text));
    assertThat(pattern.matcher("before " + text + " behind").find()).isTrue();
    assertThat(pattern.matcher("a").find()).isFalse();
    assertThat(pattern.matcher("axbc").find()).isFalse();
  }

  /** A pattern ends at it when it is sent. */
  @Test
  void noPatternHasTheCharacterZero() {
    assertThat(patternOf("a\u0000b")).isEqualTo("a\\x00b");
  }

  private static String patternOf(String text) {
    return NameKeys.containing(new SearchText(text, new NameKey(text)))
        .get("nameKey", Document.class)
        .getString("$regex");
  }
}
