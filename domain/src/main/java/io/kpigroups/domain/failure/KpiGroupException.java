package io.kpigroups.domain.failure;

/**
 * Why something was not done. The message is a sentence for people and says what would be right; it
 * never holds anything of another account or of the technology below.
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
