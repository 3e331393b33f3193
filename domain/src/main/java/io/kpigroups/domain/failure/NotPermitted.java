package io.kpigroups.domain.failure;

/** The user lacks a permission in the account. */
public final class NotPermitted extends KpiGroupException {
  /** A sentence that says which. */
  public NotPermitted(String message) {
    super(message);
  }
}
