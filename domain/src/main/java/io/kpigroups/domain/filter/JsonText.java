package io.kpigroups.domain.filter;

import io.kpigroups.domain.failure.InvalidInput;
import java.util.HashSet;
import java.util.Set;
import java.util.function.ObjIntConsumer;

/**
 * The text of a filter as JSON, strict or with keys that are not quoted, which is read from its
 * beginning to its end. What is read must be there: otherwise it throws {@link InvalidInput}, which
 * says where.
 */
final class JsonText {
  private final JsonCharacters chars;
  private final int maxLength;

  /**
   * @param maxLength how many characters a quoted text may have
   */
  JsonText(String text, int maxLength) {
    this.chars = new JsonCharacters(text);
    this.maxLength = maxLength;
  }

  /** Where the next token is; characters are code points and counted from 1. */
  int at() {
    skipSpace();
    return chars.at();
  }

  /** What is wrong at a place, as an exception to throw. */
  static InvalidInput wrong(int at, String sentence) {
    return new InvalidInput("At character " + at + ": " + sentence);
  }

  /** Whether the next token begins with this character. */
  boolean isNext(char c) {
    skipSpace();
    return chars.peek() == c;
  }

  /**
   * Reads an object.
   *
   * @param member reads the value of a member, whose key is this and stands there
   */
  void object(String expected, ObjIntConsumer<String> member) {
    Set<String> seen = new HashSet<>();
    items(
        '{',
        '}',
        expected,
        () -> {
          int at = at();
          String key = key();
          if (!seen.add(key)) {
            throw wrong(at, "This key is in its object twice.");
          }
          require(':', "A colon must stand between a key and its value.");
          member.accept(key, at);
        });
  }

  /** Reads an array, an element at a time. */
  void array(String expected, Runnable element) {
    items('[', ']', expected, element);
  }

  private void items(char open, char close, String expected, Runnable item) {
    require(open, expected);
    if (isNext(close)) {
      chars.read();
      return;
    }
    item.run();
    while (!isNext(close)) {
      require(',', "A comma or " + close + " must stand here.");
      item.run();
    }
    chars.read();
  }

  /** Reads true or false. */
  boolean truth(String expected) {
    int at = at();
    String word = isWord(chars.peek(), false) ? word() : "";
    if (!word.equals("true") && !word.equals("false")) {
      throw wrong(at, expected);
    }
    return word.equals("true");
  }

  /** Makes sure that nothing follows. */
  void end() {
    skipSpace();
    if (chars.peek() != JsonCharacters.END) {
      throw wrong(at(), "Nothing may follow the filter.");
    }
  }

  private String key() {
    return isWord(chars.peek(), false)
        ? word()
        : string("A key must stand here, as a word or in double quotation marks.");
  }

  private String word() {
    StringBuilder word = new StringBuilder();
    while (isWord(chars.peek(), true)) {
      word.appendCodePoint(chars.read());
    }
    return word.toString();
  }

  private static boolean isWord(int c, boolean digitToo) {
    return (c >= 'A' && c <= 'Z')
        || (c >= 'a' && c <= 'z')
        || c == '_'
        || c == '$'
        || (digitToo && c >= '0' && c <= '9');
  }

  /** Reads a quoted text. */
  String string(String expected) {
    int at = at();
    require('"', expected);
    StringBuilder text = new StringBuilder();
    for (int length = 0; chars.peek() != '"'; length++) {
      if (length == maxLength) {
        throw wrong(at, tooLong(maxLength) + ".");
      }
      text.appendCodePoint(chars.character(at));
    }
    chars.read();
    return text.toString();
  }

  /** What is wrong with a longer text, without the full stop. */
  static String tooLong(int maxLength) {
    return "A text in a filter may have at most " + maxLength + " characters";
  }

  private void require(char c, String expected) {
    if (!isNext(c)) {
      throw wrong(at(), expected);
    }
    chars.read();
  }

  private void skipSpace() {
    while (chars.peek() == ' '
        || chars.peek() == '\t'
        || chars.peek() == '\n'
        || chars.peek() == '\r') {
      chars.read();
    }
  }
}
