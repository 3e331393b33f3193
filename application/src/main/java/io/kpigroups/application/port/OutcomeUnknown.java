package io.kpigroups.application.port;

/**
 * A change that must not be repeated blindly was sent to the store and its answer was lost: it may
 * have been applied or not.
 */
public final class OutcomeUnknown extends PortFailure {
  public OutcomeUnknown(String message, Throwable cause) {
    super(message, cause);
  }
}
