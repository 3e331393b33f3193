package io.kpigroups.application.port;

/**
 * The store cannot be reached or is overloaded, and nothing was changed that a repeated call would
 * not set right.
 */
public final class StorageUnavailable extends PortFailure {
  public StorageUnavailable(String message, Throwable cause) {
    super(message, cause);
  }
}
