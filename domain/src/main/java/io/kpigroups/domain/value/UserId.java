package io.kpigroups.domain.value;

import io.kpigroups.domain.failure.InvalidInput;

/**
 * The id of a user: 1 to 255 printable ASCII characters.
 *
 * <p>The bound is that of the {@code sub} claim in OpenID Connect Core 1.0, section 2.
 */
public final class UserId extends Text {
  private static final IdRule RULE =
      new IdRule(" ~", 1, 255, "1 to 255 printable ASCII characters");

  /**
   * @throws InvalidInput if the value is anything else
   */
  public UserId(String value) {
    super(RULE.check("A user id", value));
  }

  private UserId(String value, boolean asItIs) {
    super(value);
  }

  /**
   * An id that is stored already, exactly as it is, even if the rule would refuse it: who did
   * something must stay visible.
   */
  public static UserId stored(String value) {
    return new UserId(value, true);
  }
}
