package io.kpigroups.benchmarks.jmh;

import io.kpigroups.adapter.rest.BearerToken;
import io.kpigroups.adapter.rest.Caller;
import io.kpigroups.adapter.rest.RateLimits;
import io.kpigroups.adapter.rest.call.RateLimiter;
import io.kpigroups.application.port.Deadline;
import java.util.List;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;

/**
 * Who calls: from the header field to a verified caller, which every request goes through. A token
 * is verified the first time that it is seen, and known from then on.
 */
public class TokenBenchmark extends Measured {
  @Param TokenKind algorithm = TokenKind.RS256;

  private final Deadline deadline = Samples.call().deadline();

  /** More than any thread can use up. */
  private final RateLimiter limiter = new RateLimiter(new RateLimits(Integer.MAX_VALUE, 0));

  /** Reads the header field. */
  @Benchmark
  public BearerToken header() {
    return BearerToken.of(List.of(algorithm.header()));
  }

  /** Counts the token for the rate limit, by a hash; it is done only where there is a limit. */
  @Benchmark
  public void count() {
    limiter.countToken(algorithm.token());
  }

  /** Verifies signature and claims, and reads the caller from them, as with a new token. */
  @Benchmark
  public Caller verify() {
    algorithm.forget();
    return known();
  }

  /** Finds the caller of a token that was verified before. */
  @Benchmark
  public Caller known() {
    return algorithm.authenticator().authenticate(algorithm.token(), deadline);
  }
}
