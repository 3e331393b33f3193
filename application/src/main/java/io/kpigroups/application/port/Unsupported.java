package io.kpigroups.application.port;

/** The store in use cannot do this, and never will. */
public final class Unsupported extends PortFailure {
  private static final long serialVersionUID = 1L;

  public Unsupported(String message) {
    super(message);
  }
}
