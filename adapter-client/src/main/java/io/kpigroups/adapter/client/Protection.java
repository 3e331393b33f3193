package io.kpigroups.adapter.client;

import io.kpigroups.application.port.Deadline;
import io.smallrye.faulttolerance.api.CustomBackoffStrategy;
import io.smallrye.faulttolerance.api.Guard;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/**
 * Keeps an upstream that is slow or down from taking this service down with it, and this service
 * from making it worse for upstream.
 *
 * <p>From the outside in: retries, each a call of its own; the bulkhead, which refuses what is too
 * much; the circuit breaker, which sees real calls only.
 */
final class Protection {
  /** The pause before the first retry; each further one is twice as long. */
  private static final long FIRST_PAUSE_MILLIS = 50;

  /** A retry with less time than this would only take the answer's time. */
  private static final Duration WORTH_A_TRY = Duration.ofMillis(100);

  private final Guard retry;
  private final Guard bulkhead;
  private final Circuit circuit;

  Protection(UpstreamConfig config) {
    retry =
        Guard.create()
            .withDescription("retry of upstream calls")
            .withRetry()
            .maxRetries(config.retries())
            .retryOn(Again.class)
            .jitter(0, ChronoUnit.MILLIS)
            .withCustomBackoff()
            .strategy(Backoff::new)
            .done()
            .done()
            .build();
    bulkhead =
        Guard.create()
            .withDescription("bulkhead of upstream calls")
            .withBulkhead()
            .limit(config.concurrentCalls())
            .done()
            .build();
    circuit =
        new Circuit(
            config.circuitBreaker().calls(), config.circuitBreaker().pause(), System::nanoTime);
  }

  /** Makes a call once. */
  Answer once(Supplier<Answer> call) {
    return bulkhead.get(() -> circuit.call(call), Answer.class);
  }

  /** Makes a call, which is protected itself, and again if that may help and there is time. */
  Answer repeatedly(Supplier<Answer> call, Deadline deadline) {
    try {
      return retry.get(() -> attempt(call, deadline), Answer.class);
    } catch (Again e) {
      throw e.failure;
    }
  }

  private static Answer attempt(Supplier<Answer> call, Deadline deadline) {
    try {
      return call.get();
    } catch (CallFailed e) {
      throw isWorthARetry(e, deadline) ? new Again(e) : e;
    }
  }

  private static boolean isWorthARetry(CallFailed failure, Deadline deadline) {
    Duration pause = failure.retryAfter().orElse(Duration.ofMillis(FIRST_PAUSE_MILLIS));
    return failure.isPassing() && deadline.left().compareTo(pause.plus(WORTH_A_TRY)) > 0;
  }

  /** A failure after which there may be another try, since the guard cannot see the deadline. */
  private static final class Again extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final CallFailed failure;

    Again(CallFailed failure) {
      super(failure);
      this.failure = failure;
    }
  }

  /**
   * As long as upstream asks for; else twice as long each time, at random within the upper half.
   */
  private static final class Backoff implements CustomBackoffStrategy {
    private final AtomicInteger tries = new AtomicInteger();

    @Override
    public long nextDelayInMillis(Throwable failure) {
      long pause = FIRST_PAUSE_MILLIS << Math.min(tries.getAndIncrement(), 6);
      long own = ThreadLocalRandom.current().nextLong(pause / 2, pause + 1);
      return failure instanceof Again again
          ? Math.max(own, again.failure.retryAfter().map(Duration::toMillis).orElse(own))
          : own;
    }
  }
}
