package io.kpigroups.domain;

/**
 * The id of a user: 1 to 255 printable ASCII characters.
 *
 * <p>The bound is that of the {@code sub} claim in OpenID Connect Core 1.0, section 2.
 *
 * @throws InvalidInput if the value is anything else
 */
public record UserId(String value) {
  public UserId {
    Ids.check(
        "A user id", value, 255, c -> c >= ' ' && c <= '~', "1 to 255 printable ASCII characters");
  }
}
