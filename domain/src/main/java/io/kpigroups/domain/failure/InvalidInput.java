package io.kpigroups.domain.failure;

/** A value is not what it must be. */
public final class InvalidInput extends KpiGroupException {
  private static final long serialVersionUID = 1L;

  public InvalidInput(String message) {
    super(message);
  }
}
