package io.kpigroups.domain.group;

import io.kpigroups.domain.value.UserId;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/** Who did something, and when; the time is cut to milliseconds, which every store can keep. */
public record Stamp(UserId by, Instant at) {
  /** The time where none was recorded, as Gtmhub's API writes it. */
  public static final Instant UNSET = Instant.parse("0001-01-01T00:00:00Z");

  public Stamp {
    at = at.truncatedTo(ChronoUnit.MILLIS);
  }

  /** This stamp, or one at {@code least} by the same user where this one is earlier. */
  public Stamp notBefore(Instant least) {
    return at.isBefore(least) ? new Stamp(by, least) : this;
  }

  /** The time; empty where none was recorded, which only another system's groups have. */
  public Optional<Instant> time() {
    return at.equals(UNSET) ? Optional.empty() : Optional.of(at);
  }
}
