package io.kpigroups.domain.failure;

/** An idempotency key was sent again with another request than the one that it is kept for. */
public final class IdempotencyKeyReused extends KpiGroupException {
  public IdempotencyKeyReused() {
    super(
        "The idempotency key was used for another request within 24 hours: send a new key, or the"
            + " same request.");
  }
}
