package io.kpigroups.application.port;

/** The system that the actor is delegated to does not take what the caller proves itself by. */
public final class CredentialsRefused extends PortFailure {
  public CredentialsRefused(String message) {
    super(message);
  }
}
