package io.kpigroups.adapter.rest;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.TimeMeter;
import io.kpigroups.application.port.RateLimited;
import java.time.Duration;
import java.util.Optional;

/**
 * A bucket of requests for each key: full at first, so that all of a minute's requests may come at
 * once, and then filled evenly over the minute.
 *
 * <p>Memory is bounded: above {@link #MOST} keys, those used least are forgotten, which lets them
 * have more, never less.
 */
final class Buckets {
  /** Most keys that are remembered; a few hundred bytes each. */
  private static final int MOST = 10_000;

  private static final Duration MINUTE = Duration.ofMinutes(1);

  private final Cache<String, Bucket> byKey =
      Caffeine.newBuilder().maximumSize(MOST).executor(Runnable::run).build();

  private final String what;
  private final int perMinute;
  private final TimeMeter meter;

  private Buckets(String what, int perMinute, TimeMeter meter) {
    this.what = what;
    this.perMinute = perMinute;
    this.meter = meter;
  }

  /** Buckets of so many requests a minute; none for 0. */
  static Optional<Buckets> of(String what, int perMinute, Timers timers) {
    return perMinute == 0
        ? Optional.empty()
        : Optional.of(new Buckets(what, perMinute, meter(timers)));
  }

  /**
   * Takes one request out of the key's bucket.
   *
   * @throws RateLimited if there is none, saying when there will be
   */
  void take(String key) {
    ConsumptionProbe probe = byKey.get(key, unknown -> full()).tryConsumeAndReturnRemaining(1);
    if (!probe.isConsumed()) {
      throw new RateLimited(
          "There may be " + perMinute + " requests a minute " + what + ".",
          Optional.of(Duration.ofNanos(probe.getNanosToWaitForRefill())));
    }
  }

  private Bucket full() {
    return Bucket.builder()
        .addLimit(limit -> limit.capacity(perMinute).refillGreedy(perMinute, MINUTE))
        .withCustomTimePrecision(meter)
        .build();
  }

  private static TimeMeter meter(Timers timers) {
    return new TimeMeter() {
      @Override
      public long currentTimeNanos() {
        return timers.nanoTime();
      }

      @Override
      public boolean isWallClockBased() {
        return false;
      }
    };
  }
}
