package io.kpigroups.domain.failure;

/** The user lacks a permission in the account. */
public final class NotPermitted extends KpiGroupException {
  private static final long serialVersionUID = 1L;

  /** A sentence that says which. */
  public NotPermitted(String message) {
    super(message);
  }
}
