package io.kpigroups.domain;

import org.jspecify.annotations.Nullable;

/**
 * The id of a user: 1 to 255 printable ASCII characters.
 *
 * <p>The bound is that of the {@code sub} claim in OpenID Connect Core 1.0, section 2.
 *
 * @throws InvalidInput if the value is anything else
 */
public final class UserId {
  private final String value;

  public UserId(String value) {
    this(value, false);
  }

  private UserId(String value, boolean asStored) {
    this.value = asStored ? value : check(value);
  }

  /**
   * An id that was stored by another program, exactly as it is there, also where this rule would
   * have refused it, and empty where there is none: what is there already must stay visible.
   */
  public static UserId stored(String value) {
    return new UserId(value, true);
  }

  private static String check(String value) {
    return Ids.check(
        "A user id", value, 255, c -> c >= ' ' && c <= '~', "1 to 255 printable ASCII characters");
  }

  public String value() {
    return value;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof UserId user && user.value.equals(value);
  }

  @Override
  public int hashCode() {
    return value.hashCode();
  }

  @Override
  public String toString() {
    return "UserId[value=" + value + "]";
  }
}
