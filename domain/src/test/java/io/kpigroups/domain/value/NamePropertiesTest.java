package io.kpigroups.domain.value;

import static org.assertj.core.api.Assertions.assertThat;

import io.kpigroups.domain.failure.InvalidInput;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/**
 * What holds for every name there is; letters that fold in odd ways come more often than others.
 */
class NamePropertiesTest {

  @Property
  void aNameIsRefusedOrNormal(@ForAll("texts") String raw) {
    name(raw)
        .ifPresent(
            name -> {
              String value = name.value();
              assertThat(Normalizer.isNormalized(value, Normalizer.Form.NFC)).isTrue();
              assertThat(value.codePointCount(0, value.length())).isBetween(1, 255);
              assertThat(value).isEqualTo(value.strip());
              assertThat(value.codePoints().map(Character::getType).boxed())
                  .doesNotContain(
                      (int) Character.CONTROL,
                      (int) Character.SURROGATE,
                      (int) Character.LINE_SEPARATOR,
                      (int) Character.PARAGRAPH_SEPARATOR);
            });
  }

  @Property
  void aNameMadeOfANameIsThatName(@ForAll("texts") String raw) {
    name(raw).ifPresent(name -> assertThat(new Name(name.value())).isEqualTo(name));
  }

  @Property
  void aLegalTextThatIsNormalAlreadyIsTakenAsItIs(@ForAll("letters") String raw) {
    assertThat(new Name(raw).value()).isEqualTo(raw);
  }

  @Property
  void keysCompareAsTheirCodePointsDo(@ForAll("texts") String one, @ForAll("texts") String other) {
    Optional<NameKey> left = name(one).map(Name::key);
    Optional<NameKey> right = name(other).map(Name::key);
    if (left.isPresent() && right.isPresent()) {
      int expected =
          Arrays.compare(
              left.get().value().codePoints().toArray(),
              right.get().value().codePoints().toArray());
      assertThat(Integer.signum(left.get().compareTo(right.get())))
          .isEqualTo(Integer.signum(expected));
    }
  }

  @Provide
  Arbitrary<String> texts() {
    Arbitrary<Character> odd =
        Arbitraries.of(
            ' ', '\u00A0', '\u3000', '\u0301', '\u0323', '\u200D', '\uD83D', '\uDE00', '\n', 'e',
            'ß', 'İ', 'ς', '\u212B', '\u2028', '\uFFFD');
    Arbitrary<Character> any = Arbitraries.chars().all();
    return Arbitraries.oneOf(odd, any)
        .array(Character[].class)
        .ofMaxSize(300)
        .map(NamePropertiesTest::join);
  }

  @Provide
  Arbitrary<String> letters() {
    return Arbitraries.strings()
        .withCharRange('a', 'z')
        .withChars("éßø漢字")
        .ofMinLength(1)
        .ofMaxLength(255);
  }

  private static String join(Character[] chars) {
    StringBuilder text = new StringBuilder();
    for (char c : chars) {
      text.append(c);
    }
    return text.toString();
  }

  private static Optional<Name> name(String raw) {
    try {
      return Optional.of(new Name(raw));
    } catch (InvalidInput refused) {
      return Optional.empty();
    }
  }
}
