package io.kpigroups.application.port;

/** The system that the store forwards to failed, or its answer makes no sense. */
public final class UpstreamFailure extends PortFailure {
  public UpstreamFailure(String message, Throwable cause) {
    super(message, cause);
  }
}
