package io.kpigroups.domain.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kpigroups.domain.failure.InvalidInput;
import org.junit.jupiter.api.Test;

class IdRuleTest {
  private static final IdRule RULE = new IdRule("09af__", 2, 4, "2 to 4 of 0-9 a-f _");

  @Test
  void everyCharacterOfTheRangesIsAllowedAndNoOther() {
    for (int c = Character.MIN_VALUE; c <= Character.MAX_VALUE; c++) {
      String id = "0" + (char) c;
      assertThat(isRefused(id)).as("U+%04X", c).isEqualTo(!id.matches("[0-9a-f_]{2}"));
    }
  }

  @Test
  void everyPlaceIsLookedAt() {
    assertThat(isRefused("-000")).isTrue();
    assertThat(isRefused("00-0")).isTrue();
    assertThat(isRefused("000-")).isTrue();
  }

  @Test
  void aValueIsNeitherShorterNorLongerThanTheRuleSays() {
    assertThat(isRefused("0")).isTrue();
    assertThat(RULE.check("It", "00")).isEqualTo("00");
    assertThat(RULE.check("It", "0000")).isEqualTo("0000");
    assertThat(isRefused("00000")).isTrue();
  }

  @Test
  void aRefusalSaysWhatMustBeWhat() {
    assertThatThrownBy(() -> RULE.check("It", ""))
        .isInstanceOf(InvalidInput.class)
        .hasMessage("It must be 2 to 4 of 0-9 a-f _.");
  }

  private static boolean isRefused(String value) {
    try {
      return !RULE.check("It", value).equals(value);
    } catch (InvalidInput e) {
      return true;
    }
  }
}
