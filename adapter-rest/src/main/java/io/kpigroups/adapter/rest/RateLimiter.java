package io.kpigroups.adapter.rest;

import io.kpigroups.domain.access.Actor;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Refuses requests above the {@link RateLimits} of this instance.
 *
 * <p>A token is counted before it is verified, valid or not, so that repeating a bad one costs
 * nothing but a hash, and however its header is written; an account only for whoever may act in it,
 * so that nobody can use up another's.
 */
@ApplicationScoped
class RateLimiter {
  private final Optional<Buckets> tokens;
  private final Optional<Buckets> accounts;

  RateLimiter(RateLimits limits, Timers timers) {
    tokens = Buckets.of("with this token", limits.perToken(), timers);
    accounts = Buckets.of("in this account", limits.perAccount(), timers);
  }

  /**
   * Finds out who calls, unless that was asked for too often.
   *
   * @throws io.kpigroups.application.port.RateLimited if the token or the account has no request
   *     left
   */
  Actor admit(RoutingContext http, Supplier<Actor> identify) {
    tokens.ifPresent(
        buckets ->
            BearerToken.identity(Optional.ofNullable(http.request().getHeader("Authorization")))
                .ifPresent(token -> buckets.take(digest(token))));
    Actor actor = identify.get();
    // Whoever is judged elsewhere may have named any account.
    if (actor instanceof Actor.Member member) {
      accounts.ifPresent(buckets -> buckets.take(member.account().value()));
    }
    return actor;
  }

  /** What a token is known by: the token itself is kept nowhere. */
  private static String digest(String token) {
    try {
      return HexFormat.of()
          .formatHex(
              MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has SHA-256", e);
    }
  }
}
