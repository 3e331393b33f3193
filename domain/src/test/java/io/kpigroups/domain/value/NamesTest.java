package io.kpigroups.domain.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kpigroups.domain.failure.InvalidInput;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NamesTest {
  private static final String EMOJI = "\uD83D\uDE00";

  @Test
  void aNameIsComposed() {
    assertThat(name("e\u0301")).isEqualTo("\u00E9");
    assertThat(name("\u212B")).isEqualTo("\u00C5");
    assertThat(new Name("e\u0301")).isEqualTo(new Name("\u00E9"));
  }

  @Test
  void compatibilityCharactersStayAsTheyAre() {
    assertThat(name("\uFB01 \u2460 \uFF21")).isEqualTo("\uFB01 \u2460 \uFF21");
  }

  @Test
  void everyWhiteSpaceCharacterAroundANameIsTakenOff() {
    int[] whiteSpace = {
      0x9, 0xA, 0xB, 0xC, 0xD, 0x20, 0x85, 0xA0, 0x1680, 0x2000, 0x2001, 0x2002, 0x2003, 0x2004,
      0x2005, 0x2006, 0x2007, 0x2008, 0x2009, 0x200A, 0x2028, 0x2029, 0x202F, 0x205F, 0x3000
    };
    for (int c : whiteSpace) {
      String space = Character.toString(c);
      assertThat(name(space + space + "Sales" + space)).as("U+%04X", c).isEqualTo("Sales");
      assertThatThrownBy(() -> name(space)).as("U+%04X", c).isInstanceOf(InvalidInput.class);
    }
  }

  @Test
  void whiteSpaceWithinANameStays() {
    assertThat(name("a  b\u00A0c\u3000d")).isEqualTo("a  b\u00A0c\u3000d");
  }

  @Test
  void charactersThatOnlyLookEmptyAreNoWhiteSpace() {
    for (String invisible : new String[] {"\u200B", "\uFEFF", "\u2060", "\u180E"}) {
      assertThat(name(invisible + "x" + invisible)).isEqualTo(invisible + "x" + invisible);
    }
  }

  @Test
  void joinersAreKept() {
    String family = "\uD83D\uDC69\u200D\uD83D\uDC67";
    String persian = "\u0645\u06CC\u200C\u062E\u0648\u0627\u0647\u0645";

    assertThat(name(family)).isEqualTo(family);
    assertThat(name(persian)).isEqualTo(persian);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a\u0000b",
        "a\tb",
        "a\nb",
        "a\u007Fb",
        "a\u0085b",
        "a\u2028b",
        "a\u2029b",
        "\u001Bx"
      })
  void controlCharactersAndLineSeparatorsAreRefused(String raw) {
    assertThatThrownBy(() -> name(raw))
        .isInstanceOf(InvalidInput.class)
        .hasMessageContaining("control characters");
  }

  @Test
  void nonCharactersAreRefusedInEveryPlane() {
    List<Integer> none = new ArrayList<>();
    IntStream.rangeClosed(0xFDD0, 0xFDEF).forEach(none::add);
    for (int plane = 0; plane <= 0x10; plane++) {
      none.add((plane << 16) + 0xFFFE);
      none.add((plane << 16) + 0xFFFF);
    }
    for (int c : none) {
      assertThatThrownBy(() -> name("a" + Character.toString(c) + "b"))
          .as("U+%04X", c)
          .isInstanceOf(InvalidInput.class);
    }
    assertThat(name("a\uFDCF\uFDF0\uFFFD")).hasSize(4);
  }

  @Test
  void bidirectionalEmbeddingsAndOverridesAreRefusedAndMarksAndIsolatesAreNot() {
    for (int c = 0x202A; c <= 0x202E; c++) {
      String raw = "a" + Character.toString(c) + "b";
      assertThatThrownBy(() -> name(raw))
          .isInstanceOf(InvalidInput.class)
          .hasMessageContaining("bidirectional");
    }
    String marks = "a\u200E\u200F\u061C\u2066b\u2069";
    assertThat(name(marks)).isEqualTo(marks);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\u200B",
        "\u200D\u200C",
        "\uFEFF \u2060",
        "\u2800",
        "\u2800 \u2800",
        "\u3164",
        "\u115F\u1160",
        "\uFFA0",
        "\u00AD",
        "\u034F",
        "\u180B",
        "\uFE0F",
        "\u2061",
        "\u2066\u2069",
        "\uDB40\uDC20",
        "\uDB40\uDDEF",
        "\uD82F\uDCA0",
        "\uD834\uDD73"
      })
  void aNameInWhichNothingIsVisibleIsRefused(String raw) {
    assertThatThrownBy(() -> name(raw))
        .isInstanceOf(InvalidInput.class)
        .hasMessageContaining("seen");
    assertThat(name(raw + "x")).contains("x");
  }

  @Test
  void whateverIsStoredCanBeRead() {
    for (String stored : List.of("", "\u200B", "a\tb", "\u202Ex", "\uFFFE", "\uD83D")) {
      assertThat(Name.stored(stored).value()).isEqualTo(stored);
      assertThat(Name.stored(stored).value()).isEqualTo(stored);
    }
  }

  @Test
  void loneSurrogatesAreRefusedWhereverTheyStand() {
    for (String raw : new String[] {"\uD83D", "\uDE00", "a\uD83Db", "\uDE00\uD83D", "a\uD83D"}) {
      assertThatThrownBy(() -> name(raw)).isInstanceOf(InvalidInput.class);
    }
  }

  @Test
  void aNameHasAtMost255CodePointsHoweverManyUnitsTheyTake() {
    assertThat(name("x".repeat(255))).hasSize(255);
    assertThat(name(EMOJI.repeat(255))).hasSize(510);
    assertThatThrownBy(() -> name("x".repeat(256))).isInstanceOf(InvalidInput.class);
    assertThatThrownBy(() -> name(EMOJI.repeat(256)))
        .isInstanceOf(InvalidInput.class)
        .hasMessage("The name must have at most 255 characters; this one has 256.");
  }

  @Test
  void theLengthIsThatOfTheComposedNameWithoutTheSpaceAroundIt() {
    assertThat(name(" ".repeat(50) + "e\u0301".repeat(255) + " ")).isEqualTo("\u00E9".repeat(255));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "\u00A0\u3000", "\n\t"})
  void anEmptyNameIsRefused(String raw) {
    assertThatThrownBy(() -> name(raw))
        .isInstanceOf(InvalidInput.class)
        .hasMessageContaining("empty");
  }

  @Test
  void aKpiNameKeepsTheSameRule() {
    assertThat(new Name("\u00A0e\u0301 ").value()).isEqualTo("\u00E9");
    assertThat(new Name("Éa").key()).isEqualTo(new Name("eA").key());
    assertThatThrownBy(() -> new Name("a\nb")).isInstanceOf(InvalidInput.class);
    assertThatThrownBy(() -> new Name("x".repeat(256))).isInstanceOf(InvalidInput.class);
  }

  private static String name(String raw) {
    return new Name(raw).value();
  }
}
