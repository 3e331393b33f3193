package io.kpigroups.application.port;

/** The system that the actor is delegated to does not let the caller do this. */
public final class AccessDenied extends PortFailure {
  /** Why it does not. */
  public enum Reason {
    /** The caller may not act in this account. */
    ACCOUNT,
    /** It cannot tell which user the caller is. */
    NO_USER,
    /** The user lacks a permission, or it did not say what is missing. */
    PERMISSION,
    /** The account is suspended until it is paid for. */
    PAYMENT
  }

  private final Reason reason;

  public AccessDenied(Reason reason, String message) {
    super(message);
    this.reason = reason;
  }

  public Reason reason() {
    return reason;
  }
}
