package io.kpigroups.domain.value;

import java.time.Instant;

/** What a field of a row has: lists are sorted by such values, and filters compare them. */
public sealed interface FieldValue extends Comparable<FieldValue> {

  /** Text, which is compared by code point. */
  record Text(String value) implements FieldValue {
    /** The order of UTF-16 is another one from U+E000 on, where surrogates come before. */
    private int compare(Text other) {
      int end = Math.min(value.length(), other.value.length());
      for (int i = 0; i < end; i++) {
        char one = value.charAt(i);
        char two = other.value.charAt(i);
        if (one != two) {
          return Character.isSurrogate(one) == Character.isSurrogate(two)
              ? Character.compare(one, two)
              : Boolean.compare(Character.isSurrogate(one), Character.isSurrogate(two));
        }
      }
      return Integer.compare(value.length(), other.value.length());
    }
  }

  /** A time, in milliseconds. */
  record Time(Instant value) implements FieldValue {}

  /** The other value must be of the same kind. */
  @Override
  default int compareTo(FieldValue other) {
    return this instanceof Text text
        ? text.compare((Text) other)
        : ((Time) this).value.compareTo(((Time) other).value);
  }
}
