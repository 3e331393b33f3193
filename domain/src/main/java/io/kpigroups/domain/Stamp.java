package io.kpigroups.domain;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** Who did something, and when; the time is cut to milliseconds, which every store can keep. */
public record Stamp(UserId by, Instant at) {
  public Stamp {
    at = at.truncatedTo(ChronoUnit.MILLIS);
  }
}
