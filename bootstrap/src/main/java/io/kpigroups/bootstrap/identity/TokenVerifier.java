package io.kpigroups.bootstrap.identity;

import io.kpigroups.adapter.rest.Authenticator;
import io.kpigroups.adapter.rest.BearerToken;
import io.kpigroups.adapter.rest.Caller;
import java.security.PublicKey;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jose4j.jwa.AlgorithmConstraints.ConstraintType;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.NumericDate;
import org.jose4j.jwt.consumer.InvalidJwtException;
import org.jose4j.jwt.consumer.JwtConsumerBuilder;
import org.jose4j.lang.JoseException;

/**
 * Verifies bearer tokens: JWTs, signed with RS256 or ES256 and nothing else.
 *
 * <p>A token must expire; clocks may differ by {@link #CLOCK_SKEW}. No token is ever logged or part
 * of a message.
 */
final class TokenVerifier implements Authenticator {
  /** How far the clock of who issued a token may be off. */
  static final Duration CLOCK_SKEW = Duration.ofSeconds(30);

  private final VerificationKeys keys;
  private final IdentitySettings settings;
  private final CallerReader reader;
  private final Clock clock;

  TokenVerifier(VerificationKeys keys, IdentitySettings settings, Clock clock) {
    this.keys = keys;
    this.settings = settings;
    this.reader = new CallerReader(settings.claims());
    this.clock = clock;
  }

  @Override
  public Caller.Verified authenticate(Optional<String> authorization) {
    return reader.read(verify(BearerToken.of(authorization)));
  }

  private static JsonWebSignature signature(String token) {
    try {
      JsonWebSignature signature = new JsonWebSignature();
      signature.setCompactSerialization(token);
      return signature;
    } catch (JoseException e) {
      throw new Unauthenticated("The token is not a signed JWT.");
    }
  }

  private PublicKey key(JsonWebSignature signature) {
    String algorithm = signature.getAlgorithmHeaderValue();
    if (!KeySet.RS256.equals(algorithm) && !KeySet.ES256.equals(algorithm)) {
      throw new Unauthenticated("The token must be signed with RS256 or ES256.");
    }
    Optional<String> id = Optional.ofNullable(signature.getKeyIdHeaderValue());
    List<PublicKey> fitting = keys.fitting(algorithm, id);
    if (fitting.isEmpty()) {
      throw new Unauthenticated("The token is signed with a key that is not known here.");
    }
    return fitting.stream()
        .filter(key -> fitting.size() > 1 && isSignedWith(signature, key))
        .findFirst()
        .orElse(fitting.get(0));
  }

  private static boolean isSignedWith(JsonWebSignature signature, PublicKey key) {
    try {
      signature.setKey(key);
      return signature.verifySignature();
    } catch (JoseException e) {
      return false;
    }
  }

  /** The library casts what a header says to what it ought to be. */
  private JwtClaims verify(String token) {
    try {
      return rules(key(signature(token))).build().processToClaims(token);
    } catch (InvalidJwtException e) {
      throw new Unauthenticated(Refusal.of(e));
    } catch (ClassCastException e) {
      throw new Unauthenticated("The token's header is not that of a signed JWT.");
    }
  }

  private JwtConsumerBuilder rules(PublicKey key) {
    JwtConsumerBuilder rules =
        new JwtConsumerBuilder()
            .setJwsAlgorithmConstraints(ConstraintType.PERMIT, KeySet.RS256, KeySet.ES256)
            .setVerificationKey(key)
            .setRequireExpirationTime()
            .setAllowedClockSkewInSeconds((int) CLOCK_SKEW.toSeconds())
            .setEvaluationTime(NumericDate.fromMilliseconds(clock.millis()));
    settings.issuer().ifPresent(rules::setExpectedIssuer);
    return settings.audiences().isEmpty()
        ? rules.setSkipDefaultAudienceValidation()
        : rules.setExpectedAudience(settings.audiences().toArray(String[]::new));
  }
}
