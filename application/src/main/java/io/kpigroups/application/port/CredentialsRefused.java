package io.kpigroups.application.port;

/** The system that the actor is delegated to refuses the caller's token. */
public final class CredentialsRefused extends PortFailure {
  public CredentialsRefused(String message) {
    super(message);
  }
}
