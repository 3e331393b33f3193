package io.kpigroups.domain;

import java.util.function.IntPredicate;

/** The checks that the id values share. */
final class Ids {
  private Ids() {}

  /**
   * Returns {@code value} if it has {@code 1..max} characters that all satisfy {@code allowed}.
   *
   * @throws InvalidInput saying what {@code what} must look like
   */
  static String check(String what, String value, int max, IntPredicate allowed, String rule) {
    if (value.isEmpty() || value.length() > max || !value.chars().allMatch(allowed)) {
      throw new InvalidInput(what + " must be " + rule + ".");
    }
    return value;
  }

  static boolean isPlain(int c) {
    return (c >= 'a' && c <= 'z')
        || (c >= 'A' && c <= 'Z')
        || (c >= '0' && c <= '9')
        || c == '_'
        || c == '-';
  }
}
