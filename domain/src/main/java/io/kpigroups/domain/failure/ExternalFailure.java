package io.kpigroups.domain.failure;

/**
 * A failure that the domain does not know: of the store, or of a system behind it. Its kinds are in
 * {@code application.port}.
 */
public abstract non-sealed class ExternalFailure extends KpiGroupException {
  protected ExternalFailure(String message) {
    super(message);
  }

  protected ExternalFailure(String message, Throwable cause) {
    super(message, cause);
  }
}
