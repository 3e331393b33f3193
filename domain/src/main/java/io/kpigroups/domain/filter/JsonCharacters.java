package io.kpigroups.domain.filter;

import static io.kpigroups.domain.filter.JsonText.wrong;

/** The characters of a text in JSON, one after the other, and what escapes stand for. */
final class JsonCharacters {
  /** What comes after the last character. */
  static final int END = -1;

  private static final String ESCAPED = "\"\\/bfnrt";
  private static final String ESCAPES = "\"\\/\b\f\n\r\t";

  private final int[] chars;
  private int next;

  JsonCharacters(String text) {
    this.chars = text.codePoints().toArray();
  }

  /** The next character, which is not read yet. */
  int peek() {
    return next < chars.length ? chars[next] : END;
  }

  /** Reads the next character as it is. */
  int read() {
    return chars[next++];
  }

  /** Where the next character is; code points, counted from 1. */
  int at() {
    return next + 1;
  }

  /**
   * Reads the next character of a quoted text.
   *
   * @param start where the text begins
   */
  int character(int start) {
    int c = peek();
    if (c == END) {
      throw wrong(start, "This text has no closing quotation mark.");
    }
    next++;
    if (c < ' ') {
      throw wrong(next, "A control character must be written as an escape, such as \\u0009.");
    }
    return c == '\\' ? escape() : whole(c, next);
  }

  /** Reads what follows a backslash. */
  private int escape() {
    int at = next;
    int c = peek();
    next++;
    if (c != 'u') {
      int known = ESCAPED.indexOf(c);
      if (known < 0) {
        throw wrong(at, "A backslash must be followed by one of \" \\ / b f n r t u.");
      }
      return ESCAPES.charAt(known);
    }
    int unit = hex(at);
    boolean isHigh = Character.isHighSurrogate((char) unit);
    if (!isHigh || peek() != '\\' || next + 1 >= chars.length || chars[next + 1] != 'u') {
      return whole(unit, at);
    }
    next += 2;
    char low = (char) hex(next - 1);
    return Character.isLowSurrogate(low)
        ? Character.toCodePoint((char) unit, low)
        : whole(unit, at);
  }

  /** Reads the digits of an escape that begins there. */
  private int hex(int at) {
    int value = 0;
    for (int i = 0; i < 4; i++) {
      int digit = peek() < 0x80 ? Character.digit(peek(), 16) : -1;
      if (digit < 0) {
        throw wrong(at, "\\u must be followed by four hexadecimal digits.");
      }
      value = value * 16 + digit;
      next++;
    }
    return value;
  }

  private static int whole(int c, int at) {
    if (Character.getType(c) == Character.SURROGATE) {
      throw wrong(at, "Half of a surrogate pair is no character.");
    }
    return c;
  }
}
