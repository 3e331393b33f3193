package io.kpigroups.domain.failure;

/** A value is not what it must be. */
public final class InvalidInput extends KpiGroupException {
  public InvalidInput(String message) {
    super(message);
  }
}
