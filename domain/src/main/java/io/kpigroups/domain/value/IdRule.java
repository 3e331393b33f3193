package io.kpigroups.domain.value;

import io.kpigroups.domain.failure.InvalidInput;
import java.util.Arrays;

/**
 * What an id may be: so many characters, each one of those of ASCII that it may have. It is asked
 * of every id of every row that is read, which is why it is no regular expression.
 */
public final class IdRule {
  /** The rule of ids that stand in addresses. */
  public static final IdRule PLAIN =
      new IdRule("AZaz09__--", 1, 64, "1 to 64 characters of A-Z a-z 0-9 _ -");

  private static final int ASCII = 128;

  private final boolean[] allowed = new boolean[ASCII];
  private final int least;
  private final int most;
  private final String words;

  /**
   * @param ranges the characters that an id may have, of ASCII: the first and the last of a range,
   *     then those of the next one
   * @param least how many characters it has at least
   * @param most how many it has at the most
   * @param words what it must be, in words
   */
  public IdRule(String ranges, int least, int most, String words) {
    for (int i = 0; i < ranges.length(); i += 2) {
      Arrays.fill(allowed, ranges.charAt(i), ranges.charAt(i + 1) + 1, true);
    }
    this.least = least;
    this.most = most;
    this.words = words;
  }

  /**
   * Returns the value if it follows the rule.
   *
   * @param what what it is, at the start of a sentence
   * @throws InvalidInput if it does not
   */
  public String check(String what, String value) {
    if (value.length() < least || value.length() > most || !hasOnlyAllowed(value)) {
      throw new InvalidInput(what + " must be " + words + ".");
    }
    return value;
  }

  private boolean hasOnlyAllowed(String value) {
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      if (c >= ASCII || !allowed[c]) {
        return false;
      }
    }
    return true;
  }
}
