package io.kpigroups.domain.value;

import io.kpigroups.domain.failure.InvalidInput;
import java.text.Normalizer;
import java.util.regex.Pattern;

/**
 * The name of a group or of a registered KPI: in normalisation form C, without surrounding white
 * space, 1 to 255 code points, of which one at least can be seen; no control characters, line
 * separators, lone surrogates, non-characters, or bidirectional embeddings and overrides.
 *
 * <p>Two groups of an account may share a name, as in Gtmhub's API.
 */
public final class Name extends Text {
  /** Longest name in Unicode code points. */
  private static final int MAX_LENGTH = 255;

  /** Longest name that another program has stored. */
  private static final int MAX_STORED = 1_000;

  /** The characters with the property White_Space (Unicode Character Database, PropList.txt). */
  private static final String WHITE_SPACE =
      "\t\n\u000B\f\r \u0085\u00A0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008"
          + "\u2009\u200A\u2028\u2029\u202F\u205F\u3000";

  /** White space at both ends. A run in the middle is looked at once, however long it is. */
  private static final Pattern MARGINS =
      Pattern.compile(
          "^[" + WHITE_SPACE + "]+|(?<![" + WHITE_SPACE + "])[" + WHITE_SPACE + "]++\\z");

  /** Control characters, lone surrogates, line and paragraph separators. */
  private static final Pattern REFUSED = Pattern.compile("[\\p{Cc}\\p{Cs}\\p{Zl}\\p{Zp}]");

  /**
   * Embeddings and overrides, which make text read other than it is (Unicode Annex 9, 2.1, 2.2).
   */
  private static final Pattern BIDIRECTIONAL = Pattern.compile("[\\u202A-\\u202E]");

  /**
   * White space, the characters with the property Default_Ignorable_Code_Point (Unicode Character
   * Database, DerivedCoreProperties.txt), and two more that are drawn as nothing: the Braille blank
   * U+2800 and the Hangul filler U+3164.
   */
  private static final Pattern INVISIBLE =
      Pattern.compile(
          "["
              + WHITE_SPACE
              + "\\u00AD\\u034F\\u061C\\u115F\\u1160\\u17B4\\u17B5\\u180B-\\u180F\\u200B-\\u200F"
              + "\\u202A-\\u202E\\u2060-\\u206F\\u2800\\u3164\\uFE00-\\uFE0F\\uFEFF\\uFFA0\\uFFF0-\\uFFF8"
              + "\\x{1BCA0}-\\x{1BCA3}\\x{1D173}-\\x{1D17A}\\x{E0000}-\\x{E0FFF}]*");

  /**
   * A name that somebody gives.
   *
   * @throws InvalidInput if nothing that follows the rule can be made of the value
   */
  public Name(String value) {
    this(normalise(value), true);
  }

  private Name(String value, boolean asItIs) {
    super(value);
  }

  /**
   * A name that is stored already, exactly as it is, even if the rule would refuse or change it:
   * what is stored must stay visible and can be renamed.
   *
   * @throws InvalidInput if it is so long that no place in a list could be told by it: of more than
   *     1,000 code points in normalisation form C
   */
  public static Name stored(String value) {
    if (isOversized(value)) {
      throw new InvalidInput("A stored name may have at most " + MAX_STORED + " characters.");
    }
    return new Name(value, true);
  }

  /** No text grows to more than three times its length in normalisation form C. */
  private static boolean isOversized(String value) {
    if (value.length() <= MAX_STORED / 3) {
      return false;
    }
    String composed = Normalizer.normalize(value, Normalizer.Form.NFC);
    return composed.codePointCount(0, composed.length()) > MAX_STORED;
  }

  private static String normalise(String raw) {
    String name = MARGINS.matcher(Normalizer.normalize(raw, Normalizer.Form.NFC)).replaceAll("");
    int length = name.codePointCount(0, name.length());
    if (length == 0) {
      throw new InvalidInput("The name must not be empty or only white space.");
    }
    if (length > MAX_LENGTH) {
      throw new InvalidInput(
          "The name must have at most " + MAX_LENGTH + " characters; this one has " + length + ".");
    }
    if (REFUSED.matcher(name).find()) {
      throw new InvalidInput(
          "The name must not contain control characters, line separators or lone surrogates.");
    }
    if (name.codePoints().anyMatch(Name::isNonCharacter)) {
      throw new InvalidInput("The name must not contain code points that are no characters.");
    }
    if (BIDIRECTIONAL.matcher(name).find()) {
      throw new InvalidInput(
          "The name must not contain bidirectional embeddings or overrides (U+202A to U+202E).");
    }
    if (INVISIBLE.matcher(name).matches()) {
      throw new InvalidInput("The name must have something in it that can be seen.");
    }
    return name;
  }

  /** Unicode Standard, section 23.7. */
  private static boolean isNonCharacter(int c) {
    return (c & 0xFFFE) == 0xFFFE || (c >= 0xFDD0 && c <= 0xFDEF);
  }

  /** What this name is sorted by, without case and accents. */
  public NameKey key() {
    return NameKey.of(value());
  }
}
