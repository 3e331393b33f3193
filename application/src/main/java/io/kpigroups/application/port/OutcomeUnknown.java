package io.kpigroups.application.port;

/**
 * A change was sent and its answer was lost: it may have been made or not, and must not be repeated
 * blindly.
 */
public final class OutcomeUnknown extends PortFailure {
  public OutcomeUnknown(String message, Throwable cause) {
    super(message, cause);
  }
}
