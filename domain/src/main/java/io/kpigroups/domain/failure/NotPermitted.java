package io.kpigroups.domain.failure;

/** The user lacks a permission in the account, or nobody has decided what the user may do. */
public final class NotPermitted extends KpiGroupException {
  /** A sentence that says what is missing. */
  public NotPermitted(String message) {
    super(message);
  }
}
