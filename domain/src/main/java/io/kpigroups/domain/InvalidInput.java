package io.kpigroups.domain;

/** A value is not what it must be. */
public final class InvalidInput extends KpiGroupException {
  private static final long serialVersionUID = 1L;

  public InvalidInput(String message) {
    super(message);
  }
}
