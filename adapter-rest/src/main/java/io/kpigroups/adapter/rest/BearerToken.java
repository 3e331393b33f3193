package io.kpigroups.adapter.rest;

import io.kpigroups.adapter.rest.Authenticator.Unauthenticated;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The bearer token of an {@code Authorization} header (RFC 6750, section 2.1). Whoever needs it
 * reads it here, so that all mean the same one however the header is written.
 */
public final class BearerToken {
  /** The longest token that is looked at, in characters. */
  public static final int LONGEST = 16 * 1024;

  /** A scheme has no case, and there may be more than one space behind it. */
  private static final Pattern HEADER =
      Pattern.compile("\\s*Bearer\\s+(.*)", Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

  /** A signed JWT: a JSON object, perhaps with white space in front, another, and a signature. */
  private static final Pattern SIGNED =
      Pattern.compile("((?:ey[AJ]|ew[0ko])[^.]*\\.[^.]*)\\.[^.]*");

  private BearerToken() {}

  /**
   * The token.
   *
   * @throws Unauthenticated if there is none, or one that is too long
   */
  public static String of(Optional<String> authorization) {
    if (authorization.isEmpty()) {
      throw new Unauthenticated("Send a token: \"Authorization: Bearer <token>\".");
    }
    String token =
        find(authorization)
            .orElseThrow(
                () -> new Unauthenticated("The Authorization header must be \"Bearer <token>\"."));
    if (token.length() > LONGEST) {
      throw new Unauthenticated(
          "The token is longer than " + LONGEST + " characters, the most that is taken.");
    }
    return token;
  }

  /**
   * What tells tokens apart; empty if there is none. Of a signed JWT it is what is signed: its
   * signature can be written in many ways that are all valid.
   */
  static Optional<String> identity(Optional<String> authorization) {
    return find(authorization)
        .map(
            token -> {
              Matcher signed = SIGNED.matcher(token);
              return signed.matches() ? signed.group(1) : token;
            });
  }

  private static Optional<String> find(Optional<String> authorization) {
    return authorization
        .map(HEADER::matcher)
        .filter(Matcher::matches)
        .map(header -> header.group(1).strip())
        .filter(token -> !token.isEmpty());
  }
}
