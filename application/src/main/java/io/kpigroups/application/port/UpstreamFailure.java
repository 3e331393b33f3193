package io.kpigroups.application.port;

/** The system that the store forwards to failed, or its answer makes no sense. */
public final class UpstreamFailure extends PortFailure {
  private static final long serialVersionUID = 1L;

  public UpstreamFailure(String message, Throwable cause) {
    super(message, cause);
  }
}
