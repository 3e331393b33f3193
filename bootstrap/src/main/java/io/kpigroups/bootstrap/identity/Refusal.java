package io.kpigroups.bootstrap.identity;

import java.util.Map;
import org.jose4j.jwt.consumer.ErrorCodeValidator;
import org.jose4j.jwt.consumer.ErrorCodes;
import org.jose4j.jwt.consumer.InvalidJwtException;

/** Why a token is not taken, in words for its bearer. jose4j's own messages hold the token. */
final class Refusal {
  private static final Map<Integer, String> SENTENCES =
      Map.of(
          ErrorCodes.EXPIRED, "The token has expired.",
          ErrorCodes.EXPIRATION_MISSING, "The token has no expiration time (exp).",
          ErrorCodes.NOT_YET_VALID, "The token is not valid yet.",
          ErrorCodes.SIGNATURE_INVALID, "The token's signature is not valid.",
          ErrorCodes.ISSUER_MISSING, "The token names no issuer (iss).",
          ErrorCodes.ISSUER_INVALID, "The token is of an issuer that is not trusted here.",
          ErrorCodes.AUDIENCE_MISSING, "The token names no audience (aud).",
          ErrorCodes.AUDIENCE_INVALID, "The token is meant for another audience.");

  private Refusal() {}

  static String of(InvalidJwtException e) {
    return e.getErrorDetails().stream()
        .map(ErrorCodeValidator.Error::getErrorCode)
        .filter(SENTENCES::containsKey)
        .findFirst()
        .map(SENTENCES::get)
        .orElse("The token is not valid.");
  }
}
