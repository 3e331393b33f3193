package io.kpigroups.domain.failure;

/**
 * Why something was not done for a reason that the domain does not know: the store, or a system
 * behind it. The kinds of it stand with the ports.
 */
public abstract non-sealed class ExternalFailure extends KpiGroupException {
  protected ExternalFailure(String message) {
    super(message);
  }

  protected ExternalFailure(String message, Throwable cause) {
    super(message, cause);
  }
}
