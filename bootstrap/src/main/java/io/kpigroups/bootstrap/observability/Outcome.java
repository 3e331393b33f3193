package io.kpigroups.bootstrap.observability;

import io.kpigroups.application.port.OutcomeUnknown;
import io.kpigroups.application.port.StorageUnavailable;
import io.kpigroups.application.port.UpstreamFailure;
import io.kpigroups.application.port.UpstreamTooSlow;
import io.kpigroups.domain.failure.KpiGroupException;

/**
 * How a call of a port ended, in one word: {@value #OK}, the name of the domain's failure, of which
 * there are only so many, or {@value #ERROR} for a failure that no port may have.
 */
final class Outcome {
  static final String OK = "ok";
  static final String ERROR = "error";

  private Outcome() {}

  static String of(Exception failure) {
    return failure instanceof KpiGroupException ? failure.getClass().getSimpleName() : ERROR;
  }

  /** Whether something is broken; otherwise the caller asked for what cannot be had. */
  static boolean isFailure(Exception failure) {
    return !(failure instanceof KpiGroupException)
        || failure instanceof StorageUnavailable
        || failure instanceof UpstreamFailure
        || failure instanceof UpstreamTooSlow
        || failure instanceof OutcomeUnknown;
  }
}
