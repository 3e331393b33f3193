package io.kpigroups.application.port;

/** The system that the store forwards to did not answer in time. The call may be repeated. */
public final class UpstreamTooSlow extends PortFailure {
  public UpstreamTooSlow(String message, Throwable cause) {
    super(message, cause);
  }
}
