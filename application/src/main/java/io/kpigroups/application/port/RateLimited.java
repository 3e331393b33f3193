package io.kpigroups.application.port;

import java.time.Duration;
import java.util.Optional;

/** Too many requests in too short a time; nothing was done. */
public final class RateLimited extends PortFailure {
  private final transient Optional<Duration> retryAfter;

  public RateLimited(String message, Optional<Duration> retryAfter) {
    super(message);
    this.retryAfter = retryAfter;
  }

  /** How long to wait before another try, as far as it is known. */
  public Optional<Duration> retryAfter() {
    return retryAfter;
  }
}
