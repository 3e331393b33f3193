package io.kpigroups.adapter.rest;

import io.kpigroups.adapter.rest.Authenticator.Unauthenticated;
import java.util.List;
import java.util.regex.Pattern;

/**
 * The bearer token of a request (RFC 6750, section 2.1).
 *
 * @param value the token itself, without its scheme; never to be logged
 */
public record BearerToken(String value) {
  /** The longest token that is looked at, in characters. */
  public static final int LONGEST = 16 * 1024;

  private static final String SCHEME = "Bearer";

  /** A signed JWT: a JSON object, perhaps with white space in front, another, and a signature. */
  private static final Pattern SIGNED =
      Pattern.compile("^((?:ey[AJ]|ew[0ko])[^.]*\\.[^.]*)\\.[^.]*$");

  /**
   * Reads the token.
   *
   * @param authorization the {@code Authorization} fields of a request
   * @throws Unauthenticated if there is none, or more than one, or one that is too long
   */
  public static BearerToken of(List<String> authorization) {
    if (authorization.isEmpty()) {
      throw new Unauthenticated("Send a token: \"Authorization: Bearer <token>\".");
    }
    if (authorization.size() > 1) {
      throw new Unauthenticated("The Authorization header must be sent once.");
    }
    String header = authorization.get(0).strip();
    int start = start(header);
    if (start == header.length()) {
      throw new Unauthenticated("The Authorization header must be \"Bearer <token>\".");
    }
    if (header.length() - start > LONGEST) {
      throw new Unauthenticated(
          "The token is longer than " + LONGEST + " characters, the most that is taken.");
    }
    return new BearerToken(header.substring(start));
  }

  /**
   * Where the token is, at the end if there is none. A scheme has no case, and there may be more
   * than one space behind it. Done by hand: for each request, and a pattern takes many times as
   * long.
   */
  private static int start(String header) {
    int scheme = SCHEME.length();
    int start = header.regionMatches(true, 0, SCHEME, 0, scheme) ? scheme : header.length();
    while (start < header.length() && Character.isWhitespace(header.charAt(start))) {
      start++;
    }
    return start > scheme ? start : header.length();
  }

  /**
   * A text that is different for different tokens. Of a signed JWT it is the part that is signed,
   * because one signature can be written in many valid ways.
   */
  public String identity() {
    return SIGNED.matcher(value).replaceFirst("$1");
  }

  @Override
  public String toString() {
    return "BearerToken";
  }
}
