package io.kpigroups.testkit;

import io.kpigroups.application.port.Deadline;
import java.time.Duration;

/**
 * How long a test may take. How much a slow machine does in a few seconds is no part of the
 * contract, so every call has minutes.
 */
final class TestTime {
  static final Duration OF_A_TEST = Duration.ofMinutes(5);

  private TestTime() {}

  static Deadline ample() {
    return Deadline.in(OF_A_TEST);
  }
}
