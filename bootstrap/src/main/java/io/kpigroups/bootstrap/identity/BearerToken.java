package io.kpigroups.bootstrap.identity;

import io.kpigroups.adapter.rest.Authenticator.Unauthenticated;
import java.util.Optional;

/** The bearer token of an {@code Authorization} header (RFC 6750, section 2.1). */
public final class BearerToken {
  /** The longest token that is looked at, in characters. */
  static final int LONGEST = 16 * 1024;

  private static final String SCHEME = "Bearer ";

  private BearerToken() {}

  /**
   * The token.
   *
   * @throws Unauthenticated if there is none, or one that is too long
   */
  public static String of(Optional<String> authorization) {
    String header =
        authorization.orElseThrow(
            () -> new Unauthenticated("Send a token: \"Authorization: Bearer <token>\"."));
    if (!header.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
      throw new Unauthenticated("The Authorization header must be \"Bearer <token>\".");
    }
    String token = header.substring(SCHEME.length()).strip();
    if (token.length() > LONGEST) {
      throw new Unauthenticated(
          "The token is longer than " + LONGEST + " characters, the most that is taken.");
    }
    return token;
  }
}
