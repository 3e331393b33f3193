package io.kpigroups.bootstrap.service;

import java.time.Duration;

/** Takes the time from its making on: to be printed, never to be judged. */
final class Stopwatch {
  private final long start = System.nanoTime();

  Duration time() {
    return Duration.ofNanos(System.nanoTime() - start);
  }
}
