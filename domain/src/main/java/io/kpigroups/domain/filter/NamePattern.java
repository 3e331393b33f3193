package io.kpigroups.domain.filter;

import io.kpigroups.domain.failure.InvalidInput;
import io.kpigroups.domain.value.NameKey;
import java.lang.Character.UnicodeScript;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What a name looks like: pieces of text in this order, with anything or nothing between them. It
 * is compared by code point. At worst that takes the length of the name times that of the pattern,
 * never more.
 *
 * <p>Patterns that say the same in other words are equal: pieces are in normalisation form C, as
 * names are, and empty ones are left out, unless there is nothing else.
 *
 * @param pieces at least one
 * @param atStart whether the name begins with the first piece
 * @param atEnd whether the name ends with the last piece
 */
public record NamePattern(List<String> pieces, boolean atStart, boolean atEnd) {
  /**
   * Scripts (and signs) whose letters nothing joins, in normalisation form C, but accents, which no
   * key has.
   */
  private static final Set<UnicodeScript> UNJOINED =
      EnumSet.of(
          UnicodeScript.COMMON,
          UnicodeScript.LATIN,
          UnicodeScript.GREEK,
          UnicodeScript.CYRILLIC,
          UnicodeScript.HAN);

  private static final Set<Integer> MARKS =
      Set.of(
          (int) Character.NON_SPACING_MARK,
          (int) Character.ENCLOSING_MARK,
          (int) Character.COMBINING_SPACING_MARK);

  /** What means something else than itself, unless it stands behind a backslash. */
  private static final String SIGNS = "\\^$.*+?|()[]{}";

  public NamePattern {
    boolean several = pieces.size() > 1;
    atStart = atStart && !(several && pieces.get(0).isEmpty());
    atEnd = atEnd && !(several && pieces.get(pieces.size() - 1).isEmpty());
    pieces =
        pieces.stream()
            .filter(piece -> !piece.isEmpty())
            .map(piece -> Normalizer.normalize(piece, Normalizer.Form.NFC))
            .toList();
    if (pieces.isEmpty()) {
      pieces = List.of("");
      atStart = atStart && atEnd;
      atEnd = atStart;
    }
  }

  /**
   * Reads a pattern: text, with {@code .*} for anything, {@code ^} at the start and {@code $} at
   * the end. What means something else in regular expressions stands behind a backslash.
   *
   * @throws InvalidInput if anything else is in it; says where
   */
  public static NamePattern of(String regex) {
    int[] chars = regex.codePoints().toArray();
    boolean atStart = regex.startsWith("^");
    boolean atEnd = false;
    List<String> pieces = new ArrayList<>();
    StringBuilder piece = new StringBuilder();
    for (int i = atStart ? 1 : 0; i < chars.length; i++) {
      if (chars[i] == '\\') {
        i++;
        piece.appendCodePoint(escaped(chars, i));
      } else if (chars[i] == '.' && i + 1 < chars.length && chars[i + 1] == '*') {
        i++;
        pieces.add(piece.toString());
        piece.setLength(0);
      } else if (chars[i] == '$' && i + 1 == chars.length) {
        atEnd = true;
      } else if (SIGNS.indexOf(chars[i]) >= 0) {
        throw wrong(
            i,
            "only ^ at the start, $ at the end and .* mean something; other signs of"
                + " regular expressions must stand behind a backslash");
      } else {
        piece.appendCodePoint(chars[i]);
      }
    }
    pieces.add(piece.toString());
    return new NamePattern(pieces, atStart, atEnd);
  }

  private static int escaped(int[] chars, int i) {
    if (i == chars.length) {
      throw wrong(i - 1, "a backslash must stand before a character");
    }
    if (chars[i] < 0x80 && Character.isLetterOrDigit(chars[i])) {
      throw wrong(
          i - 1,
          "a backslash must not stand before a letter or digit of ASCII, because"
              + " elsewhere that has a meaning of its own");
    }
    return chars[i];
  }

  private static InvalidInput wrong(int i, String why) {
    return new InvalidInput("At character " + (i + 1) + " of the pattern, " + why + ".");
  }

  /** The shortest text of the pattern; read again, it gives an equal one. */
  public String regex() {
    return pieces.stream()
        .map(NamePattern::escape)
        .collect(Collectors.joining(".*", atStart ? "^" : "", atEnd ? "$" : ""));
  }

  private static String escape(String piece) {
    StringBuilder text = new StringBuilder();
    for (char c : piece.toCharArray()) {
      text.append(SIGNS.indexOf(c) >= 0 ? "\\" : "").append(c);
    }
    return text.toString();
  }

  /** Whether the name looks like this; it must be in normalisation form C. */
  public boolean matches(String name) {
    int last = pieces.size() - 1;
    if (last == 0 && atStart && atEnd) {
      return name.equals(pieces.get(0));
    }
    int from = 0;
    int end = name.length();
    if (atStart) {
      if (!name.startsWith(pieces.get(0))) {
        return false;
      }
      from = pieces.get(0).length();
    }
    if (atEnd) {
      if (!name.endsWith(pieces.get(last))) {
        return false;
      }
      end -= pieces.get(last).length();
    }
    for (String piece : pieces.subList(atStart ? 1 : 0, atEnd ? last : last + 1)) {
      int found = name.indexOf(piece, from);
      if (found < 0) {
        return false;
      }
      from = found + piece.length();
    }
    return from <= end;
  }

  /**
   * What the key of every name that matches begins with, see {@link NameKey}; empty if nothing is
   * known of it. So an index of keys need not be read as a whole.
   */
  public Optional<NameKey> keyPrefix() {
    String prefix = atStart ? NameKey.of(pieces.get(0)).value() : "";
    while (!prefix.isEmpty() && !isUnjoined(prefix.codePointBefore(prefix.length()))) {
      prefix = prefix.substring(0, prefix.offsetByCodePoints(prefix.length(), -1));
    }
    return Optional.of(prefix).filter(known -> !known.isEmpty()).map(NameKey::new);
  }

  /** Marks may also change places with those that follow. */
  private static boolean isUnjoined(int codePoint) {
    return UNJOINED.contains(UnicodeScript.of(codePoint))
        && !MARKS.contains(Character.getType(codePoint));
  }
}
