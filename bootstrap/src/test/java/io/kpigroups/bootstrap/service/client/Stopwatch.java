package io.kpigroups.bootstrap.service.client;

import java.time.Duration;

/** Takes the time from its making on: to be printed, never to be judged. */
public final class Stopwatch {
  private final long start = System.nanoTime();

  public Duration time() {
    return Duration.ofNanos(System.nanoTime() - start);
  }
}
