package io.kpigroups.adapter.client;

import io.kpigroups.application.port.OutcomeUnknown;
import io.kpigroups.application.port.RateLimited;
import io.kpigroups.application.port.StorageUnavailable;
import io.kpigroups.application.port.UpstreamFailure;
import io.kpigroups.application.port.UpstreamTooSlow;
import io.kpigroups.domain.failure.KpiGroupException;
import java.util.function.Supplier;
import org.eclipse.microprofile.faulttolerance.exceptions.BulkheadException;
import org.eclipse.microprofile.faulttolerance.exceptions.CircuitBreakerOpenException;
import org.eclipse.microprofile.faulttolerance.exceptions.FaultToleranceException;

/**
 * Turns calls that failed into failures of the port. Messages go to clients, so they hold nothing
 * that upstream or the network said; the cause is for the log, and never holds a header.
 */
final class Failures {
  private static final String FAILED = "The upstream service cannot be reached or failed.";
  private static final String FAILED_PERHAPS =
      "The upstream service failed while it made the change: it may have been applied.";
  private static final String NONSENSE = "The upstream service gave an answer that makes no sense.";
  private static final String LARGE =
      "The upstream service gave an answer that is larger than what this service takes.";
  private static final String SLOW = "The upstream service did not answer in time.";
  private static final String OFTEN = "The upstream service wants to be called less often.";
  private static final String UNKNOWN =
      "The change was sent to the upstream service and the answer was lost: it may have been"
          + " applied.";
  private static final String FULL =
      "Too many requests wait for the upstream service at this moment.";
  private static final String OPEN =
      "The upstream service failed again and again; it is left alone for a moment.";

  private Failures() {}

  /** Makes a call that may be repeated: a read, or a write that sets a state. */
  static Answer repeatable(Supplier<Answer> call) {
    try {
      return call.get();
    } catch (CallFailed e) {
      throw switch (e.kind()) {
        case NOT_SENT, LOST, SERVER_ERROR -> new UpstreamFailure(FAILED, e);
        case NOT_SENT_IN_TIME, TOO_SLOW, CUT_SHORT -> new UpstreamTooSlow(SLOW, e);
        case TOO_LARGE -> tooLarge(e);
        case TOO_OFTEN -> new RateLimited(OFTEN, e.retryAfter());
        case REDIRECT -> new UpstreamFailure(NONSENSE, e);
      };
    } catch (FaultToleranceException e) {
      throw refused(e);
    }
  }

  /** Makes a call that must not be repeated blindly. */
  static Answer once(Supplier<Answer> call) {
    try {
      return call.get();
    } catch (CallFailed e) {
      throw switch (e.kind()) {
        case NOT_SENT -> new UpstreamFailure(FAILED, e);
        case NOT_SENT_IN_TIME -> new UpstreamTooSlow(SLOW, e);
        case LOST, TOO_SLOW, CUT_SHORT, TOO_LARGE -> new OutcomeUnknown(UNKNOWN, e);
        case SERVER_ERROR -> serverError(e);
        case TOO_OFTEN -> new RateLimited(OFTEN, e.retryAfter());
        case REDIRECT -> new UpstreamFailure(NONSENSE, e);
      };
    } catch (FaultToleranceException e) {
      throw refused(e);
    }
  }

  /** An answer that cannot be understood. */
  static UpstreamFailure unusable(Answer answer) {
    return unusable("an answer with the HTTP status " + answer.status());
  }

  /** Something in an answer that cannot be understood. */
  static UpstreamFailure unusable(String what) {
    return new UpstreamFailure(NONSENSE, new IllegalStateException(what));
  }

  /** An answer that is larger than what is taken. */
  static UpstreamFailure tooLarge(Throwable cause) {
    return new UpstreamFailure(LARGE, cause);
  }

  /** A change that was made, of which upstream does not say in words that make sense how. */
  static OutcomeUnknown lost(Throwable cause) {
    return new OutcomeUnknown(UNKNOWN, cause);
  }

  private static KpiGroupException serverError(CallFailed e) {
    boolean unknown = e.answer().filter(Refusals::isUnknownOutcome).isPresent();
    return unknown ? new OutcomeUnknown(UNKNOWN, e) : new UpstreamFailure(FAILED_PERHAPS, e);
  }

  private static RuntimeException refused(FaultToleranceException e) {
    if (e instanceof BulkheadException) {
      return new StorageUnavailable(FULL, e);
    }
    return e instanceof CircuitBreakerOpenException ? new StorageUnavailable(OPEN, e) : e;
  }
}
