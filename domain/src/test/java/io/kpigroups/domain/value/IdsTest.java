package io.kpigroups.domain.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kpigroups.domain.Samples;
import io.kpigroups.domain.failure.InvalidInput;
import io.kpigroups.domain.group.KpiGroupId;
import io.kpigroups.domain.kpi.KpiId;
import java.time.Instant;
import java.util.Locale;
import java.util.Random;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IdsTest {
  private static final String LETTERS = "abcdefghijklmnopqrstuvwxyz";
  private static final String ALPHABET = LETTERS.toUpperCase(Locale.ROOT) + LETTERS;

  @Test
  void accountAndKpiIdsTakeEveryPlainCharacterAndUpTo64OfThem() {
    String all = ALPHABET + "0123456789_-";

    assertThat(all).hasSize(64);
    assertThat(new AccountId(all).value()).isEqualTo(all);
    assertThat(new KpiId(all).value()).isEqualTo(all);
    assertThat(new AccountId("5").value()).isEqualTo("5");
    assertThat(new KpiId("-").value()).isEqualTo("-");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "a b",
        "a/b",
        "a.b",
        "a%62",
        "é",
        "\uFF11",
        "a\n",
        "\uD83D\uDE00",
        "\u0000"
      })
  void accountAndKpiIdsTakeNothingElse(String value) {
    assertThatThrownBy(() -> new AccountId(value))
        .isInstanceOf(InvalidInput.class)
        .hasMessage("An account id must be 1 to 64 characters of A-Z a-z 0-9 _ -.");
    assertThatThrownBy(() -> new KpiId(value))
        .isInstanceOf(InvalidInput.class)
        .hasMessage("A KPI id must be 1 to 64 characters of A-Z a-z 0-9 _ -.");
  }

  @Test
  void accountAndKpiIdsAreNotLongerThan64() {
    assertInvalid(() -> new AccountId("a".repeat(65)));
    assertInvalid(() -> new KpiId("a".repeat(65)));
  }

  @Test
  void theWordGroupsIsNoKpiId() {
    assertThatThrownBy(() -> new KpiId("groups"))
        .isInstanceOf(InvalidInput.class)
        .hasMessageContaining("groups");
    assertThat(new KpiId("Groups").value()).isEqualTo("Groups");
    assertThat(new AccountId("groups").value()).isEqualTo("groups");
  }

  @Test
  void aUserIdIsPrintableAsciiOfUpTo255Characters() {
    StringBuilder printable = new StringBuilder();
    for (char c = ' '; c <= '~'; c++) {
      printable.append(c);
    }

    assertThat(new UserId(printable.toString()).value()).isEqualTo(printable.toString());
    assertThat(new UserId("u".repeat(255)).value()).hasSize(255);
    assertInvalid(() -> new UserId("u".repeat(256)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "\t", "\u007F", "\u001F", "é", "a\u0000", "\uD83D\uDE00"})
  void aUserIdTakesNothingElse(String value) {
    assertInvalid(() -> new UserId(value));
  }

  @Test
  void aGroupIdIs24LowerCaseHexDigits() {
    assertThat(new KpiGroupId("0123456789abcdef01234567").value()).hasSize(24);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "0123456789abcdef0123456",
        "0123456789abcdef012345678",
        "0123456789ABCDEF01234567",
        "0123456789abcdeg01234567",
        "0123456789abcdef0123456 ",
        "\u0660123456789abcdef01234567"
      })
  void aGroupIdTakesNothingElse(String value) {
    assertThatThrownBy(() -> new KpiGroupId(value))
        .isInstanceOf(InvalidInput.class)
        .hasMessage("A group id must be 24 lower-case hexadecimal digits.");
  }

  @Test
  void generatedGroupIdsOfLaterSecondsSortBehindThoseOfEarlierOnes() {
    Random random = new Random(1);
    Instant at = Samples.NOON;

    for (int i = 0; i < 100; i++) {
      KpiGroupId earlier = KpiGroupId.generate(at, random);
      KpiGroupId later = KpiGroupId.generate(at.plusSeconds(1), random);
      assertThat(earlier).isLessThan(later);
    }
  }

  @Test
  void generatedGroupIdsOfTheSameInstantDiffer() {
    Random random = new Random(1);

    assertThat(KpiGroupId.generate(Samples.NOON, random))
        .isNotEqualTo(KpiGroupId.generate(Samples.NOON, random));
  }

  @Test
  void aGeneratedGroupIdStartsWithTheSecondsSince1970() {
    assertThat(KpiGroupId.generate(Instant.ofEpochSecond(0x65ABCDEFL), new Random(1)).value())
        .startsWith("65abcdef");
  }

  @Test
  void aRevisionIsWhatAnEntityTagMayHold() {
    assertThat(Revision.of(17)).isEqualTo(new Revision("17"));
    assertThat(new Revision("!#$~".repeat(32)).value()).hasSize(128);
    assertInvalid(() -> new Revision("a".repeat(129)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "a b", "a\"b", "\u007F", "é"})
  void aRevisionTakesNothingElse(String value) {
    assertInvalid(() -> new Revision(value));
  }

  private static void assertInvalid(ThrowingCallable call) {
    assertThatThrownBy(call).isInstanceOf(InvalidInput.class);
  }
}
