package io.kpigroups.bootstrap;

import io.kpigroups.application.port.Deadline;
import java.time.Duration;

/** How long something may take in a test: longer than any machine needs. */
public final class TestTime {
  private TestTime() {}

  /** A deadline that never decides. */
  public static Deadline ample() {
    return Deadline.in(Duration.ofDays(1));
  }
}
