package io.kpigroups.testkit.report;

import java.time.Duration;

/**
 * What was found out about a promise.
 *
 * @param outcome of all times that it was tried; one that was not held decides
 * @param reason why it is not held or not offered, else empty
 * @param tries how many times it was tried
 * @param time how long these took
 */
record Finding(Outcome outcome, String reason, int tries, Duration time) {
  static final Finding NOT_TRIED = new Finding(Outcome.NOT_TRIED, "", 0, Duration.ZERO);

  static Finding held(Duration time) {
    return new Finding(Outcome.HELD, "", 1, time);
  }

  static Finding notHeld(String reason, Duration time) {
    return new Finding(Outcome.NOT_HELD, reason, 1, time);
  }

  static Finding notOffered(String reason) {
    return new Finding(Outcome.NOT_OFFERED, reason, 0, Duration.ZERO);
  }

  /** This and another try: what is not held stays so, and what is held in part is offered. */
  Finding and(Finding other) {
    Finding decides = rank() <= other.rank() ? this : other;
    return new Finding(decides.outcome, decides.reason, tries + other.tries, time.plus(other.time));
  }

  private int rank() {
    return switch (outcome) {
      case NOT_HELD -> 0;
      case HELD -> 1;
      case NOT_OFFERED -> 2;
      case NOT_TRIED -> 3;
    };
  }
}
