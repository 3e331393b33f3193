package io.kpigroups.domain.value;

import io.kpigroups.domain.failure.InvalidInput;
import java.util.regex.Pattern;

/** The check that ids share. */
public final class Ids {
  private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9_-]{1,64}");

  private Ids() {}

  /**
   * Returns the value if all of it matches.
   *
   * @param what what it is, at the start of a sentence
   * @param rule what it must be, in words
   * @throws InvalidInput if it does not match
   */
  public static String check(String what, String value, Pattern allowed, String rule) {
    if (!allowed.matcher(value).matches()) {
      throw new InvalidInput(what + " must be " + rule + ".");
    }
    return value;
  }

  /** The same for an id that stands in addresses. */
  public static String checkPlain(String what, String value) {
    return check(what, value, PLAIN, "1 to 64 characters of A-Z a-z 0-9 _ -");
  }
}
