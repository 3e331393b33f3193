package io.kpigroups.adapter.sqlite.store;

import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Some values in one parameter, for {@code json_each}: so a statement has the same text for any
 * number.
 */
final class JsonArray {
  private JsonArray() {}

  /** An array of texts and numbers. */
  static String of(Stream<?> values) {
    return values.map(JsonArray::json).collect(Collectors.joining(",", "[", "]"));
  }

  private static String json(Object value) {
    return value instanceof String text
        ? text.chars().mapToObj(JsonArray::character).collect(Collectors.joining("", "\"", "\""))
        : String.valueOf(value);
  }

  private static String character(int c) {
    return c < ' ' || c == '"' || c == '\\'
        ? "\\u00" + Character.forDigit(c >> 4, 16) + Character.forDigit(c & 0xf, 16)
        : Character.toString(c);
  }
}
