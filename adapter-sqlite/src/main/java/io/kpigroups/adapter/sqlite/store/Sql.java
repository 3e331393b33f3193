package io.kpigroups.adapter.sqlite.store;

import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A part of a statement.
 *
 * @param text put together from constants, never from input
 * @param values those of its parameters {@code ?}, in their order
 */
record Sql(String text, List<Object> values) {
  static final Sql NOTHING = new Sql("");

  /** The condition that everything meets. */
  static final Sql ALL = new Sql("1");

  Sql(String text, Object... values) {
    this(text, List.of(values));
  }

  /** Whether the column has one of these values. */
  static Sql oneOf(String column, Collection<?> values) {
    return values.size() == 1
        ? new Sql(column + " = ?", values.iterator().next())
        : new Sql(column + " IN (SELECT value FROM json_each(?))", array(values.stream()));
  }

  /** This between two texts. */
  Sql in(String before, String after) {
    return new Sql(before + text + after, values);
  }

  /** This and what follows it. */
  Sql then(Sql next) {
    return join("", Stream.of(this, next));
  }

  /** The parts, with a text between each two. */
  static Sql join(String between, Stream<Sql> parts) {
    List<Sql> all = parts.toList();
    return new Sql(
        all.stream().map(Sql::text).collect(Collectors.joining(between)),
        all.stream().flatMap(part -> part.values.stream()).toList());
  }

  /**
   * Texts and numbers in one parameter, for {@code json_each}: so a statement has the same text for
   * any number of them.
   */
  static String array(Stream<?> values) {
    return values.map(Sql::json).collect(Collectors.joining(",", "[", "]"));
  }

  private static String json(Object value) {
    if (!(value instanceof String text)) {
      return String.valueOf(value);
    }
    StringBuilder json = new StringBuilder(text.length() + 2).append('"');
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c < ' ' || c == '"' || c == '\\') {
        json.append("\\u00")
            .append(Character.forDigit(c >> 4, 16))
            .append(Character.forDigit(c & 0xf, 16));
      } else {
        json.append(c);
      }
    }
    return json.append('"').toString();
  }
}
