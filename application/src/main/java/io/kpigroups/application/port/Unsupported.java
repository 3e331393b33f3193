package io.kpigroups.application.port;

/** The store in use cannot do this, and never will. */
public final class Unsupported extends PortFailure {
  public Unsupported(String message) {
    super(message);
  }
}
