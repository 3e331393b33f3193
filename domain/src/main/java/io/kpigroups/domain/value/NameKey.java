package io.kpigroups.domain.value;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The key by which a name is sorted: without case and accents.
 *
 * <p>Stores keep it beside the name and compare it by code point, so that all of them sort alike.
 * They also keep {@link #VERSION}, because a later version may make other keys.
 */
public record NameKey(String value) implements Comparable<NameKey> {
  /** The version of how keys are made; a store refuses data with a newer one. */
  public static final int VERSION = 1;

  /** The blocks of combining diacritical marks; vowel signs of other scripts are not accents. */
  private static final Pattern ACCENTS =
      Pattern.compile(
          "[\\u0300-\\u036F\\u1AB0-\\u1AFF\\u1DC0-\\u1DFF\\u20D0-\\u20FF\\uFE20-\\uFE2F]");

  /**
   * The key of a name, or of a part of one.
   *
   * <p>Canonical decomposition, minus the combining diacritical marks, lower-cased and upper-cased
   * as a whole (so that a sharp s, small or capital, equals two s) and then lower-cased a code
   * point at a time (so that no letter depends on its neighbours, as the Greek final sigma would).
   * Compared by code point.
   */
  public static NameKey of(String name) {
    String bare = ACCENTS.matcher(Normalizer.normalize(name, Normalizer.Form.NFD)).replaceAll("");
    StringBuilder key = new StringBuilder(bare.length());
    bare.toLowerCase(Locale.ROOT)
        .toUpperCase(Locale.ROOT)
        .codePoints()
        .map(Character::toLowerCase)
        .forEach(key::appendCodePoint);
    return new NameKey(Normalizer.normalize(key, Normalizer.Form.NFC));
  }

  /**
   * The end of the range of keys that begin with this one: the first text, by code point, behind
   * all of them, if there is any.
   */
  public Optional<String> endOfPrefixed() {
    int end = value.length();
    while (end > 0) {
      int last = value.codePointBefore(end);
      end -= Character.charCount(last);
      if (last < Character.MAX_CODE_POINT) {
        return Optional.of(value.substring(0, end) + Character.toString(following(last)));
      }
    }
    return Optional.empty();
  }

  /** Surrogates are no characters, and no text in UTF-8 has one. */
  private static int following(int codePoint) {
    return codePoint + 1 == Character.MIN_SURROGATE ? Character.MAX_SURROGATE + 1 : codePoint + 1;
  }

  @Override
  public int compareTo(NameKey other) {
    return Arrays.compare(value.codePoints().toArray(), other.value.codePoints().toArray());
  }
}
