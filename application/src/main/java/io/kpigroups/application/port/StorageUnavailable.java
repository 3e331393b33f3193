package io.kpigroups.application.port;

/**
 * The store cannot be used: it cannot be reached in time, is overloaded or full, or holds data that
 * it cannot read. A call may be repeated, but not all of these pass by themselves.
 */
public final class StorageUnavailable extends PortFailure {
  public StorageUnavailable(String message, Throwable cause) {
    super(message, cause);
  }
}
