package io.kpigroups.adapter.rest.call;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.TimeMeter;
import io.kpigroups.adapter.rest.BearerToken;
import io.kpigroups.adapter.rest.RateLimits;
import io.kpigroups.application.port.RateLimited;
import io.kpigroups.domain.value.AccountId;
import io.quarkus.runtime.util.HashUtil;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Optional;

/**
 * Refuses requests above the {@link RateLimits} of this instance. A token or an account may use all
 * requests of a minute at once; they come back evenly over the minute.
 *
 * <p>Memory is bounded: above {@link #MOST} tokens or accounts, those used least are forgotten,
 * which lets them have more requests, never fewer.
 */
@ApplicationScoped
public class RateLimiter {
  /** A few hundred bytes each. */
  private static final int MOST = 10_000;

  private final RateLimits limits;
  private final TimeMeter meter;
  private final Cache<String, Bucket> byToken = cache();
  private final Cache<String, Bucket> byAccount = cache();

  @Inject
  public RateLimiter(RateLimits limits) {
    this(limits, TimeMeter.SYSTEM_NANOTIME);
  }

  public RateLimiter(RateLimits limits, TimeMeter meter) {
    this.limits = limits;
    this.meter = meter;
  }

  /**
   * Counts a request with this token, of which only a hash is kept.
   *
   * @throws RateLimited if the token has no request left
   */
  public void countToken(BearerToken token) {
    if (limits.perToken() > 0) {
      String hash = HashUtil.sha256(token.identity());
      count(byToken, hash, limits.perToken(), "with this token");
    }
  }

  /**
   * Counts a request in this account.
   *
   * @throws RateLimited if the account has no request left
   */
  public void countAccount(AccountId account) {
    if (limits.perAccount() > 0) {
      count(byAccount, account.value(), limits.perAccount(), "in this account");
    }
  }

  private void count(Cache<String, Bucket> buckets, String key, int perMinute, String where) {
    ConsumptionProbe probe =
        buckets.get(key, unknown -> full(perMinute)).tryConsumeAndReturnRemaining(1);
    if (!probe.isConsumed()) {
      throw new RateLimited(
          "There may be " + perMinute + " requests a minute " + where + ".",
          Optional.of(Duration.ofNanos(probe.getNanosToWaitForRefill())));
    }
  }

  private Bucket full(int perMinute) {
    return Bucket.builder()
        .addLimit(limit -> limit.capacity(perMinute).refillGreedy(perMinute, Duration.ofMinutes(1)))
        .withCustomTimePrecision(meter)
        .build();
  }

  private static Cache<String, Bucket> cache() {
    return Caffeine.newBuilder().maximumSize(MOST).executor(Runnable::run).build();
  }
}
