package io.kpigroups.adapter.client.resilience;

import static io.kpigroups.adapter.client.http.FailureReason.REDIRECT;
import static io.kpigroups.adapter.client.http.FailureReason.SERVER_ERROR;
import static io.kpigroups.adapter.client.http.FailureReason.SHORT_TIMEOUT;
import static io.kpigroups.adapter.client.http.FailureReason.TOO_LARGE;
import static io.kpigroups.adapter.client.http.FailureReason.TOO_MANY_REQUESTS;

import io.github.resilience4j.bulkhead.Bulkhead;
import io.github.resilience4j.bulkhead.BulkheadConfig;
import io.github.resilience4j.bulkhead.BulkheadFullException;
import io.github.resilience4j.circuitbreaker.CallNotPermittedException;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.core.IntervalFunction;
import io.github.resilience4j.retry.Retry;
import io.github.resilience4j.retry.RetryConfig;
import io.kpigroups.adapter.client.UpstreamConfig;
import io.kpigroups.adapter.client.http.CallFailedException;
import io.kpigroups.adapter.client.http.FailureReason;
import io.kpigroups.adapter.client.http.UpstreamResponse;
import io.kpigroups.application.port.Deadline;
import io.kpigroups.application.port.StorageUnavailable;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/**
 * Keeps an upstream that is slow or down from taking this service down with it, and this service
 * from making it worse for upstream.
 *
 * <p>From the outside in: retries, each a call of its own; the bulkhead, which refuses calls above
 * the limit; the circuit breaker, which counts only calls that were made.
 */
final class ResiliencePolicy {
  private static final String NAME = "upstream";
  private static final int FAILURE_PERCENT = 50;
  private static final int TRIAL_CALLS = 2;

  /** We ended these calls ourselves: they count neither as a failure nor as a success. */
  private static final Set<FailureReason> OWN = EnumSet.of(TOO_LARGE, SHORT_TIMEOUT);

  /**
   * Upstream works, it refused this one request. If that counted as a failure, any caller could
   * stop the calls of all others.
   */
  private static final Set<FailureReason> REFUSALS =
      EnumSet.of(SERVER_ERROR, TOO_MANY_REQUESTS, REDIRECT);

  private static final Duration FIRST_PAUSE = Duration.ofMillis(50);

  /** Each pause is twice as long as the one before, and up to 50 % longer or shorter at random. */
  private static final IntervalFunction BACKOFF =
      IntervalFunction.ofExponentialRandomBackoff(FIRST_PAUSE, 2, 0.5);

  /** A retry with less time than this has no chance. */
  private static final Duration MIN_RETRY_TIME = Duration.ofMillis(100);

  private final int retries;
  private final Bulkhead bulkhead;
  private final CircuitBreaker circuitBreaker;

  /**
   * @param nanoClock a clock that is never set back, in nanoseconds
   */
  ResiliencePolicy(UpstreamConfig config, LongSupplier nanoClock) {
    InstantSource clock = () -> Instant.EPOCH.plusNanos(nanoClock.getAsLong());
    retries = config.retries();
    bulkhead =
        Bulkhead.of(
            NAME, BulkheadConfig.custom().maxConcurrentCalls(config.concurrentCalls()).build());
    circuitBreaker =
        CircuitBreaker.of(
            NAME,
            CircuitBreakerConfig.custom()
                .slidingWindowSize(config.circuitBreaker().calls())
                .minimumNumberOfCalls(config.circuitBreaker().calls())
                .failureRateThreshold(FAILURE_PERCENT)
                .slowCallDurationThreshold(Duration.ofDays(1))
                .waitDurationInOpenState(config.circuitBreaker().pause())
                .permittedNumberOfCallsInHalfOpenState(TRIAL_CALLS)
                // If a thread dies in a trial call, the trial must not go on for ever.
                .maxWaitDurationInHalfOpenState(
                    config.readTimeout().plus(config.circuitBreaker().pause()))
                .recordException(e -> !REFUSALS.contains(((CallFailedException) e).reason()))
                .ignoreException(
                    e -> !(e instanceof CallFailedException f) || OWN.contains(f.reason()))
                .clock(clock.withZone(ZoneOffset.UTC))
                .build());
  }

  /**
   * Makes a call once.
   *
   * @throws StorageUnavailable if there are too many calls, or upstream is left alone
   */
  UpstreamResponse once(Supplier<UpstreamResponse> call) {
    try {
      return bulkhead.executeSupplier(() -> circuitBreaker.executeSupplier(call));
    } catch (BulkheadFullException e) {
      throw new StorageUnavailable(
          "Too many requests wait for the service that keeps the groups at this moment.", e);
    } catch (CallNotPermittedException e) {
      throw new StorageUnavailable(
          "The service that keeps the groups failed again and again; it is left alone for a moment.",
          e);
    }
  }

  /** Makes a call as {@link #once} does, and again if that may help and there is time. */
  UpstreamResponse repeatedly(Supplier<UpstreamResponse> call, Deadline deadline) {
    AtomicBoolean maybeApplied = new AtomicBoolean();
    RetryConfig config =
        RetryConfig.<UpstreamResponse>custom()
            .maxAttempts(retries + 1)
            .retryOnException(e -> e instanceof CallFailedException f && mayHelp(f, deadline))
            .intervalBiFunction(
                (attempt, result) -> {
                  var failed = (CallFailedException) result.getLeft();
                  maybeApplied.compareAndSet(false, failed.reason().isMaybeApplied());
                  Duration asked = failed.retryAfter().orElse(Duration.ZERO);
                  return Math.max(BACKOFF.apply(attempt), asked.toMillis());
                })
            .build();
    UpstreamResponse response = Retry.of(NAME, config).executeSupplier(() -> once(call));
    return maybeApplied.get() ? response.withLostResponseBefore() : response;
  }

  private static boolean mayHelp(CallFailedException failed, Deadline deadline) {
    Duration needed = failed.retryAfter().orElse(FIRST_PAUSE).plus(MIN_RETRY_TIME);
    return failed.reason().isTransient() && deadline.left().compareTo(needed) > 0;
  }
}
