package io.kpigroups.domain.failure;

/**
 * Why something was not done. The message is a sentence for people that says what would be right.
 * It never contains anything of another account, of a database or of a library.
 */
public abstract sealed class KpiGroupException extends RuntimeException
    permits InvalidInput,
        AccountMismatch,
        IdTaken,
        NotPermitted,
        GroupNotFound,
        KpiNotFound,
        RevisionRequired,
        StaleRevision,
        LimitReached,
        IdempotencyKeyReused,
        IdempotencyKeyInUse,
        ExternalFailure {

  KpiGroupException(String message) {
    super(message);
  }

  KpiGroupException(String message, Throwable cause) {
    super(message, cause);
  }

  /** A sentence for people; always there. */
  @Override
  public String getMessage() {
    return String.valueOf(super.getMessage());
  }
}
