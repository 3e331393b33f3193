package io.kpigroups.bootstrap.identity;

import io.kpigroups.adapter.rest.Authenticator.Unauthenticated;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.MalformedClaimException;
import org.jose4j.jwt.NumericDate;
import org.jose4j.jwt.consumer.AudValidator;
import org.jose4j.jwt.consumer.ErrorCodeValidator;
import org.jose4j.jwt.consumer.ErrorCodes;
import org.jose4j.jwt.consumer.InvalidJwtException;
import org.jose4j.jwt.consumer.IssValidator;
import org.jose4j.jwt.consumer.JwtConsumer;
import org.jose4j.jwt.consumer.JwtConsumerBuilder;
import org.jose4j.jwt.consumer.JwtContext;
import org.jose4j.jwt.consumer.NumericDateValidator;
import org.jose4j.jwt.consumer.SubValidator;
import org.jose4j.lang.JoseException;
import org.jspecify.annotations.Nullable;

/**
 * Checks the claims of a token whose signature was verified: that it has not expired, who made it
 * and for whom. Built once; the library's validators do the work.
 */
final class ClaimsValidator {
  /** How far the issuer's clock may be off. */
  static final Duration CLOCK_SKEW = Duration.ofSeconds(30);

  /** What the bearer is told; jose4j's own messages contain the token. */
  private static final Map<Integer, String> SENTENCES =
      Map.of(
          ErrorCodes.EXPIRED, "The token has expired.",
          ErrorCodes.EXPIRATION_MISSING, "The token has no expiration time (exp).",
          ErrorCodes.NOT_YET_VALID, "The token is not valid yet.",
          ErrorCodes.ISSUER_MISSING, "The token names no issuer (iss).",
          ErrorCodes.ISSUER_INVALID, "The token is of an issuer that is not trusted here.",
          ErrorCodes.AUDIENCE_MISSING, "The token names no audience (aud).",
          ErrorCodes.AUDIENCE_INVALID, "The token is meant for another audience.");

  private final Clock clock;
  private final JwtConsumer validators;

  ClaimsValidator(IdentitySettings settings, Clock clock) {
    this.clock = clock;
    JwtConsumerBuilder builder =
        new JwtConsumerBuilder().setSkipSignatureVerification().setSkipAllDefaultValidators();
    if (!settings.audiences().isEmpty()) {
      builder.registerValidator(new AudValidator(Set.copyOf(settings.audiences()), true));
    }
    settings.issuer().ifPresent(it -> builder.registerValidator(new IssValidator(it, true)));
    this.validators =
        builder.registerValidator(this::dates).registerValidator(new SubValidator(false)).build();
  }

  /**
   * The claims of a token.
   *
   * @throws Unauthenticated if they are none, or not as they must be
   * @throws JoseException if the signature is not valid
   */
  JwtClaims check(JsonWebSignature token) throws JoseException {
    try {
      JwtClaims claims = JwtClaims.parse(token.getPayload());
      validators.processContext(new JwtContext(claims, List.of(token)));
      return claims;
    } catch (InvalidJwtException e) {
      throw new Unauthenticated(
          e.getErrorDetails().stream()
              .flatMap(error -> Stream.ofNullable(SENTENCES.get(error.getErrorCode())))
              .findFirst()
              .orElse("The token is not valid."));
    }
  }

  private ErrorCodeValidator.@Nullable Error dates(JwtContext token)
      throws MalformedClaimException {
    NumericDateValidator now = new NumericDateValidator();
    now.setRequireExp(true);
    now.setAllowedClockSkewSeconds((int) CLOCK_SKEW.toSeconds());
    now.setEvaluationTime(NumericDate.fromMilliseconds(clock.millis()));
    return now.validate(token);
  }
}
