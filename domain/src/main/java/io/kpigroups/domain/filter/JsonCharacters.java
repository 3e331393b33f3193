package io.kpigroups.domain.filter;

import static io.kpigroups.domain.filter.JsonText.wrong;

import java.nio.IntBuffer;

/** The characters of a text in JSON, one after the other, and what escapes stand for. */
final class JsonCharacters {
  /** What comes after the last character. */
  static final int END = -1;

  private static final String ESCAPED = "\"\\/bfnrt";
  private static final String ESCAPES = "\"\\/\b\f\n\r\t";

  private final IntBuffer chars;

  JsonCharacters(String text) {
    this.chars = IntBuffer.wrap(text.codePoints().toArray());
  }

  /** The next character, which is not read yet. */
  int peek() {
    return peek(0);
  }

  /** The character that comes after so many others. */
  private int peek(int others) {
    return others < chars.remaining() ? chars.get(chars.position() + others) : END;
  }

  /** Reads the next character as it is. */
  int read() {
    return chars.get();
  }

  /** Where the next character is; code points, counted from 1. */
  int at() {
    return chars.position() + 1;
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
    int at = at();
    read();
    if (c < ' ') {
      throw wrong(at, "A control character must be written as an escape, such as \\u0009.");
    }
    return c == '\\' ? escape(at) : whole(c, at);
  }

  /** Reads what follows the backslash there. */
  private int escape(int at) {
    int known = ESCAPED.indexOf(peek());
    if (known < 0 && peek() != 'u') {
      throw wrong(at, "A backslash must be followed by one of \" \\ / b f n r t u.");
    }
    read();
    if (known >= 0) {
      return ESCAPES.charAt(known);
    }
    int unit = hex(at);
    boolean isHigh = Character.isHighSurrogate((char) unit);
    if (!isHigh || peek() != '\\' || peek(1) != 'u') {
      return whole(unit, at);
    }
    int next = at();
    read();
    read();
    char low = (char) hex(next);
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
      read();
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
