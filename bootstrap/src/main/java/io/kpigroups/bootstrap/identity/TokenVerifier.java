package io.kpigroups.bootstrap.identity;

import io.kpigroups.adapter.rest.Authenticator;
import io.kpigroups.adapter.rest.BearerToken;
import io.kpigroups.adapter.rest.Caller;
import io.kpigroups.application.port.Deadline;
import java.security.PublicKey;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jwa.AlgorithmConstraints.ConstraintType;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.consumer.InvalidJwtException;
import org.jose4j.lang.JoseException;

/**
 * Verifies bearer tokens: JWTs, signed with RS256 or ES256 and nothing else, that meet {@link
 * TokenRules}. No token is ever logged or part of a message.
 */
final class TokenVerifier implements Authenticator {
  private static final AlgorithmConstraints ALGORITHMS =
      new AlgorithmConstraints(ConstraintType.PERMIT, KeySet.RS256, KeySet.ES256);

  private final VerificationKeys keys;
  private final TokenRules rules;
  private final CallerReader reader;

  TokenVerifier(VerificationKeys keys, IdentitySettings settings, Clock clock) {
    this.keys = keys;
    this.rules = new TokenRules(settings, clock);
    this.reader = new CallerReader(ClaimNames.of(settings.config()));
  }

  @Override
  public Caller.Verified authenticate(Optional<String> authorization, Deadline deadline) {
    return reader.read(verify(BearerToken.of(authorization), deadline));
  }

  /** The library casts what a header says to what it ought to be. */
  private JwtClaims verify(String token, Deadline deadline) {
    try {
      JsonWebSignature signature = signature(token);
      checkKey(signature, deadline);
      return rules.check(signature);
    } catch (InvalidJwtException e) {
      throw new Unauthenticated(Refusal.of(e));
    } catch (JoseException e) {
      throw new Unauthenticated("The token is not a signed JWT.");
    } catch (ClassCastException e) {
      throw new Unauthenticated("The token's header is not that of a signed JWT.");
    }
  }

  private static JsonWebSignature signature(String token) throws JoseException {
    JsonWebSignature signature = new JsonWebSignature();
    signature.setAlgorithmConstraints(ALGORITHMS);
    signature.setCompactSerialization(token);
    return signature;
  }

  /** Finds the key that the token is signed with, among newer ones where no known one is it. */
  private void checkKey(JsonWebSignature signature, Deadline deadline) {
    String algorithm = signature.getAlgorithmHeaderValue();
    if (!KeySet.RS256.equals(algorithm) && !KeySet.ES256.equals(algorithm)) {
      throw new Unauthenticated("The token must be signed with RS256 or ES256.");
    }
    KeySet known = keys.known(deadline);
    if (isSigned(signature, fitting(known, signature))) {
      return;
    }
    KeySet newer = keys.newerThan(known, deadline);
    List<PublicKey> fitting = fitting(newer, signature);
    if (newer.equals(known) || !isSigned(signature, fitting)) {
      throw new Unauthenticated(
          fitting.isEmpty()
              ? "The token is signed with a key that is not known here."
              : "The token's signature is not valid.");
    }
  }

  private static List<PublicKey> fitting(KeySet keys, JsonWebSignature signature) {
    return keys.fitting(
        signature.getAlgorithmHeaderValue(), Optional.ofNullable(signature.getKeyIdHeaderValue()));
  }

  private static boolean isSigned(JsonWebSignature signature, List<PublicKey> keys) {
    return keys.stream().anyMatch(key -> isSignedWith(signature, key));
  }

  private static boolean isSignedWith(JsonWebSignature signature, PublicKey key) {
    try {
      signature.setKey(key);
      return signature.verifySignature();
    } catch (JoseException e) {
      return false;
    }
  }
}
