package io.kpigroups.application.port;

/** The store cannot be reached or is overloaded. The call may be repeated. */
public final class StorageUnavailable extends PortFailure {
  public StorageUnavailable(String message, Throwable cause) {
    super(message, cause);
  }
}
