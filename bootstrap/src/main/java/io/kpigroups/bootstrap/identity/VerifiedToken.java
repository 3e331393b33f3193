package io.kpigroups.bootstrap.identity;

import io.kpigroups.adapter.rest.Caller;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.ReservedClaimNames;

/**
 * What is kept of a token whose signature and claims were found good: not the token.
 *
 * @param caller what it says of its bearer
 * @param notBefore its {@code nbf}, in seconds since 1970; {@link Long#MIN_VALUE} if it has none
 * @param expiry its {@code exp}, likewise
 */
record VerifiedToken(Caller.Verified caller, long notBefore, long expiry) {
  private static final long SKEW = ClaimsValidator.CLOCK_SKEW.toSeconds();

  static VerifiedToken of(Caller.Verified caller, JwtClaims claims) {
    return new VerifiedToken(
        caller,
        seconds(claims, ReservedClaimNames.NOT_BEFORE),
        seconds(claims, ReservedClaimNames.EXPIRATION_TIME));
  }

  /**
   * Whether it is the time of the token, as {@link ClaimsValidator} would decide it.
   *
   * @param now in seconds since 1970, begun ones not counted
   */
  boolean isValidAt(long now) {
    return now - SKEW < expiry && now + SKEW >= notBefore;
  }

  private static long seconds(JwtClaims claims, String name) {
    return claims.getClaimValue(name) instanceof Number seconds
        ? seconds.longValue()
        : Long.MIN_VALUE;
  }
}
