package io.kpigroups.application.port;

/**
 * The system that the store forwards to did not answer in time, and nothing was changed that a
 * repeated call would not set right.
 */
public final class UpstreamTooSlow extends PortFailure {
  public UpstreamTooSlow(String message, Throwable cause) {
    super(message, cause);
  }
}
