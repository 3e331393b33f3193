package io.kpigroups.domain.filter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kpigroups.domain.failure.InvalidInput;
import io.kpigroups.domain.value.Name;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SearchTextTest {

  @ParameterizedTest
  @CsvSource({
    "Net revenue,revenue",
    "Net revenue,NET",
    "Net revenue,t r",
    "Émile,emile",
    "Emile,É",
    "Größe,GROSSE",
    "GROSSE,größe",
    "Straße,ß",
    "ΟΔΟΣ,οδος",
    "100 % (sure),% (",
    "a.*b,.*",
  })
  void aTextIsFoundWithoutCaseAndAccents(String name, String text) {
    assertThat(SearchText.of(text).isIn(new Name(name))).isTrue();
  }

  @ParameterizedTest
  @CsvSource({"Net revenue,revenues", "Net revenue,netrevenue", "abc,a.c", "abc,a%", "Grose,ß"})
  void aTextThatIsNotInTheNameIsNotFound(String name, String text) {
    assertThat(SearchText.of(text).isIn(new Name(name))).isFalse();
  }

  @Test
  void whiteSpaceAroundATextDoesNotMatterAndWithinItDoes() {
    SearchText text = SearchText.of("\u00A0 net\t ");

    assertThat(text.text()).isEqualTo("net");
    assertThat(text).isEqualTo(SearchText.of("net"));
    assertThat(SearchText.of("a  b").isIn(new Name("a b"))).isFalse();
  }

  @Test
  void aTextIsKeptAsItWasGivenBesideItsKey() {
    assertThat(SearchText.of("NÉT").text()).isEqualTo("NÉT");
    assertThat(SearchText.of("NÉT").key().value()).isEqualTo("net");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "\u00A0\t",
        "a\u0000b",
        "a\nb",
        "\u2028x\u2028y",
        "\uD83D",
        "\uFFFE",
        "\u202Ea",
        "\u200B"
      })
  void whatNoNameContainsIsRefused(String text) {
    assertRefused(text);
  }

  @ParameterizedTest
  @ValueSource(strings = {"\u0301", "\u0301\u0300", " \u0302 "})
  void nothingButAccentsIsRefused(String text) {
    assertThatThrownBy(() -> SearchText.of(text))
        .isInstanceOf(InvalidInput.class)
        .hasMessageContaining("more than accents");
  }

  @Test
  void aTextIsAtMostAsLongAsAName() {
    String longest = "\uD83D\uDE00".repeat(255);

    assertThat(SearchText.of(longest).isIn(new Name(longest))).isTrue();
    assertRefused("x".repeat(256));
  }

  /** Nobody has sent a name. */
  private static void assertRefused(String text) {
    assertThatThrownBy(() -> SearchText.of(text))
        .isInstanceOf(InvalidInput.class)
        .hasMessageStartingWith("A text that is searched for must ");
  }
}
