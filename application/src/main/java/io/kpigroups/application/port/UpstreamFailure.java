package io.kpigroups.application.port;

/** The system that the store forwards to failed, or its answer cannot be used. */
public final class UpstreamFailure extends PortFailure {
  public UpstreamFailure(String message, Throwable cause) {
    super(message, cause);
  }
}
