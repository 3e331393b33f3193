package io.kpigroups.bootstrap.identity;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.MalformedClaimException;
import org.jose4j.jwt.NumericDate;
import org.jose4j.jwt.consumer.AudValidator;
import org.jose4j.jwt.consumer.ErrorCodeValidator;
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
 * What the claims of a token must say, whose signature was verified: that it has not expired, who
 * made it and for whom. Built once; the library's validators do the work.
 */
final class TokenRules {
  /** How far the clock of who issued a token may be off. */
  static final Duration CLOCK_SKEW = Duration.ofSeconds(30);

  private final Clock clock;
  private final JwtConsumer validators;

  TokenRules(IdentitySettings settings, Clock clock) {
    this.clock = clock;
    JwtConsumerBuilder builder =
        new JwtConsumerBuilder().setSkipSignatureVerification().setSkipAllDefaultValidators();
    if (!settings.audiences().isEmpty()) {
      builder.registerValidator(new AudValidator(Set.copyOf(settings.audiences()), true));
    }
    settings
        .issuer()
        .ifPresent(issuer -> builder.registerValidator(new IssValidator(issuer, true)));
    this.validators =
        builder.registerValidator(this::dates).registerValidator(new SubValidator(false)).build();
  }

  /**
   * The claims of a token.
   *
   * @throws InvalidJwtException if they are none, or not as they must be
   * @throws JoseException if the signature is not valid
   */
  JwtClaims check(JsonWebSignature token) throws InvalidJwtException, JoseException {
    JwtClaims claims = JwtClaims.parse(token.getPayload());
    validators.processContext(new JwtContext(claims, List.of(token)));
    return claims;
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
