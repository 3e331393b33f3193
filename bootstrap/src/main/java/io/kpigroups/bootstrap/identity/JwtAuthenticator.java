package io.kpigroups.bootstrap.identity;

import io.kpigroups.adapter.rest.Authenticator;
import io.kpigroups.adapter.rest.BearerToken;
import io.kpigroups.adapter.rest.Caller;
import io.kpigroups.application.port.Deadline;
import io.kpigroups.bootstrap.identity.keys.KeySet;
import io.kpigroups.bootstrap.identity.keys.VerificationKeys;
import java.security.Key;
import java.time.Clock;
import java.util.List;
import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jwa.AlgorithmConstraints.ConstraintType;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.lang.InvalidAlgorithmException;
import org.jose4j.lang.JoseException;

/**
 * Knows callers by bearer tokens: JWTs that are signed with RS256 or ES256 and whose claims {@link
 * ClaimsValidator} accepts. One that was found good is not verified again while it is ({@link
 * VerifiedTokens}). No token is ever logged or part of a message.
 */
final class JwtAuthenticator implements Authenticator {
  private static final AlgorithmConstraints ALGORITHMS =
      new AlgorithmConstraints(ConstraintType.PERMIT, KeySet.RS256, KeySet.ES256);

  private final VerificationKeys keys;
  private final ClaimsValidator claims;
  private final CallerReader reader;
  private final VerifiedTokens verified;

  /** A token that is good, and the keys among which is the one that it is signed with. */
  private record Good(KeySet keys, JwtClaims claims) {}

  JwtAuthenticator(VerificationKeys keys, IdentitySettings settings, Clock clock) {
    this.keys = keys;
    this.claims = new ClaimsValidator(settings, clock);
    this.reader = new CallerReader(settings.config());
    this.verified = new VerifiedTokens(clock);
  }

  @Override
  public Caller.Verified authenticate(BearerToken token, Deadline deadline) {
    String digest = VerifiedTokens.digest(token);
    return verified
        .find(digest, () -> keys.known(deadline))
        .orElseGet(() -> keep(digest, token, verify(token.value(), deadline)));
  }

  private Caller.Verified keep(String digest, BearerToken token, Good good) {
    Caller.Verified caller = reader.read(good.claims());
    if (VerifiedTokens.isPlain(token)) {
      verified.keep(digest, good.keys(), VerifiedToken.of(caller, good.claims()));
    }
    return caller;
  }

  private Good verify(String token, Deadline deadline) {
    try {
      JsonWebSignature signature = new JsonWebSignature();
      signature.setAlgorithmConstraints(ALGORITHMS);
      signature.setCompactSerialization(token);
      signature.getAlgorithm();
      KeySet signers = checkSignature(signature, deadline);
      return new Good(signers, claims.check(signature));
    } catch (InvalidAlgorithmException e) {
      throw new Unauthenticated("The token must be signed with RS256 or ES256.");
    } catch (JoseException e) {
      throw new Unauthenticated("The token is not a signed JWT.");
    } catch (ClassCastException wrongType) {
      // The library casts what a header says to what it ought to be.
      throw new Unauthenticated("The token's header is not that of a signed JWT.");
    }
  }

  /** Finds the key that the token is signed with, among newer ones where no known one is it. */
  private KeySet checkSignature(JsonWebSignature signature, Deadline deadline)
      throws JoseException {
    KeySet known = keys.known(deadline);
    if (isSigned(signature, known.fitting(signature))) {
      return known;
    }
    KeySet newer = keys.newerThan(known, deadline);
    List<Key> fitting = newer.fitting(signature);
    if (newer.equals(known) || !isSigned(signature, fitting)) {
      throw new Unauthenticated(
          fitting.isEmpty()
              ? "The token is signed with a key that is not known here."
              : "The token's signature is not valid.");
    }
    return newer;
  }

  private static boolean isSigned(JsonWebSignature signature, List<Key> keys) {
    return keys.stream().anyMatch(key -> isSignedWith(signature, key));
  }

  private static boolean isSignedWith(JsonWebSignature signature, Key key) {
    try {
      signature.setKey(key);
      return signature.verifySignature();
    } catch (JoseException e) {
      return false;
    }
  }
}
