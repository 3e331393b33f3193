package io.kpigroups.domain.failure;

import java.time.Duration;

/** The first request with this idempotency key is still at work. */
public final class IdempotencyKeyInUse extends KpiGroupException {
  private final Duration retryAfter;

  /**
   * The same request may be sent again.
   *
   * @param retryAfter after this time at the latest, somebody has finished it, or may
   */
  public IdempotencyKeyInUse(Duration retryAfter) {
    super("The first request with this idempotency key is still at work; send it again later.");
    this.retryAfter = retryAfter;
  }

  /** When to send it again. */
  public Duration retryAfter() {
    return retryAfter;
  }
}
