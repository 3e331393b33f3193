package com.example.cli.format;

import java.util.Locale;
import java.util.regex.Pattern;

/** Text of others that is shown on a terminal. */
public final class SafeText {
  /**
   * What acts on a terminal or makes text read other than it is: control characters, line
   * separators, lone surrogates, bidirectional marks, embeddings, overrides and isolates.
   */
  private static final Pattern UNSAFE =
      Pattern.compile(
          "[\\p{Cc}\\p{Cs}\\u2028\\u2029\\u061C\\u200E\\u200F\\u202A-\\u202E\\u2066-\\u2069]");

  private SafeText() {}

  /** The text with what is unsafe on a terminal shown as JSON shows it, such as \\u001b. */
  public static String of(String text) {
    return UNSAFE
        .matcher(text)
        .replaceAll(
            found -> String.format(Locale.ROOT, "\\\\u%04x", (int) found.group().charAt(0)));
  }
}
