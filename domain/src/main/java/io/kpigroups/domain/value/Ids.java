package io.kpigroups.domain.value;

import io.kpigroups.domain.failure.InvalidInput;
import java.util.function.IntPredicate;

/** The checks that ids share. */
public final class Ids {
  private Ids() {}

  /**
   * Returns {@code value} if it has {@code 1..max} characters that all satisfy {@code allowed}.
   *
   * @throws InvalidInput saying what {@code what} must look like
   */
  public static String check(
      String what, String value, int max, IntPredicate allowed, String rule) {
    if (value.isEmpty() || value.length() > max || !value.chars().allMatch(allowed)) {
      throw new InvalidInput(what + " must be " + rule + ".");
    }
    return value;
  }

  /** A letter or digit of ASCII, {@code _} or {@code -}. */
  public static boolean isPlain(int c) {
    return (c >= 'a' && c <= 'z')
        || (c >= 'A' && c <= 'Z')
        || (c >= '0' && c <= '9')
        || c == '_'
        || c == '-';
  }
}
